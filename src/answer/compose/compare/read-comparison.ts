import type { Intent } from '../../intent.js';
import { splitJoined, splitThan, type Sides } from './split-sides.js';

/** What is to be made of the sides. */
export type Operation = 'difference' | 'sum' | 'same' | 'each';

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
const EXTREME = new RegExp(`(?:哪|谁|什么|几).{0,14}(?:${MOST}|${LEAST})|(?:${MOST}|${LEAST})的?(?:前[二两三四五]|.{0,8}(?:哪|谁|什么|几))|(?:前[二两三四五](?:名|位|类|个|项)?).{0,10}(?:哪|什么)|排(?:在)?第[二三四五六].{0,10}(?:哪|什么)|(?:哪|什么).{0,12}排(?:在)?第[二三四五六]|(?:which|what) .{0,40}(?:most|least|largest|smallest|highest|lowest)`);
const DIGIT: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** Reads 最多, 最少, 排第二, 前三 from a folded question; null when none is asked for. */
export function readExtreme(intent: Intent): Extreme | null {
  const { folded } = intent;
  if (!EXTREME.test(folded)) return null;
  const rank = /排(?:在)?第([二三四五六])/.exec(folded)?.[1];
  const first = /前([二两三四五])/.exec(folded)?.[1];
  return { end: new RegExp(LEAST).test(folded) ? 'least' : 'most', count: DIGIT[first ?? ''] ?? 1, rank: rank === undefined ? null : (DIGIT[rank] ?? null) };
}

const COMPARES = /相比|对比|比较|相差|差(?:了)?多少|差几|差距|多多少|少多少|高多少|低多少|大多少|小多少|(?:多|少|高|低|大|小|增加|减少|提高|下降|增长)(?:了|出)?(?:多少|几)|哪(?:个|一个|份|类|一类|项|次|年|家|边)?.{0,10}(?:更|多|少|高|低|大|小|快|慢|早|晚)|谁.{0,6}(?:更|多|少|高|低|大|小)|更(?:多|少|高|低|大|小|快|早|晚)|difference|compare|higher|more than/;
const SUM = /加起来|合起来|合计|之和|加在一起|总和|相加|一共/;
const SAME = /(?:一样|相同|相等|一致|同一(?:个|位|人|天)).{0,4}(?:吗|不|么|$)|是不是(?:一样|相同|同)|有没有变|有(?:什么|何|啥)?(?:不同|区别|变化)|the same/;
const EACH = /分别|各(?:是|有|为|自|多少|占)|都是多少|依次/;

/** Reads a comparison of two or more sides; null when the question sets nothing side by side. */
export function readComparison(intent: Intent): Comparison | null {
  const text = intent.text.replace(/^(?:请问|想问一下|麻烦问一下|请?(?:比较|对比)一下)[,，]?/, '').replace(/[?？。！!\s]+$/, '');
  const than = splitThan(text);
  if (than !== null) return { operation: 'difference', sides: questionsOf(than, 'difference') };
  const operation = operationOf(intent.folded);
  if (operation === null) return null;
  const sides = splitJoined(text);
  return sides === null ? null : { operation, sides: questionsOf(sides, operation) };
}

function operationOf(folded: string): Operation | null {
  if (SAME.test(folded)) return 'same';
  if (SUM.test(folded) && /多少|几/.test(folded)) return 'sum';
  if (COMPARES.test(folded)) return 'difference';
  return EACH.test(folded) ? 'each' : null;
}

/** The words that compare, which a question for one side must not hold. */
const TAIL = /[,，]?(?:(?:这|哪)?两(?:个|者|次|份|类|项|家)?(?:会议)?(?:之间)?)?(?:相比之?下?|对比|比较|比起来|比|之间)?[,，]?(?:哪(?:个|一个|份|类|一类|项|次|年|家|边)|谁)?(?:的?([\u4e00-\u9fff]{1,6}?))?(?:更|要|比较|最)?(?:多|少|高|低|大|小|快|慢|早|晚|靠前|相差|差距?(?:是)?|有(?:什么|何|啥)?(?:不同|区别|变化))(?:一些|一点|些|了|出)?(?:多少|几)?([件个次人位名篇份家条场期天项类元吨亩倍]|个?百分点|公顷)?(?:提案|建议)?(?:吗|呢)?$/;

function questionsOf({ labels, prefix, suffix }: Sides, operation: Operation): SideQuestion[] {
  const shared = operation === 'difference' || operation === 'same' || operation === 'sum' ? plainTail(suffix, operation) : suffix.replace(/分别|各自|各|都|依次/g, '');
  return labels.map((label) => ({ label, question: `${prefix}${label}${shared}` }));
}

function plainTail(suffix: string, operation: Operation): string {
  if (operation === 'same') return suffix.replace(/(?:是不是|是否)?(?:都)?(?:一样|相同|相等|一致|同一(?:个|位)?人?|有(?:什么|何|啥)?(?:不同|区别|变化)).*$/, '') + asksValue(suffix);
  if (operation === 'sum') return `${suffix.replace(/(?:两类|两项|两者)?(?:加起来|合起来|合计|之和|加在一起|总和|相加|一共).*$/, '')}是多少${/(?:多少|几)([件个次人位名篇份家条场期天项类])/.exec(suffix)?.[1] ?? ''}`;
  const match = TAIL.exec(suffix);
  if (match === null) return suffix;
  const noun = match[1] ?? '';
  return `${suffix.slice(0, match.index)}${/面积|数|额|量|增速|增幅|目标|比重|占比|产值|条数|人数/.test(noun) ? `的${noun}` : ''}是多少${match[2] ?? ''}`;
}

function asksValue(suffix: string): string {
  if (/主持人|报告人|主席|负责人|召集人|人选|领导|谁/.test(suffix)) return '是谁';
  return /时间|日期|哪天/.test(suffix) ? '是什么时候' : /地点|地址|哪里/.test(suffix) ? '在哪里' : '是多少';
}
