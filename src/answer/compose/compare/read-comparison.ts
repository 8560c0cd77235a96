import type { Intent } from '../../intent.js';
import { readFrame } from '../claim/claim-frame.js';
import { findDates } from '../../../language/dates.js';
import { findMeetings } from '../../../language/meetings.js';
import { findFigures, type Figure } from '../../../language/figures.js';
import { splitRest, splitShare } from './split-parts.js';
import { complete, splitJoined, splitThan, splitTimes, type Sides } from './split-sides.js';

/** What is to be made of the sides. */
export type Operation = 'difference' | 'sum' | 'ratio' | 'share' | 'rest' | 'same' | 'each';

export interface SideQuestion {
  /** What tells this side apart, as typed. */
  label: string;
  /** A question of its own for this side. */
  question: string;
}

/** A question that sets two or more things side by side. */
export interface Comparison {
  operation: Operation;
  sides: SideQuestion[];
  /** What a claim says of the first side against the second; null where it is asked. */
  claimed: ClaimedOrder | null;
}

/** A比B多9件, A和B合计50件: which way (null for a sum), and by how much where that is said. */
export interface ClaimedOrder {
  isMore: boolean | null;
  figure: Figure | null;
  /** As typed. */
  text: string;
}

/** Asks for the first, last or nth of a series inside one record. */
export interface Extreme {
  end: 'most' | 'least';
  /** How many from that end: 1, or 3 for 前三. */
  count: number;
  /** Rank asked alone (排第二), else null. */
  rank: number | null;
}

const MOST = '最多|最高|最大|最长|最快|居首|排(?:在)?第一|排首位|占比最大|位居第一';
const LEAST = '最少|最低|最小|最短|最慢|排(?:在)?(?:末位|最后)|垫底';
const END = `(?:${MOST}|${LEAST})`;
const EXTREME = new RegExp(
  `(?:哪|谁|什么|几)[^,，]{0,14}${END}(?:的)?[\\s?？。呢]*$|${END}(?:的[^,，]{0,8})?是(?:哪|谁|什么|几)(?!时候|时间|意思|里|儿|年|天)|${END}的?前[二两三四五]|(?:前[二两三四五](?:名|位|类|个|项)?).{0,10}(?:哪|什么)|排(?:在)?第[二三四五六].{0,10}(?:哪|什么)|(?:哪|什么).{0,12}排(?:在)?第[二三四五六]|(?:which|what) .{0,40}(?:most|least|largest|smallest|highest|lowest)`,
);
const DIGIT: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** Reads 最多, 最少, 排第二, 前三 from a folded question; null when none is asked for. */
export function readExtreme(intent: Intent): Extreme | null {
  const { folded } = intent;
  if (readFrame(folded) !== null || !EXTREME.test(folded)) return null;
  const rank = /排(?:在)?第([二三四五六])/.exec(folded)?.[1];
  const first = /前([二两三四五])/.exec(folded)?.[1];
  return { end: new RegExp(LEAST).test(folded) ? 'least' : 'most', count: DIGIT[first ?? ''] ?? 1, rank: rank === undefined ? null : (DIGIT[rank] ?? null) };
}

/** What a side can be measured or named by; without it 有什么不同 asks for a description. */
const MEASURED = /目标|数|额|率|比重|占比|增速|增幅|面积|产量|产值|收入|投资|时间|日期|哪天|地点|主持人|报告人|负责人|职务/;
const COMPARES =
  /相差|差(?:了)?多少|差几|差距|多多少|少多少|高多少|低多少|大多少|小多少|(?:多|少|高|低|大|小|增加|减少|提高|下降|增长)(?:了|出)?(?:多少|几)|(?:哪|谁)[^,，]{0,14}(?:多|少|高|低|大|小|快|慢|早|晚)(?:一些|一点|些|呢)?[\s?？。]*$|更(?:多|少|高|低|大|小|快|早|晚)|(?:相比|对比|比较).{0,12}(?:如何|怎么样|变化|增|减|多|少|高|低)|difference|higher|more than/;
const SUM = /加起来|合起来|合计|之和|加在一起|总和|相加|[一总]?共(?:有|计)?(?=多少|几)|一共|总共/;
const SAME = /(?:一样|相同|相等|一致|同一(?:个|位|人|天)).{0,4}(?:吗|不|么|$)|是不是(?:一样|相同|同)|有没有变|有(?:什么|何|啥)?(?:不同|区别|变化)|the same/;
const EACH = /分别|各(?:是|有|为|自|多少|占)|各[\u3400-\u9fff]{1,4}(?:多少|几)|都是多少|依次/;

/** Reads a comparison of two or more sides; null when the question sets nothing side by side. */
export function readComparison(intent: Intent): Comparison | null {
  const framed = readFrame(intent.folded);
  if (framed !== null) return readClaimed(intent.text.slice(framed.start, framed.end));
  const text = intent.text.replace(/^(?:请问|想问一下|麻烦问一下|请?(?:比较|对比)一下)[,，]?/, '').replace(/[?？。！!\s]+$/, '');
  const share = splitShare(text);
  if (share !== null) return { operation: 'share', sides: questionsOf(share, 'share'), claimed: null };
  const rest = splitRest(text);
  if (rest !== null) return { operation: 'rest', sides: questionsOf(rest, 'rest'), claimed: null };
  const times = splitTimes(text);
  if (times !== null) return { operation: 'ratio', sides: questionsOf(times, 'ratio'), claimed: null };
  const than = splitThan(text);
  if (than !== null && (MEASURED.test(intent.folded) || /[多少高低大小增减差快慢早晚]/.test(than.suffix))) return { operation: 'difference', sides: questionsOf(than, 'difference'), claimed: null };
  const operation = operationOf(intent.folded);
  if (operation === null) return null;
  const sides = splitJoined(text);
  return sides === null ? null : { operation, sides: questionsOf(completed(sides, operation), operation), claimed: null };
}

/** A claim that compares: 听说A比B多9件，对吗. */
function readClaimed(text: string): Comparison | null {
  const than = splitThan(text);
  if (than === null) return readClaimedSum(text);
  const isMore = /^(?:要|还)?(?:多|高|大|增加|增长|提高|快|早)/.test(than.suffix);
  const figure = findFigures(than.suffix)[0] ?? null;
  return { operation: 'difference', sides: questionsOf({ ...than, suffix: `多多少${figure?.unit ?? ''}` }, 'difference'), claimed: { isMore, figure, text: than.suffix } };
}

function readClaimedSum(text: string): Comparison | null {
  const sides = SUM.test(text) ? splitJoined(text) : null;
  const figure = sides === null ? undefined : findFigures(sides.suffix)[0];
  if (sides === null || figure === undefined) return null;
  return { operation: 'sum', sides: questionsOf({ ...sides, suffix: `${sides.suffix.replace(/(?:两[类项者个])?(?:加起来|合起来|合计|之和|加在一起|总和|相加|一共).*$/, '')}加起来多少${figure.unit}` }, 'sum'), claimed: { isMore: null, figure, text: sides.suffix } };
}

/** X的目标和2024年的一样吗: where nothing stands behind the sides, the second takes its words from the first. */
function completed(sides: Sides, operation: Operation): Sides {
  const [a, b] = sides.labels;
  const at = sides.suffix.search(COMPARING);
  const isBare = /^的?$/.test(at < 0 ? sides.suffix : sides.suffix.slice(0, at));
  if (operation === 'each' || !isBare || a === undefined || b === undefined || sides.labels.length !== 2) return sides;
  const [first, second] = complete(a, b);
  return { ...sides, labels: [first.label, second.label], wholes: [first.whole, second.whole], suffix: sides.suffix.replace(/^的/, '') };
}

function operationOf(folded: string): Operation | null {
  if (SAME.test(folded) && (MEASURED.test(folded) || !/有(?:什么|何|啥)?(?:不同|区别|变化|不一样|相同)/.test(folded))) return 'same';
  if (SUM.test(folded) && /多少|几/.test(folded)) return 'sum';
  if (COMPARES.test(folded)) return 'difference';
  return EACH.test(folded) ? 'each' : null;
}

/** Where the words begin that compare; a question for one side must not hold them. */
const COMPARING = /[,，]?\s*(?:之间|相比之?下?|对比|比较|比起来|比(?=[,，]))?[,，]?\s*(?:哪|谁|相差|差(?!旅|额|异)|(?:要|更)?(?:多|少|高|低|大|小|增加|减少|提高|下降|增长)(?:了|出|开|提|收|立|建|办|发|做){0,2}(?:多少|几|吗|$)|更|之间|相比|对比|比较|(?:是不是|是否)?(?:都)?(?:一样|相同|相等|一致|同一(?:个|位))|(?:有没)?有(?:什么|何|啥)?(?:不同|区别|变)|(?:两[类项者个])?(?:加起来|合起来|合计|之和|加在一起|总和|相加|一共|总共|共(?:有|计)?(?=多少|几)))/;
const UNIT_ASKED = /(?:多少|几)(个?百分点|平方公里|公顷|[件个次人位名篇份家条场期天项类元吨亩倍])/;
/** 哪份建议的条数多 → 建议的条数. */
const NOUN_ASKED = /(?:哪|谁)(?:一)?(?:个|份|类|项|次|年|家|边|届)?(?:省|市|县|区|地|会议|报告)?(?:的)?([\u4e00-\u9fffa-zA-Z]{0,10}?)(?:更|要|比较)?(?:多|少|高|低|大|小|快|慢|早|晚)/;

function questionsOf({ labels, wholes = labels, prefix, suffix }: Sides, operation: Operation): SideQuestion[] {
  const shared = operation === 'share' || operation === 'rest' ? suffix : operation === 'each' ? suffix.replace(/分别|各自|各|都|依次/g, '') : plainTail(suffix, operation);
  const scope = scopeOfSides(wholes);
  return labels.map((label, index) => ({ label: shortLabel(label), question: `${prefix}${inScope(scope, wholes[index] ?? label)}${shared}` }));
}

/** Words by which a side says itself which session or time it means. */
const OWN_SCOPE = /[〇零一二两三四五六七八九十百\d]\s*[次届屆年月]|[上下本这那前后]一?[次届屆年]|[去今明前]年/;

/** The session or date that one side names and the others leave out: 七届四次会议收到的比立案的 speaks of one session. */
function scopeOfSides(wholes: readonly string[]): string {
  const named = wholes.find((whole) => OWN_SCOPE.test(whole)) ?? '';
  const spans = [...findMeetings(named), ...findDates(named)].sort((a, b) => a.start - b.start);
  return spans.map(({ start, end }) => named.slice(start, end)).join('');
}

function inScope(scope: string, whole: string): string {
  return scope === '' || OWN_SCOPE.test(whole) ? whole : `${scope}${whole}`;
}

/** A document is told from its like by year and place. */
function shortLabel(label: string): string {
  const short = label.replace(/(?:国务院|人民)?政府工作报告(?:(?:中)?提出)?(?:的.*)?$/, '');
  return short.length >= 2 ? short : label;
}

function plainTail(suffix: string, operation: Operation): string {
  const at = suffix.search(COMPARING);
  const base = (at < 0 ? suffix : suffix.slice(0, at)).replace(/^(?:这)?两(?:个|次|份|类|项|家|年)?/, '');
  const rest = at < 0 ? '' : suffix.slice(at);
  if (operation === 'same') return base + asksValue(suffix);
  const noun = (NOUN_ASKED.exec(rest)?.[1] ?? '').replace(/^.{0,3}得$/, '');
  return `${base}${noun === '' ? '' : `的${noun}`}是多少${UNIT_ASKED.exec(suffix)?.[1] ?? ''}`;
}

function asksValue(suffix: string): string {
  if (/主持人|报告人|主席|负责人|召集人|人选|领导|主持|谁/.test(suffix)) return '是谁';
  return /时间|日期|哪天/.test(suffix) ? '是什么时候' : /地点|地址|哪里/.test(suffix) ? '在哪里' : '是多少';
}
