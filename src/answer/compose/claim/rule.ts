import type { Intent } from '../../intent.js';
import type { Spot } from './claim-spots.js';
import type { Finding } from './finding.js';
import { ruleByFulfilment } from './fulfilment.js';
import { judge } from './judge.js';
import { deniedBy } from './negation.js';
import { oppositeOf } from './polarity.js';
import type { Claim } from './read-claim.js';
import { isBorneOut, saysAll, speaks } from './spoken-of.js';
import { isOnlyIntended } from '../../../language/targetness.js';

/** Least share of a bare statement's matter that the record must hold before it bears it out. */
const MIN_PLAIN = 0.78;
const MIN_PLAIN_DIRECT = 0.5;

/** What came of one part of a statement. */
export interface Ruling {
  verdict: 'supported' | 'contradicted' | 'not_found';
  /** One for each assertion the record speaks of. */
  findings: Finding[];
  /** What the record does not say. */
  missing: string;
}

/** Judges one part by the clauses that may speak of it: contradicted where one assertion differs, supported only where every one holds. */
export function rule(claim: Claim, spots: readonly Spot[]): Ruling {
  const [best] = spots;
  if (best === undefined) return { verdict: 'not_found', findings: [], missing: '' };
  const byFulfilment = ruleByFulfilment(claim, spots);
  if (byFulfilment !== null) return { verdict: byFulfilment.outcome === 'holds' ? 'supported' : 'contradicted', findings: [byFulfilment], missing: '' };
  // A heading names a matter and says nothing of it.
  const spoken = spots.find((spot) => speaks(spot) && !spot.own.startsWith('#')) ?? spots.find(speaks);
  if (spoken !== undefined) {
    const opposite = spoken.direct >= MIN_PLAIN_DIRECT ? oppositeOf(claim.text, spoken.own, wordsOf(claim)) : null;
    const denied = opposite ?? (spoken.inSentence >= MIN_PLAIN_DIRECT || spoken.near >= MIN_PLAIN ? deniedBy(plainText(claim), spoken.whole) : null);
    if (denied === 'open') return { verdict: 'not_found', findings: [], missing: missingOf(claim, spoken, claim.visible) };
    if (denied !== null) return { verdict: 'contradicted', findings: [{ outcome: 'differs', ...denied, spot: spoken }], missing: '' };
  }
  const findings: Finding[] = [];
  const absent: string[] = [];
  for (const assertion of claim.assertions) {
    const found = judge(assertion, claim, spots);
    if (found.length === 0) absent.push(assertion.text);
    findings.push(...found);
  }
  if (findings.some(({ outcome }) => outcome === 'differs')) return { verdict: 'contradicted', findings, missing: '' };
  if (absent.length > 0) return { verdict: 'not_found', findings, missing: missingOf(claim, best, absent.join('、')) };
  if (findings.some(({ spot }) => deniedBy(plainText(claim), spot.whole) !== null)) return { verdict: 'not_found', findings: [], missing: claim.visible };
  if (findings.length > 0) return { verdict: 'supported', findings, missing: '' };
  const plain = spots.find((spot) => speaks(spot) && spot.held >= MIN_PLAIN && spot.inSentence >= MIN_PLAIN_DIRECT && saysAll(claim, spot) && isBorneOut(claim, spot) && !isOnlyIntended(claim.text, spot.target, spot.whole));
  if (plain === undefined) return { verdict: 'not_found', findings: [], missing: missingOf(claim, best, claim.visible) };
  return { verdict: 'supported', findings: [{ outcome: 'holds', claimed: claim.visible, recorded: '', spot: plain }], missing: '' };
}

/** One verdict for all parts: one that differs spoils the whole, one that is nowhere leaves it open. */
export function joinRulings(rulings: readonly Ruling[]): Ruling {
  const verdict = (['contradicted', 'not_found', 'supported'] as const).find((candidate) => rulings.some((ruling) => ruling.verdict === candidate)) ?? 'not_found';
  const findings = rulings.flatMap((ruling) => ruling.findings);
  return { verdict, findings, missing: rulings.map(({ missing }) => missing).filter((missing) => missing !== '').join('、') };
}

/** The statement with names blanked: a 未 in a name denies nothing. Same length. */
function plainText({ text, assertions }: Claim): string {
  return assertions.reduce((plain, assertion) => ('name' in assertion ? plain.replaceAll(assertion.name, ' '.repeat(assertion.name.length)) : plain), text);
}

function wordsOf(claim: Claim): string[] {
  return claim.topic.filter(({ importance }) => importance >= 0.5).map(({ text }) => text);
}

function missingOf(claim: Claim, best: Spot, rest: string): string {
  if (best.missing.length > 0) return best.missing.slice(0, 3).join('、');
  const absent = claim.topic.filter(({ text, importance }) => importance >= 0.5 && !best.whole.includes(text)).map(({ text }) => text);
  return absent.length > 0 ? absent.slice(0, 3).join('、') : rest;
}

/** The sentence before the record where all that was compared differs. */
export function differsLead(values: readonly Pick<Finding, 'claimed' | 'recorded'>[], { language }: Pick<Intent, 'language'>): string {
  const pairs = values.map(({ claimed, recorded }) => (language === 'zh' ? `说法：${claimed}；记录：${recorded}` : `Claimed: ${claimed}; on record: ${recorded}`));
  return language === 'zh' ? `说法与记录不符。${pairs.join('。')}。\n` : `The record says otherwise. ${pairs.join('. ')}.\n`;
}

/** The sentence before the quoted record: the verdict, and claimed beside recorded for each value that was compared. */
export function leadOf({ verdict, findings, missing }: Ruling, { language }: Pick<Intent, 'language'>): string {
  const isChinese = language === 'zh';
  const differing = findings.filter(({ outcome }) => outcome === 'differs');
  const holding = findings.filter(({ outcome, recorded }) => outcome === 'holds' && recorded !== '').map(({ claimed }) => claimed);
  if (verdict === 'supported') return isChinese ? '说法与记录一致。记录：' : 'The record bears this out: ';
  if (verdict === 'not_found') return isChinese ? `只查到说法的一部分：${holding.join('、')}与记录一致，其余没有记录。记录：` : `Only a part is on record: ${holding.join(', ')}. `;
  const pairs = [...new Set(differing.map(({ claimed }) => claimed))].map((claimed) => {
    const recorded = differing.filter((finding) => finding.claimed === claimed).map((finding) => finding.recorded).join(isChinese ? '，' : ', ');
    return isChinese ? `说法：${claimed}；记录：${recorded}` : `Claimed: ${claimed}; on record: ${recorded}`;
  });
  const isHalf = holding.length > 0 || missing !== '';
  if (isChinese) return `${isHalf ? '说法与记录有一部分不符' : '说法与记录不符'}。${pairs.join('。')}。${holding.length > 0 ? `与记录一致的部分：${holding.join('、')}。` : ''}${missing === '' ? '' : `没有查到的部分：${missing}。`}\n`;
  return `${isHalf ? 'The record says otherwise in part' : 'The record says otherwise'}. ${pairs.join('. ')}.${holding.length > 0 ? ` As claimed: ${holding.join(', ')}.` : ''}${missing === '' ? '' : ` Not on record: ${missing}.`}\n`;
}
