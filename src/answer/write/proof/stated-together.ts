import { findMeetings } from '../../../language/meetings.js';
import type { Span } from '../../../language/sentences.js';
import { contentWords } from './content-words.js';

/** A value where it stands: its text, the value, and all values of its kind there. */
interface Place {
  text: string;
  value: Span;
  values: readonly Span[];
}

/** Least share of the words beside a value, and of those of its whole sentence, that must stand with it in the record too. */
const MIN_SHARED = 0.5;

/**
 * Whether what a statement says beside a value is what the record says beside it: 立案251件 bears out no 收到251件.
 * The words right before it have to be the same; of all beside it, and of the sentence, at least half.
 */
export function isStatedTogether(stated: Place, recorded: Place, body: string): boolean {
  // Words that the record has nowhere are judged as words.
  const known = (text: string): string[] => contentWords(withoutSetting(text)).filter((word) => body.includes(word));
  const own = around(recorded);
  const lead = recorded.text.slice(0, recorded.values[0]?.start ?? 0);
  const close = known(runBefore(stated));
  const nearest = close.at(-1);
  // What names the value stands in its own part of the sentence, or, where that part names nothing, at the head of the sentence.
  if (nearest !== undefined && !own.includes(nearest) && !(contentWords(own).length === 0 && lead.includes(nearest))) return false;
  const there = `${own} ${lead}`;
  if (isOtherOfItsKind(nameBefore(stated), nameBefore(recorded))) return false;
  if (!close.every((word) => there.includes(word))) return false;
  return isShared(known(around(stated)), there) && isShared(known(stated.text), recorded.text);
}

/** 经济建设类 and 社会建设类: names that end alike, and neither is the other one shortened. */
function isOtherOfItsKind(mine: string, theirs: string): boolean {
  if (mine === '' || theirs === '' || mine.at(-1) !== theirs.at(-1)) return false;
  return !mine.endsWith(theirs) && !theirs.endsWith(mine);
}

/** The Han characters right before a value that name it, openings of grammar left out. */
function nameBefore(place: Place): string {
  return (/[\u3400-\u9fff]*$/.exec(runBefore(place))?.[0] ?? '').replace(/(?:共计|总计|一共|共有|达到|约为|分别|共|为|达|有|是|了|约|近|超过|的)+$/, '');
}

/** Which meeting it was is proved by itself, and seldom said again beside each figure. */
function withoutSetting(text: string): string {
  const bare = findMeetings(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  return bare.replace(/[市省县区]?(?:政协|人大)(?:会议|全会)?(?=\s|$|共|收)/g, ' ');
}

function isShared(words: readonly string[], text: string): boolean {
  return words.filter((word) => text.includes(word)).length >= MIN_SHARED * words.length;
}

/** From the value before to the one behind, within the marks of the clause. */
function around({ text, value, values }: Place): string {
  const before = Math.max(0, ...values.filter(({ end }) => end <= value.start).map(({ end }) => end), lastMark(text, value.start));
  const after = Math.min(text.length, ...values.filter(({ start }) => start >= value.end).map(({ start }) => start), nextMark(text, value.end));
  return text.slice(before, after);
}

/** What stands right before the value: from the mark or value before it. */
function runBefore({ text, value, values }: Place): string {
  const from = Math.max(0, ...values.filter(({ end }) => end <= value.start).map(({ end }) => end), lastMark(text, value.start), text.lastIndexOf('、', value.start - 1) + 1);
  return text.slice(from, value.start);
}

function lastMark(text: string, before: number): number {
  return Math.max(...['，', ',', '；', ';', '。', '：', ':', '!', '?'].map((mark) => text.lastIndexOf(mark, before - 1) + 1));
}

function nextMark(text: string, from: number): number {
  const at = text.slice(from).search(/[，,；;。:：!?]/);
  return at < 0 ? text.length : from + at;
}
