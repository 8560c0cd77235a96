import { findDates } from '../../../language/dates.js';
import { findMeetings } from '../../../language/meetings.js';
import type { Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';

/** Longest wording of one side, in UTF-16 units. */
const MAX_SIDE = 40;
/** What ends the second side when nothing in common marks its end. */
const SIDE_END = /[的,，、;；]|哪|谁|相比|比起|对比|比较|相差|差了?多少|差几|分别|各|一样|相同|之间|之和|加起来|合计|合起来|总共|一共|共|两|这|都|是不是|有什么|有何|多少|比(?![重例率值])|更|与|跟|和/;
const ORDINAL = /第?[一二三四五六七八九十百\d]+(?:届|次|号|期|年|季度|月|批|轮)(?:全体)?(?:会议|全会|大会)?/;
const ORDINAL_END = new RegExp(`(?:${ORDINAL.source})$`);
const ORDINAL_RUN = new RegExp(`^(?:${ORDINAL.source})+`);
const JOINING = /^(?:和|与|跟|同|以及|还是|及|and|vs)$/;
const ASKED = /哪|谁|什么|多少|怎么|如何/;

/** Two or more things set side by side: each is a question of its own once the shared words stand around it. */
export interface Sides {
  /** What tells the sides apart, as typed. */
  labels: string[];
  /** The same with shared words that only one side says, where that differs. */
  wholes?: string[];
  /** Shared words before and after. */
  prefix: string;
  suffix: string;
}

const QUOTED = /[“"「『][^”"」』]{1,120}[”"」』]|《[^》]{1,120}》/g;
/** First character of the private area: each stands for one quoted title while a question is taken apart. */
const STAND_IN = 0xe000;

/** A和B…, A、B和C…: finds where each side begins and ends by what they have in common; null where nothing is joined. Quoted titles stay whole. */
export function splitJoined(text: string): Sides | null {
  const quotes: string[] = [];
  const masked = text.replace(QUOTED, (quote) => String.fromCharCode(STAND_IN + quotes.push(quote) - 1));
  const sides = splitMasked(masked);
  if (sides === null) return null;
  const restore = (part: string): string => part.replace(/[\ue000-\uf8ff]/g, (character) => quotes[character.charCodeAt(0) - STAND_IN] ?? '');
  return { labels: sides.labels.map(restore), prefix: restore(sides.prefix), suffix: restore(sides.suffix) };
}

function splitMasked(text: string): Sides | null {
  let at = 0;
  for (const { word } of tagWords(text)) {
    const from = at;
    at += word.length;
    if (!JOINING.test(word)) continue;
    const left = text.slice(0, from).replace(/[,，]$/, '');
    const right = text.slice(at);
    if (left === '' || right === '' || left.length + right.length < 4 || ASKED.test(left)) continue;
    const sides = splitAt(left, right);
    if (sides !== null) return sides;
  }
  return splitFrames(text);
}

/** 2031年、2032年、2033年…: dates or sessions in a row, with nothing that joins the last. */
function splitFrames(text: string): Sides | null {
  const frames: Span[] = [...findDates(text), ...findMeetings(text)].sort((a, b) => a.start - b.start);
  const [first] = frames;
  if (first === undefined) return null;
  const row = [first];
  for (const frame of frames.slice(1)) if (/^[、,，]$/.test(text.slice(row.at(-1)?.end, frame.start).trim())) row.push(frame);
  const last = row.at(-1) ?? first;
  return row.length < 2 ? null : { labels: row.map(({ start, end }) => text.slice(start, end)), prefix: text.slice(0, first.start), suffix: text.slice(last.end) };
}

function splitAt(left: string, right: string): Sides | null {
  const endRight = endOfRight(left, right);
  const b = right.slice(0, endRight);
  if (b.length < 1 || b.length > MAX_SIDE) return null;
  const startLeft = startOfLeft(left, b);
  const items = left.slice(startLeft).split('、').map((item) => item.trim());
  if (items.some((item) => item === '' || item.length > MAX_SIDE) || items.includes(b)) return null;
  return { labels: [...items, b], prefix: left.slice(0, startLeft), suffix: right.slice(endRight) };
}

/** The second side reaches as far as the first one's end is found in it again (…增加值 和 …增加值), else to the first word that is shared. */
function endOfRight(left: string, right: string): number {
  // 第三次和第四次会议: 会议 is said of both.
  const whole = ORDINAL_RUN.exec(right)?.[0];
  const run = /[会]$|议$/.test(left) ? whole : whole?.replace(/(?:全体)?(?:会议|全会|大会)$/, '');
  if (run !== undefined && ORDINAL_END.test(left) && findDates(right)[0]?.start !== 0) return run.length;
  const stop = right.search(/[,，;；?？]/);
  const reach = stop < 0 ? right.length : stop;
  for (let length = Math.min(12, left.length); length >= 1; length--) {
    const tail = left.slice(-length);
    if (!/^[\u4e00-\u9fffa-z0-9]+$/i.test(tail) || /^[的了是中里上]/.test(tail)) continue;
    const at = right.indexOf(tail);
    if (at > 0 && at + length <= reach && (length > 1 || at <= 8)) return at + length;
  }
  const date = findDates(right)[0];
  const from = date?.start === 0 ? date.end : 0;
  const end = right.slice(from).search(SIDE_END);
  const shared = end < 0 ? right.length : from + Math.max(end, from === 0 ? 1 : 0);
  // A date behind the last of several sides is said of all of them (北京、上海和广东2026年…).
  return date !== undefined && date.start > 0 && date.start < shared && findDates(left).length === 0 ? date.start : shared;
}

/** The first side begins with what the second begins with (a date, a session, an ordinal), else behind the last shared frame. */
function startOfLeft(left: string, b: string): number {
  const opening = findDates(b)[0]?.start === 0 ? undefined : ORDINAL_RUN.exec(b)?.[0];
  if (opening !== undefined) return lastOrdinals(left, opening.match(new RegExp(ORDINAL.source, 'g'))?.length ?? 1);
  const frames: Span[] = [...findDates(left), ...findMeetings(left)].sort((x, y) => x.start - y.start);
  const opensWithFrame = findDates(b)[0]?.start === 0 || findMeetings(b)[0]?.start === 0;
  if (opensWithFrame && frames[0] !== undefined) return runStart(frames, left);
  const afterFrame = Math.max(0, ...frames.filter(({ end }) => end < left.length).map(({ end }) => end));
  const marks = ['的', ',', '，', '里', '中', '上', '时', ' ', '比较', '对比'].map((mark) => left.lastIndexOf(mark)).map((at, index) => (at < 0 || at >= left.length - 1 ? 0 : at + (index > 7 ? 2 : 1)));
  // A side that is itself X的Y keeps both parts when the other is X的Y as well.
  const start = Math.max(afterFrame, b.includes('的') ? 0 : Math.max(...marks));
  const list = left.slice(afterFrame).includes('、') ? afterFrame : start;
  return left.slice(list).includes('、') ? list : start;
}

/** Where the last so many ordinals of a text begin (市政协七届|四次会议). */
function lastOrdinals(left: string, count: number): number {
  let start = left.length;
  for (let taken = 0; taken < count; taken++) {
    const match = ORDINAL_END.exec(left.slice(0, start));
    if (match === null) break;
    start = match.index;
  }
  return start === left.length ? 0 : start;
}

/** Where the run of dates and sessions that stand together begins (2025年 + 四次会议; 2024年、2025年). */
function runStart(frames: readonly Span[], left: string): number {
  let start = frames.at(-1)?.start ?? 0;
  for (const frame of frames.slice(0, -1).reverse()) if (/^[\s的在,、]{0,2}$/.test(left.slice(frame.end, start))) start = frame.start;
  return start;
}

const THAN = /^(.{2,60}?)(?:相)?(?<![占百同环对相])比(?![重例率值较])(?:起)?(.{1,60}?)(?:,)?((?:要|还)?(?:多|少|高|低|大|小|增加|减少|增长|下降|提高|降低|快|慢|晚|早)(?:了|出|开|提|收|立|建|办|发|做){0,2}(?:多少|几|吗|还是|没有|不|$|[\d一二三四五六七八九十百]).*)$/;
const AGAINST = /^(.{2,60}?)[,，]?(?:和|跟|与|同)(.{2,60}?)(?:的)?(?:相)?比(?:较|起来|一比)?(?:[,，]|(?=有|哪|谁|多|少|高|低|增|减|变))(.*)$/;
/** 比上年, 比去年: the record itself says how much, there is no second side to look for. */
const EARLIER = /^(?:上年|去年|上一?年|前一?年|上年同期|去年同期|同期|上次|上一?次|上届|上一?届|之前|以前|计划|预期)(?:的)?$/;

const TIMES = /^(.{2,60}?)是(.{2,60}?)的?(?:多少|几)倍$/;

/** A是B的多少倍. */
export function splitTimes(text: string): Sides | null {
  const match = TIMES.exec(text.replace(/[?？。]$/, ''));
  if (match === null || ASKED.test(match[1] ?? '')) return null;
  const [first, second] = complete((match[1] ?? '').trim(), (match[2] ?? '').trim());
  return { labels: [first.label, second.label], wholes: [first.whole, second.whole], prefix: '', suffix: '' };
}

/** A比B多多少, A跟B比，…: the side that leaves out the shared words takes them from the other. */
export function splitThan(text: string): Sides | null {
  const plain = text.replace(/[?？。]$/, '');
  const match = AGAINST.exec(plain) ?? THAN.exec(plain);
  if (match === null) return null;
  const [, a = '', b = '', tail = ''] = match;
  if (EARLIER.test(b.trim()) || ASKED.test(a) || ASKED.test(b)) return null;
  const [first, second] = complete(a.trim(), b.trim());
  return { labels: [first.label, second.label], wholes: [first.whole, second.whole], prefix: '', suffix: tail };
}

/** One side as it is called, and with the shared words that only the other one says. */
interface Completed {
  label: string;
  whole: string;
}

/** Completes the shorter of two parallel wordings with what the longer one says behind their common part. */
export function complete(a: string, b: string): [Completed, Completed] {
  if (b.length <= a.length) return withTail(a, b);
  const [longer, shorter] = withTail(b, a);
  return [shorter, longer];
}

function withTail(whole: string, part: string): [Completed, Completed] {
  const plain = { label: whole, whole };
  for (let length = Math.min(10, part.length); length >= 1; length--) {
    const tail = part.slice(-length);
    const at = whole.indexOf(tail);
    if (at < 0) continue;
    const rest = whole.slice(at + length);
    if (rest.length <= 1) return [plain, { label: part, whole: withHead(whole, part) }];
    return [{ label: whole.slice(0, at + length), whole }, { label: part, whole: part + rest }];
  }
  const of = whole.indexOf('的');
  return of > 0 && !part.includes('的') ? [{ label: whole.slice(0, of), whole }, { label: part, whole: part + whole.slice(of) }] : [plain, { label: part, whole: part }];
}

/** Sides that end alike: the shorter one may lack the date or session the longer one begins with. */
function withHead(whole: string, part: string): string {
  const frame = [...findDates(whole), ...findMeetings(whole)].sort((x, y) => y.end - x.end)[0];
  if (frame === undefined || findDates(part).length + findMeetings(part).length > 0) return part;
  return whole.slice(0, frame.end) + (whole[frame.end] === '的' ? '的' : '') + part;
}
