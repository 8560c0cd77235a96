import { fold } from '../../../language/fold.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, type WeighedWord } from '../../evidence.js';
import { CATEGORY } from '../../answer-type.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import type { Cut, Draft } from '../draft.js';
import { orderOf } from './arithmetic.js';
import type { Extreme } from './read-comparison.js';
import { findSeries, type Series, type SeriesItem } from './series.js';

const MAX_PASSAGES = 10;
/** Least share of the asked words that the series and what stands around it must hold. */
const MIN_HELD = 0.5;
/** A list longer than this is quoted only where its chosen items stand. */
const MAX_QUOTE = 180;
/** Words that ask for an end of the series; they say nothing of its matter. */
const MANNER = /^(?:最.*|第.|前.|数量|件数|次数|人数|条数|占比|比重|比例|增速|增幅|一类|类|项|哪类|排|多|少|高|低|大|小|目标|预期|指标|各项|各类|各个|哪项|排在)$/;
const UNIT_OF_NOUN: readonly (readonly [RegExp, RegExp])[] = [[/件数|提案数/, /^件$/], [/占比|比重|比例|增速|增幅|增长|涨幅/, /^%$/], [/面积/, /公顷|亩|平方/], [/次数/, /次|场/], [/人数/, /人|名|位/], [/条数/, /^条$/]];

/** What a list of classes gains where a class is asked for: stages of the same things (received, merged, filed) are no classes. */
const CLASSES = 1.5;

interface Scored {
  ranked: Ranked;
  series: Series;
  score: number;
}

/** Answers 哪类最多, 排第二的是什么 from a series of like items; null where the records hold none that fits. */
export function composeExtreme(intent: Intent, extreme: Extreme, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const best = bestSeries(intent, words, scope, ranked, corpus);
  if (best === null) return null;
  const order = [...best.series.items].sort((a, b) => orderOf(b.figure, a.figure) ?? 0);
  if (extreme.end === 'least') order.reverse();
  const chosen = chooseFrom(order, extreme);
  if (chosen.length === 0) return null;
  const { passage } = best.ranked;
  const named = chosen.map(({ label, printed }) => `${label}（${printed}）`).join('、');
  const what = `${extreme.end === 'most' ? '从多到少' : '从少到多'}${extreme.rank === null ? (extreme.count > 1 ? `前${String(extreme.count)}位` : '') : `第${String(extreme.rank)}位`}`;
  const plain = extreme.rank === null && extreme.count === 1 ? adjective(intent, extreme, best.series.unit) : what;
  const lead = intent.language === 'zh' ? `比较记录中的${String(order.length)}项得出：${plain}的是${named}。\n` : `By comparing the ${String(order.length)} items on record: ${named}.\n`;
  const article = corpus.articleOfRow(passage.row);
  const isShort = best.series.end - best.series.start <= MAX_QUOTE;
  const spans = isShort ? [best.series] : chosen.map((item) => lineOf(passage.text, item));
  return computedDraft(spans.map(({ start, end }) => ({ article, start: passage.start + start, end: passage.start + end })), lead, [String(order.length), ...(extreme.count > 1 ? [String(extreme.count)] : []), ...(extreme.rank === null ? [] : [String(extreme.rank)])]);
}

function computedDraft(cuts: Cut[], lead: string, computed: readonly string[]): Draft {
  return { kind: 'cuts', cuts, verdict: null, lead, computed };
}

function chooseFrom(order: readonly SeriesItem[], { rank, count }: Extreme): SeriesItem[] {
  if (rank !== null) return order.slice(rank - 1, rank);
  const last = order[count - 1];
  return last === undefined ? [] : order.filter((item, index) => index < count || orderOf(item.figure, last.figure) === 0);
}

/** 最多 and 最少 of things that are counted, whatever the question calls it. */
function adjective(intent: Intent, { end }: Extreme, unit: string): string {
  const asked = /^(?:件|个|项|篇|次|人|名|位|家|户|条)$/.test(unit) ? undefined : /最[多少高低大小长短快慢]/.exec(intent.folded)?.[0];
  return asked ?? (end === 'most' ? '最多' : '最少');
}

function bestSeries(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Scored | null {
  const topic = words.filter(({ text, isUnknown, isName }) => !MANNER.test(text) && (!isUnknown || isName));
  const noun = /哪(?:一)?(类|项|个|种|家|份|次)/.exec(intent.folded)?.[1];
  const unit = UNIT_OF_NOUN.find(([asked]) => asked.test(intent.folded))?.[1];
  let best: Scored | null = null;
  for (const candidate of ranked.slice(0, MAX_PASSAGES)) {
    const { passage } = candidate;
    if (scope.articles !== null && !scope.articles.has(corpus.articleOfRow(passage.row))) continue;
    if (scope.articles === null && gapsOfPassage(intent, passage, corpus).length > 0) continue;
    const folded = fold(passage.text);
    const header = headerLine(passage.header);
    for (const [index, series] of findSeries(passage.text).entries()) {
      if (series.items.length < 3 || (unit !== undefined && !unit.test(series.unit))) continue;
      const labels = fold(series.items.map(({ label }) => label).join(' '));
      const held = coverage(topic, [{ folded: folded.slice(series.start, series.end), factor: 1 }, { folded: folded.slice(Math.max(0, series.start - 80), series.start), factor: 0.9 }, { folded: header, factor: 0.8 }, { folded: fold(passage.heading), factor: 0.9 }, { folded, factor: 0.5 }]);
      if (held < MIN_HELD) continue;
      if (!isOfKind(intent.askedNoun, labels, `${folded} ${header}`)) continue;
      const isClass = noun === '类' && (labels.match(/类/g)?.length ?? 0) >= series.items.length / 2;
      const score = held + 0.6 * coverage(topic, [{ folded: labels, factor: 1 }]) + (isClass ? CLASSES : 0) + 0.02 * Math.min(8, series.items.length) - 0.05 * index;
      if (score > (best?.score ?? -Infinity)) best = { ranked: candidate, series, score };
    }
  }
  return best;
}

/** 哪个乡镇…最多 is not answered by classes of proposals: what is asked for is named by the record, or the labels end like it (界别: 经济界). */
function isOfKind(asked: string | null, labels: string, around: string): boolean {
  if (asked === null || asked.length < 2 || CATEGORY.test(asked) || MANNER.test(asked)) return true;
  return around.includes(asked) || [...asked].some((character) => labels.includes(character));
}

function lineOf(text: string, item: SeriesItem): { start: number; end: number } {
  const stop = text.slice(item.end).search(/[，,；;。\n]/);
  const start = Math.max(...['，', ',', '；', ';', '。', '\n', '：'].map((mark) => text.lastIndexOf(mark, item.start - 1))) + 1;
  return { start, end: stop < 0 ? text.length : item.end + stop };
}
