import { fold } from '../../../language/fold.js';
import { squeeze } from '../../../language/likeness.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { composeDelivery } from '../delivery.js';
import type { TopicRuling } from './claim-topic.js';
import { officesOf } from './judge-office.js';
import type { Claim } from './read-claim.js';

const DELIVERED = /(?:报告|讲话|说明)[^,。;]{0,6}(?:是|由)[^,。;]{2,12}(?:作|做|宣读|念)|(?:作|做|宣读)了?[^,。;]{0,20}(?:报告|讲话|说明)/;

/** Checks who is said to have given a report against the signature in its head; null where that is not claimed or the head names nobody. */
export function ruleByDelivery(claim: Claim, intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): TopicRuling | null {
  const people = claim.assertions.flatMap((assertion) => (assertion.kind === 'person' ? [assertion.name] : []));
  const [name] = people;
  if (name === undefined || people.length > 1 || claim.assertions.length > 1 || !DELIVERED.test(claim.text)) return null;
  const draft = composeDelivery({ ...intent, type: 'who', folded: `谁作的报告 ${intent.folded}` }, words, scope, ranked, corpus);
  const cut = draft?.kind === 'cuts' ? draft.cuts[0] : undefined;
  if (cut === undefined) return null;
  const recorded = corpus.article(cut.article).text.slice(cut.start, cut.end).trim();
  const [office] = officesOf(name, claim.text);
  if (office !== undefined && /书记|长|主席|主任|总理/.test(recorded) && !recorded.includes(office)) return { verdict: 'contradicted', claimed: `${office}${name}`, recorded, cut };
  return { verdict: squeeze(fold(recorded)).includes(squeeze(name)) ? 'supported' : 'contradicted', claimed: name, recorded, cut };
}
