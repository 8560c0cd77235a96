import { fold } from '../../../language/fold.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import { scopeOf, type Scope } from '../../scope.js';
import { judgeStated, judgeTitles } from '../claim/stated.js';
import type { Cut, Draft } from '../draft.js';
import { voterIn } from '../../demands/voter.js';
import { wrongMeetingDate } from './meeting-date.js';
import { readPremises } from './read-premise.js';

/** What a question takes for granted and the record denies. */
interface Correction {
  claimed: string;
  recorded: string;
  cuts: Cut[];
  /** The question without the false part, to be answered all the same; null where nothing is left of it. */
  rest: { intent: Intent; words: readonly WeighedWord[]; scope: Scope } | null;
}

/** Begins the answer with what the record says instead of a false premise; null where the question takes nothing false for granted. `answer` composes the rest. */
export function composePremise(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader, answer: (intent: Intent, words: readonly WeighedWord[], scope: Scope) => Draft): Draft | null {
  if (intent.type === 'claim' || intent.type === 'yes_no' || intent.quoted.length > 0) return null;
  const correction = correctDate(intent, words, corpus) ?? correctStated(intent, words, scope, ranked, corpus);
  if (correction === null) return null;
  const { claimed, recorded, cuts, rest } = correction;
  const lead = intent.language === 'zh' ? `问题的前提与记录不符。问题：${claimed}；记录：${recorded}。\n` : `The record says otherwise. In the question: ${claimed}; on record: ${recorded}.\n`;
  const further = rest === null ? null : answer(rest.intent, rest.words, rest.scope);
  if (further?.kind !== 'cuts') return { kind: 'cuts', cuts, verdict: null, lead };
  const [first, ...others] = further.cuts.filter((cut) => !cuts.some((given) => given.article === cut.article && given.start < cut.end && cut.start < given.end));
  const label = `${further.lead}${first?.label ?? ''}`;
  const added = first === undefined ? [] : [label === '' ? first : { ...first, label }, ...others];
  return { ...further, cuts: [...cuts, ...added], lead };
}

/** A session put on another day or into another year; the rest is asked of the session alone. */
function correctDate(intent: Intent, words: readonly WeighedWord[], corpus: CorpusReader): Correction | null {
  const wrong = wrongMeetingDate(intent, corpus);
  if (wrong === null) return null;
  const { asked, recorded, cut } = wrong;
  const without = { ...intent, dates: intent.dates.filter((date) => date !== asked) };
  return { claimed: intent.text.slice(asked.start, asked.end), recorded, cuts: [cut], rest: { intent: without, words, scope: scopeOf(without, corpus) } };
}

/** A figure, person, office or outcome that is stated on the way; a wrong figure leaves the question to be answered, the others do not. */
function correctStated(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Correction | null {
  for (const span of readPremises(intent)) {
    const judged = judgeStated({ ...span, isClaim: true }, intent, words, scope, ranked, corpus);
    const differing = judged?.findings.find(({ outcome }) => outcome === 'differs');
    if (judged === null || differing === undefined) continue;
    // What the meeting resolved is no record of how somebody who is not named there stood to it.
    const voter = voterIn(intent.folded);
    if (voter !== null && !differing.spot.whole.includes(fold(voter))) continue;
    const digits = /\d+/.exec(differing.claimed)?.[0];
    const rest = digits === undefined ? null : { intent, words: words.filter(({ text }) => !text.includes(digits)), scope };
    return { claimed: differing.claimed, recorded: differing.recorded, cuts: judged.cuts, rest };
  }
  const titled = judgeTitles(intent, words, scope, ranked, corpus);
  const [first] = titled?.findings ?? [];
  return titled === null || first === undefined ? null : { claimed: first.claimed, recorded: first.recorded, cuts: titled.cuts, rest: null };
}
