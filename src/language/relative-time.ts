import { parseNumeral } from './chinese-numerals.js';
import { fold } from './fold.js';

/** A time that is told from the day of asking (去年, 上个月, 昨天) or from the records (最近一次). Offsets are those of the text. */
export interface RelativeTime {
  start: number;
  end: number;
  /** `years`: a run of years up to this one (近三年); `latest`: the newest meeting or report on record. */
  unit: 'year' | 'month' | 'week' | 'day' | 'years' | 'latest';
  /** How many units after the day of asking; for `years` how many years the run has. */
  offset: number;
}

type Reading = readonly [RegExp, RelativeTime['unit'], (match: RegExpExecArray) => number];

const by = (offsets: Record<string, number>) => (match: RegExpExecArray): number => offsets[match[1] ?? match[0]] ?? 0;

/** Longer forms first: what one pattern has taken no later one may take again. */
const READINGS: readonly Reading[] = [
  [/(?:最?近|过去)([两二三四五六七八九十]|\d{1,2})年(?!级|来的?第)/g, 'years', (match) => parseNumeral(match[1] === '两' ? '二' : (match[1] ?? '')) ?? 1],
  [/(大前年|前年|去年|今年|本年度|明年|后年)(?:度)?(?:年(?=[初底末中]))?/g, 'year', by({ 大前年: -3, 前年: -2, 去年: -1, 今年: 0, 本年度: 0, 明年: 1, 后年: 2 })],
  [/(?<![a-z])(?:in )?(last year|this year|next year)(?:['’]s)?(?![a-z])/g, 'year', by({ 'last year': -1, 'this year': 0, 'next year': 1 })],
  [/(?<![\d年月])(?=年初|[上下]半年(?!度))/g, 'year', () => 0],
  [/(上上个?月|上个?月(?!球)|这个月|本月|下个?月)(?:份)?/g, 'month', (match) => (match[0].startsWith('上上') ? -2 : match[0].startsWith('上') ? -1 : match[0].startsWith('下') ? 1 : 0)],
  [/(?<![a-z])(last month|this month)(?![a-z])/g, 'month', by({ 'last month': -1, 'this month': 0 })],
  [/(?:上上个?|上个?|这个?|本|下个?)(?:周|星期|礼拜)(?![期边围年])/g, 'week', (match) => (match[0].startsWith('上上') ? -2 : match[0].startsWith('上') ? -1 : match[0].startsWith('下') ? 1 : 0)],
  [/(?<![a-z])(last week|this week)(?![a-z])/g, 'week', by({ 'last week': -1, 'this week': 0 })],
  [/大前天|前天|昨[天日]|今[天日]|明[天日](?!灯)/g, 'day', (match) => ({ 大: -3, 前: -2, 昨: -1, 今: 0, 明: 1 })[match[0][0] ?? ''] ?? 0],
  [/(?<![a-z])(yesterday|today)(?![a-z])/g, 'day', by({ yesterday: -1, today: 0 })],
  [/(?:最近|最新|最后)(?:的|召开的|举行的|开的)?一[次回届期场](?:的)?|(?:最近|最新)(?:的|那次|召开的|举行的)?(?=[\u3400-\u9fffa-z ]{0,10}(?:会议|例会|全会|大会|两会|工作报告|公报))|上一?[次回](?:的)?(?=[\u3400-\u9fffa-z ]{0,14}(?:会|报告))|上一?次(?=的|$)/g, 'latest', () => 0],
  [/(?<![a-z])(?:the )?(?:latest|last|most recent)(?= [a-z ]{0,48}(?:meeting|session|report))/g, 'latest', () => 0],
];

/** 比去年, 与上月相比, 去年同期: what a figure is measured against, not when it is asked of. */
const MEASURED_FROM = /(?:比|较|相比于?|超过|高于|低于|多于|少于|好于|than )$/;
const MEASURED_TO = /^(?:同期|末|底)?(?:的?[^，。？]{0,6})?(?:相比|比起?来?(?!例|重|较|率)|持平|一样)|^同期/;

/** Times of the text that need a day or the records to be understood, in order; what is quoted is somebody else's time. */
export function findRelativeTimes(text: string): RelativeTime[] {
  const folded = fold(text);
  const quotes = [...folded.matchAll(/[“"「『《][^”"」』》]*[”"」』》]/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const found: RelativeTime[] = [];
  for (const [pattern, unit, offsetOf] of READINGS) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isTaken = [...found, ...quotes].some((other) => other.start < Math.max(end, start + 1) && start < other.end);
      const isMeasure = MEASURED_FROM.test(folded.slice(0, start)) || (/[和与跟同]$/.test(folded.slice(0, start)) && MEASURED_TO.test(folded.slice(end))) || folded.startsWith('同期', end);
      if (!isTaken && !isMeasure) found.push({ start, end, unit, offset: offsetOf(match) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** '25年, 25年2月, 24年政府工作报告: years written with two digits, where nothing but a year can stand. */
export function writeYearsOut(text: string): string {
  return text.replace(/(?<![\d.])['’‘]([12]\d)年?|(?<![\d.年第])(2\d)年(?=\s*(?:\d{1,2}\s*月|(?:的)?(?:政府)?工作报告|两会))/g, (_, quoted: string | undefined, bare: string | undefined) => `20${quoted ?? bare ?? ''}年`);
}
