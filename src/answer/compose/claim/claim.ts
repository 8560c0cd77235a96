import type { ClaimedValue } from '../../../domain/answer.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { wrongMeetingDate } from '../premise/meeting-date.js';
import { refusal, type Draft } from '../draft.js';
import { ASKS_YES_NO, isFullStatement, readFrame, readStatement, readWhole, readYesNo, type Framed } from './claim-frame.js';
import { cutsOf } from './claim-cuts.js';
import { partsOf } from './claim-parts.js';
import { ruleByDelivery } from './claim-delivery.js';
import { draftOfTopic, ruleByTopic } from './claim-topic.js';
import { findSpots, type Spot } from './claim-spots.js';
import { readClaim, type Claim } from './read-claim.js';
import { differsLead, joinRulings, leadOf, rule, type Ruling } from './rule.js';

/** Share of a question, by importance, that no passage holds before it is refused at once. */
const MIN_ABSENT = 0.35;

/** Checks what a question states against the record; null when it states nothing, or a plain yes-or-no question cannot be settled with certainty. */
export function composeClaim(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const framed = frameOf(intent);
  if (framed === null) return null;
  const whole = readClaim(intent, words, framed);
  if (framed.isBare === true && whole.assertions.length === 0) return null;
  const isDayStated = whole.assertions.some(({ kind }) => kind === 'date');
  if (scope.isMissing && !(framed.isClaim && (isDayStated || intent.meetings.length > 0) && scope.body !== null)) return framed.isClaim ? { ...refusal('refused_not_in_passages', missingScope(intent, scope)), verdict: 'not_found' } : null;
  const byTopic = framed.isClaim ? (ruleByTopic(whole, intent, words, scope, ranked, corpus) ?? ruleByDelivery(whole, intent, words, scope, ranked, corpus)) : null;
  if (byTopic !== null) return draftOfTopic(byTopic, whole, intent);
  const parts = framed.isClaim ? partsOf(intent.folded, framed) : [framed];
  const judgeParts = (everyDay: boolean): Judged[] =>
    parts.map((part) => {
      const claim = readClaim(intent, words, part, everyDay);
      // A day that is stated is what is judged: it must not choose the records it is judged by.
      const spots = findSpots(claim, isDayStated || everyDay ? { ...scope, articles: scope.named.length > 0 ? scope.articles : null } : scope, ranked, corpus);
      return { claim, spots, ruling: rule(claim, spots) };
    });
  const judged = judgeParts(false);
  const first = joinRulings(judged.map((part) => part.ruling));
  const ruling = first.verdict === 'not_found' && framed.isClaim && intent.meetings.length > 0 ? (otherDay(judgeParts(true)) ?? first) : first;
  const wrongDate = ruling.verdict === 'not_found' && framed.isClaim ? wrongMeetingDate(intent, corpus) : null;
  if (wrongDate !== null) {
    const value = { claimed: intent.text.slice(wrongDate.asked.start, wrongDate.asked.end), recorded: wrongDate.recorded };
    return { kind: 'cuts', cuts: [wrongDate.cut], verdict: 'contradicted', lead: differsLead([value], intent), findings: [{ ...value, holds: false }] };
  }
  if (!framed.isClaim) {
    // A plain question is left to the ordinary composer, unless what it asks of stands nowhere.
    if (ruling.verdict === 'not_found') return judged.every(({ claim, spots }) => isAboutNothingOnRecord(claim, spots)) ? refusal('refused_not_in_passages', ruling.missing) : null;
    return { kind: 'cuts', cuts: cutsOf(ruling.findings, corpus), verdict: intent.folded.includes(STATED) ? ruling.verdict : null, lead: yesNoLead(ruling, intent), findings: valuesOf(ruling) };
  }
  return draftOfRuling(ruling, judged.length > 1 && judged.some((part) => part.ruling.verdict === 'supported'), intent, corpus);
}

interface Judged {
  claim: Claim;
  spots: Spot[];
  ruling: Ruling;
}

/** A session has its days once: where all the rest holds, another day in the record contradicts the one said in front. */
function otherDay(judged: readonly Judged[]): Ruling | null {
  const ruling = joinRulings(judged.map((part) => part.ruling));
  const days = new Set(judged.flatMap(({ claim }) => claim.assertions.flatMap((assertion) => (assertion.kind === 'date' ? [assertion.text] : []))));
  const differing = ruling.findings.filter(({ outcome }) => outcome === 'differs');
  return ruling.verdict === 'contradicted' && ruling.missing === '' && differing.every(({ claimed }) => days.has(claimed)) ? ruling : null;
}

/** The document or meeting that is not there. */
export function missingScope(intent: Intent, scope: Scope): string {
  return `${scope.body?.name ?? ''} ${intent.dates[0]?.iso ?? ''}`.trim();
}

function draftOfRuling(ruling: Ruling, isPartHeld: boolean, intent: Intent, corpus: CorpusReader): Draft {
  const findings = valuesOf(ruling);
  const missing = ruling.missing;
  if (ruling.verdict === 'not_found' && !(isPartHeld && ruling.findings.some(({ recorded }) => recorded !== ''))) return { ...refusal('refused_not_in_passages', missing), verdict: 'not_found', findings };
  const draft: Draft = { kind: 'cuts', cuts: cutsOf(ruling.findings, corpus), verdict: ruling.verdict, lead: leadOf(ruling, intent), findings };
  return ruling.verdict === 'not_found' ? { ...draft, missing } : draft;
}

/** 是不是 puts a statement to be confirmed, as 听说 does. */
const STATED = '是不是';

/** 查一下…, 说说…: an order to look something up states nothing. */
const IS_ORDER = /^(?:请|麻烦)?(?:帮我|给我|我要|我想)?(?:查|说说|讲|介绍|列|找|告诉|看|概括|总结|谈谈|问)|(?:电话|地址|邮编|代码|编码|编号|名单|数字|情况|号码)[。.?]?$/;

function frameOf(intent: Intent): (Framed & { isBare?: boolean }) | null {
  if (intent.isStatement === true) return readFrame(intent.folded) ?? readWhole(intent.folded);
  if (intent.type === 'overview') return null;
  const framed = readFrame(intent.folded);
  if (framed === null && IS_ORDER.test(intent.folded)) return null;
  if (framed !== null) return framed;
  if ((intent.type === 'open' || isFullStatement(intent.folded)) && !IS_ORDER.test(intent.folded)) {
    const statement = readStatement(intent.folded);
    if (statement !== null) return { ...statement, isBare: !isFullStatement(intent.folded) };
  }
  return intent.type === 'yes_no' || (intent.type === 'open' && ASKS_YES_NO.test(intent.folded)) ? readYesNo(intent.folded) : null;
}

/** Whether what a question asks of stands nowhere: words that no passage holds make up much of it. */
function isAboutNothingOnRecord(claim: Claim, spots: readonly Spot[]): boolean {
  const [first] = spots;
  if (first === undefined || spots.some(({ missing }) => missing.length === 0)) return false;
  const weightOf = (words: Claim['topic']): number => words.reduce((sum, { importance }) => sum + importance, 0);
  const absent = claim.topic.filter(({ text }) => spots.every(({ missing }) => missing.includes(text)));
  return weightOf(absent) >= MIN_ABSENT * weightOf(claim.topic);
}

function valuesOf({ findings }: Ruling): ClaimedValue[] {
  return findings.map(({ claimed, recorded, outcome }) => ({ claimed, recorded, holds: outcome === 'holds' }));
}

function yesNoLead(ruling: Ruling, intent: Intent): string {
  if (ruling.verdict === 'supported') return intent.language === 'en' ? 'Yes. ' : '是。';
  return (intent.language === 'en' ? 'No. ' : '否。') + leadOf(ruling, intent);
}
