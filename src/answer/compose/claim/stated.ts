import { findFigures } from '../../../language/figures.js';
import { OFFICE } from '../../../language/people-words.js';
import { findPeople } from '../../../language/people.js';
import { figuresAgree } from '../../../language/values.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import type { Cut } from '../draft.js';
import { cutsOf } from './claim-cuts.js';
import { readWhole, type Framed } from './claim-frame.js';
import { findSpots } from './claim-spots.js';
import type { Finding } from './finding.js';
import { judgeOffice } from './judge-office.js';
import { readClaim } from './read-claim.js';
import { rule } from './rule.js';

/** Share of a premise that a sentence with its figure must say to save it. */
const MIN_SAID_SOMEWHERE = 0.3;

/** What the record says against something a question takes for granted, with the words to quote. */
interface Denial {
  findings: Finding[];
  cuts: Cut[];
}

/** Judges a stretch of a question that is taken for granted; null unless the record contradicts it, and nowhere says so of the same matter. */
export function judgeStated(framed: Framed, intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Denial | null {
  const claim = readClaim(intent, words, framed);
  const spots = findSpots(claim, scope, ranked, corpus);
  const figures = claim.assertions.flatMap((assertion) => (assertion.kind === 'figure' ? [assertion.figure] : []));
  const isSaidSomewhere = spots.some((spot) => spot.gaps === 0 && spot.inSentence >= MIN_SAID_SOMEWHERE && figures.some((figure) => findFigures(spot.own).some((other) => other.unit === figure.unit && figuresAgree(figure, other) === 'same')));
  if (isSaidSomewhere) return null;
  const ruling = rule(claim, spots);
  const differing = ruling.findings.filter(({ outcome }) => outcome === 'differs');
  return ruling.verdict === 'contradicted' && differing.length > 0 ? { findings: differing, cuts: cutsOf(differing, corpus) } : null;
}

/** Judges the titles a question gives people on the way (某某主席作了…); null unless the record gives one of them another. */
export function judgeTitles(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Denial | null {
  for (const { name, office, start, end } of findPeople(intent.folded)) {
    const title = new RegExp(`(${OFFICE})$`).exec(office)?.[1];
    if (title === undefined) continue;
    const claim = readClaim(intent, words, readWhole(intent.folded));
    const differing = judgeOffice({ kind: 'office', start, end, text: name, name, office: title }, '', findSpots(claim, scope, ranked, corpus)).filter(({ outcome, recorded }) => outcome === 'differs' && recorded.startsWith(name));
    if (differing.length > 0) return { findings: differing, cuts: cutsOf(differing, corpus) };
  }
  return null;
}
