import type { CorpusReader } from '../../../ports/generation.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { refusal, type Cut, type Draft } from '../draft.js';
import { ASKS_YES_NO, readFrame, readStatement, readYesNo, type Framed } from './claim-frame.js';
import { quoteOf } from './claim-quote.js';
import { draftOfTopic, ruleByTopic } from './claim-topic.js';
import { findSpots, type Spot } from './claim-spots.js';
import type { Finding } from './finding.js';
import { judge } from './judge.js';
import { oppositeOf } from './polarity.js';
import { saysAll, speaks } from './spoken-of.js';
import { readClaim, type Claim } from './read-claim.js';

/** Least share of a bare statement's matter that the record must hold before it bears it out. */
const MIN_PLAIN = 0.78;
const MIN_PLAIN_DIRECT = 0.5;
/** Share of a question, by importance, that no passage holds before it is refused at once. */
const MIN_ABSENT = 0.35;

/** Checks what a question states against the record; null when it states nothing, or a plain yes-or-no question cannot be settled with certainty. */
export function composeClaim(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const framed = frameOf(intent);
  if (framed === null) return null;
  const claim = readClaim(intent, words, framed);
  if (framed.isBare === true && claim.assertions.length === 0) return null;
  const byTopic = ruleByTopic(claim, intent, words, scope, ranked, corpus);
  if (byTopic !== null && framed.isClaim) return draftOfTopic(byTopic, claim, byTopic.verdict === 'not_found' ? '' : leadOf(byTopic.verdict, byTopic, intent));
  const spots = findSpots(claim, scope, ranked, corpus);
  const ruling = rule(claim, spots);
  if (ruling.verdict === 'not_found') {
    if (framed.isClaim) return { ...refusal('refused_not_in_passages', ruling.missing), verdict: 'not_found' };
    // A plain question is left to the ordinary composer, unless what it asks of stands nowhere.
    return isAboutNothingOnRecord(claim, spots) ? refusal('refused_not_in_passages', ruling.missing) : null;
  }
  const cuts = cutsOf(ruling.findings, corpus);

  if (!framed.isClaim) return { kind: 'cuts', cuts, verdict: null, lead: yesNoLead(ruling, intent) };
  return { kind: 'cuts', cuts, verdict: ruling.verdict, lead: leadOf(ruling.verdict, ruling.findings[0], intent) };
}

/** 查一下…, 说说…: an order to look something up states nothing. */
const IS_ORDER = /^(?:请|麻烦)?(?:帮我|给我|我要|我想)?(?:查|说说|讲|介绍|列|找|告诉|看|概括|总结|谈谈|问)|(?:电话|地址|邮编|代码|编码|编号|名单|数字|情况|号码)[。.?]?$/;

function frameOf(intent: Intent): (Framed & { isBare?: boolean }) | null {
  if (intent.type === 'overview') return null;
  const framed = readFrame(intent.folded);
  if (framed === null && IS_ORDER.test(intent.folded)) return null;
  if (framed !== null) return framed;
  if (intent.type === 'open' && !IS_ORDER.test(intent.folded)) {
    const statement = readStatement(intent.folded);
    if (statement !== null) return { ...statement, isBare: true };
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

interface Ruling {
  verdict: 'supported' | 'contradicted' | 'not_found';
  findings: Finding[];
  missing: string;
}

/** Supported only when every assertion holds; the first that does not decides. */
function rule(claim: Claim, spots: readonly Spot[]): Ruling {
  const best = spots[0];
  if (best === undefined) return { verdict: 'not_found', findings: [], missing: '' };
  const spoken = spots.find(speaks);
  const opposite = spoken === undefined ? null : oppositeOf(claim.text, spoken.own, wordsOf(claim));
  if (spoken !== undefined && opposite !== null && spoken.direct >= MIN_PLAIN_DIRECT) return { verdict: 'contradicted', findings: [{ outcome: 'differs', ...opposite, spot: spoken }], missing: '' };
  const findings: Finding[] = [];
  for (const assertion of claim.assertions) {
    const finding = judge(assertion, claim, spots);
    if (finding === null) return { verdict: 'not_found', findings: [], missing: missingOf(claim, best, assertion.text) };
    if (finding.outcome === 'differs') return { verdict: 'contradicted', findings: [finding], missing: '' };
    findings.push(finding);
  }
  if (findings.length > 0) return { verdict: 'supported', findings, missing: '' };
  const plain = spots.find((spot) => speaks(spot) && spot.held >= MIN_PLAIN && spot.inSentence >= MIN_PLAIN_DIRECT && saysAll(claim, spot));
  if (plain === undefined) return { verdict: 'not_found', findings: [], missing: missingOf(claim, best, claim.visible) };
  return { verdict: 'supported', findings: [{ outcome: 'holds', claimed: claim.text, recorded: '', spot: plain }], missing: '' };
}

function wordsOf(claim: Claim): string[] {
  return claim.topic.filter(({ importance }) => importance >= 0.5).map(({ text }) => text);
}

function missingOf(claim: Claim, best: Spot, rest: string): string {
  if (best.missing.length > 0) return best.missing.slice(0, 3).join('、');
  const absent = claim.topic.filter(({ text, importance }) => importance >= 0.5 && !best.whole.includes(text)).map(({ text }) => text);
  return absent.length > 0 ? absent.slice(0, 3).join('、') : rest;
}

/** The words of the record behind the findings, each stretch once, in the order of the claim. */
function cutsOf(findings: readonly Finding[], corpus: CorpusReader): Cut[] {
  const cuts: Cut[] = [];
  for (const { spot } of findings) {
    const { passage } = spot.ranked;
    const span = quoteOf(passage.text, spot);
    const cut = { article: corpus.articleOfRow(passage.row), start: passage.start + span.start, end: passage.start + span.end };
    const overlapping = cuts.find(({ article, start, end }) => article === cut.article && start < cut.end && cut.start < end);
    if (overlapping === undefined) cuts.push(cut);
    else {
      overlapping.start = Math.min(overlapping.start, cut.start);
      overlapping.end = Math.max(overlapping.end, cut.end);
    }
  }
  return cuts.slice(0, 3);
}

function leadOf(verdict: 'supported' | 'contradicted', values: Pick<Finding, 'claimed' | 'recorded'> | undefined, intent: Intent): string {
  const isChinese = intent.language === 'zh';
  if (verdict === 'supported') return isChinese ? '说法与记录一致。记录：' : 'The record bears this out: ';
  if (values === undefined) return '';
  return isChinese ? `说法与记录不符。说法：${values.claimed}；记录：${values.recorded}。\n` : `The record says otherwise. Claimed: ${values.claimed}; on record: ${values.recorded}.\n`;
}

function yesNoLead({ verdict }: Ruling, intent: Intent): string {
  if (intent.language === 'en') return verdict === 'supported' ? 'Yes. ' : 'No. ';
  return verdict === 'supported' ? '是。' : '否。';
}
