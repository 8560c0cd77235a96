import { parseNumeral } from '../../language/chinese-numerals.js';
import { meetingIn } from './meeting-in.js';
import type { Word } from './word.js';

const NUMBER = /第?([〇零一二三四五六七八九十\d]+)次(?=[^次]*$)/;

/** The meeting numbered one before or after the one in a question (第三十次 → 第三十一次), or null when it has no number. */
export function neighbourSession(words: readonly Word[], shift: 1 | -1): string | null {
  const at = words.findLastIndex(({ role, folded }) => role === 'session' && NUMBER.test(folded));
  const session = words[at];
  const number = parseNumeral(NUMBER.exec(session?.folded ?? '')?.[1] ?? '');
  if (session === undefined || number === null || number + shift < 1 || number + shift > 99) return null;
  const written = /\d/.test(session.folded) ? String(number + shift) : inChinese(number + shift);
  const renamed = session.text.replace(NUMBER, (whole) => `${whole.startsWith('第') ? '第' : ''}${written}次`);
  return meetingIn(words.slice(0, at + 1).filter(({ role }) => role !== 'date').map((word) => (word === session ? { ...session, text: renamed, folded: renamed } : word)));
}

/** 1 to 99. */
function inChinese(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${digits[value % 10] ?? ''}`;
}
