import { findDates } from '../../language/dates.js';
import type { LookUps } from './look-ups.js';

const SAME_DAY = /(?<=^|[，,”"》的])(?:在)?(?:那|同一?|当)(?:一)?天(?![天津])/;

/** 那天上午推选了什么: the day named in the earlier question, else in its answer; null where the question points to no day. */
export async function withSameDay(text: string, earlier: string, { answerOf }: LookUps): Promise<string | null> {
  if (!SAME_DAY.test(text)) return null;
  const day = dayIn(earlier) ?? dayIn((await answerOf?.(earlier)) ?? '');
  return day === null ? null : text.replace(SAME_DAY, day);
}

function dayIn(text: string): string | null {
  const date = findDates(text).find(({ year, month, day }) => year !== null && month !== null && day !== null);
  return date === undefined ? null : `${String(date.year)}年${String(date.month)}月${String(date.day)}日`;
}
