import { findFigures, type Figure } from '../../../language/figures.js';
import { unitFactor } from '../../../language/values.js';
import { fold } from '../../../language/fold.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { headerLine, presence, type WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import type { TermMatch } from '../../term-match.js';
import { findSpots, type Spot } from '../claim/claim-spots.js';
import { isCompared, segmentAround, unasked } from '../claim/figure-segment.js';
import { speaks } from '../claim/spoken-of.js';
import type { Cut } from '../draft.js';
import { quoteOf } from '../claim/claim-quote.js';
import type { ReadFigure } from './arithmetic.js';

/** What was found for one side's question. */
export interface SideEvidence {
  intent: Intent;
  words: WeighedWord[];
  match: TermMatch;
  scope: Scope;
  ranked: Ranked[];
}

/** The figure the record gives for one side. */
export interface SideValue extends ReadFigure {
  /** Target or result; null where the wording leaves it open. */
  isTarget: boolean | null;
  cut: Cut;
}

/** Words that compare or count; they say nothing of what a side is about. */
const MANNER = /^(?:多少|哪个|面积|面积大|[\u4e00-\u9fff]数|数|数量|增速|增幅|幅度|比较|相比|哪|多|少|高|低|大|小|更|最|是|全年|全国|全市|数目|分别|一共|合计|份|两份|建议)$/;
const NO_VALUE_UNITS = new Set(['届', '级', '号', '步', '字', '']);
const UNIT_OF_NOUN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/比重|占比|比例|增速|增幅|涨幅|增长(?:的)?(?:预期)?目标|失业率|赤字率|增长率|率(?:是|目标|的|$)/, ['%', '百分点']],
  [/面积/, ['公顷', '亩', '平方公里', '平方米']],
  [/投资|产值|金额|资金|收入|支出|经费|预算|多少钱|赤字规模|营业额/, ['元', '']],
  [/人数|多少人/, ['人', '名', '位', '人次']],
  [/次数/, ['次', '场次', '场', '期']],
  [/件数|提案数|议案数/, ['件']],
  [/条数/, ['条']],
];

/** A figure that may be one side's, with how well it fits. */
interface Candidate {
  value: SideValue;
  score: number;
  /** Share of the matter that stands right by the figure. */
  near: number;
}

const MIN_SCORE = 0.6;
const TOLD = 0.85;
const HALF_TOLD = 0.5;
/** Each side is quoted in its own clause, so that several fit into one answer. */
const QUOTED = { whole: 45, lead: 24, clause: 80, isBare: true };
const EVERY_SIDE = 10;
/** How much worse a value of the same record may fit than one of another. */
const SAME_RECORD = 0.4;

/** The figures the record gives for the sides, of one dimension where there is a choice; null for a side of which it says nothing. With `isCount` no shares are taken. */
export function readSides(sides: readonly SideEvidence[], corpus: CorpusReader, isCount = false): (SideValue | null)[] {
  const isWanted = ({ value: { figure } }: Candidate): boolean => !isCount || (figure.unit !== '%' && figure.unit !== '百分点' && figure.unit !== '');
  const found = sides.map((side) => candidatesOf(side, sides.filter((other) => other !== side), corpus).filter(isWanted));
  // Where the matter stands by a figure of one side, a figure without most of it is of something else (失业率 is not 新增就业).
  const isTold = found.flat().some(({ near }) => near >= TOLD);
  const candidates = found.map((list) => (isTold ? list.filter(({ near }) => near >= HALF_TOLD) : list));
  const units = [...new Set(candidates.flat().map(({ value }) => value.figure.unit))];
  let best: { chosen: (Candidate | null)[]; score: number } | null = null;
  for (const unit of [...units, null]) {
    // Without a common unit each side keeps its own best: the answer then says that they do not compare.
    const fits = ({ value }: Candidate): boolean => unit === null || unitFactor(value.figure.unit, unit) !== null;
    const chosen = sameRecord(candidates.map((list) => list.filter(fits)), sides, isCount ? Infinity : SAME_RECORD);
    // A value for every side counts before a better fit for one of them.
    const score = chosen.reduce((sum, candidate) => sum + (candidate === null ? 0 : EVERY_SIDE + candidate.score), unit === null ? -EVERY_SIDE / 2 : 0);
    if (score > (best?.score ?? 0)) best = { chosen, score };
  }
  return best === null ? sides.map(() => null) : best.chosen.map((candidate) => candidate?.value ?? null);
}

/** The best candidate of each side; sides without a date or session of their own are looked for in one and the same record. */
function sameRecord(lists: readonly (readonly Candidate[])[], sides: readonly SideEvidence[], within: number): (Candidate | null)[] {
  const best = lists.map((list) => list[0] ?? null);
  if (sides.some(({ intent }) => intent.dates.length > 0 || intent.meetings.length > 0 || intent.places.length > 0)) return best;
  const lead = within === Infinity ? sharedRecord(lists) : (best.reduce((a, b) => ((b?.score ?? 0) > (a?.score ?? 0) ? b : a), null)?.value.cut.article ?? null);
  return best.map((candidate, index) => lists[index]?.find(({ value, score }) => value.cut.article === lead && score > (candidate?.score ?? 0) - within) ?? candidate);
}

/** The article that gives the best values for all sides together; null where none gives them all. */
function sharedRecord(lists: readonly (readonly Candidate[])[]): number | null {
  let best: { article: number; score: number } | null = null;
  for (const { value } of lists[0] ?? []) {
    const { article } = value.cut;
    const scores = lists.map((list) => list.find((candidate) => candidate.value.cut.article === article)?.score);
    const score = scores.reduce<number>((sum, each) => sum + (each ?? -Infinity), 0);
    if (score > (best?.score ?? -Infinity)) best = { article, score };
  }
  return best?.article ?? null;
}

/** Figures that stand with the words that tell this side from the others, best first. */
function candidatesOf(side: SideEvidence, others: readonly SideEvidence[], corpus: CorpusReader): Candidate[] {
  if (side.scope.isMissing) return [];
  const topic = side.words.filter(({ text }) => !MANNER.test(text));
  const rest = new Set(others.flatMap(({ words }) => words.map(({ text }) => text)));
  const own = topic.filter(({ text }) => !rest.has(text));
  const foreign = others.flatMap(({ words }) => words.filter((word) => !MANNER.test(word.text) && !side.words.some(({ text }) => text === word.text)));
  const claim = { text: side.intent.folded, visible: side.intent.text, start: 0, assertions: [], topic, pieces: [], quoted: [], titles: [], intent: side.intent };
  return findSpots(claim, side.scope, side.ranked, corpus)
    .filter((spot) => speaks(spot) && spot.isCompoundHeld)
    .flatMap((spot) => readingsOf(spot, side.intent, topic, own, foreign).map(({ figure, score, near }) => ({ value: valueOf(spot, figure, corpus), score, near })))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score);
}

function readingsOf(spot: Spot, intent: Intent, topic: readonly WeighedWord[], own: readonly WeighedWord[], foreign: readonly WeighedWord[]): { figure: Figure; score: number; near: number }[] {
  const { passage } = spot.ranked;
  const printed = passage.text.slice(spot.clause.start, spot.clause.end);
  const figures = findFigures(printed);
  const around = `${headerLine(passage.header)} ${fold(passage.heading)} ${spot.whole}`;
  return figures.flatMap((figure) => {
    if (figure.start < spot.valuesFrom || !isOfUnit(figure, intent)) return [];
    const segment = segmentAround(spot.own, figures, figure.start);
    const near = shareIn(topic, segment);
    const missing = own.filter((word) => presence(word, segment) < 0.75);
    if (missing.some((word) => presence(word, around) < 0.75)) return [];
    const hasForeign = foreign.some((word) => word.importance >= 0.6 && segment.includes(word.text));
    if (intent.wantsTarget && spot.target < 0) return [];
    if (isCompared(spot.own, figure.start) && !/比|增(?:长|加)|减少|上涨|下降|提高/.test(intent.folded)) return [];
    const yearly = spot.own.includes('年均') && !intent.folded.includes('年均') ? 0.4 : 0;
    return [{ figure, near, score: spot.score - yearly + 0.6 * near - 0.25 * own.filter((word) => !segment.includes(word.text)).length - (hasForeign ? 0.6 : 0) - unasked(segment, intent.folded) }];
  });
}

/** Whether a figure may be what was asked: of the unit named, or of one the noun stands for. */
function isOfUnit(figure: Figure, intent: Intent): boolean {
  if (intent.unit !== null) return unitFactor(figure.unit, intent.unit) !== null && figure.unit !== '';
  const known = UNIT_OF_NOUN.find(([noun]) => noun.test(intent.folded));
  return known === undefined ? !NO_VALUE_UNITS.has(figure.unit) : known[1].includes(figure.unit);
}

function shareIn(words: readonly WeighedWord[], text: string): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : words.reduce((sum, word) => sum + presence(word, text) * word.weight, 0) / total;
}

function valueOf(spot: Spot, figure: Figure, corpus: CorpusReader): SideValue {
  const { passage } = spot.ranked;
  const printed = withBound(passage.text.slice(spot.clause.start, spot.clause.end), figure);
  const span = quoteOf(passage.text, spot, QUOTED);
  return { figure, printed, isTarget: spot.target > 0.5 ? true : spot.target < 0 ? false : null, cut: { article: corpus.articleOfRow(passage.row), start: passage.start + span.start, end: passage.start + span.end } };
}

/** A figure with the words that bound it (超800万公顷, 5%左右). */
function withBound(clause: string, { start, end }: Figure): string {
  const before = /(?:不超过|不低于|不少于|超过?|超|约|近|逾|突破|至少)$/.exec(clause.slice(0, start))?.[0] ?? '';
  const after = /^(?:左右|以上|以下|以内|多|余)/.exec(clause.slice(end))?.[0] ?? '';
  return `${before}${clause.slice(start, end).trim()}${after}`;
}
