import { findDates } from '../../language/dates.js';
import { findFigures } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { bigramShare, squeeze } from '../../language/likeness.js';
import { findPeople } from '../../language/people.js';

/** Least share of each line's character pairs that must come back in the new wording. */
const MIN_LINE = 0.5;

/** Whether a new wording still says what was found: every figure, date and name of it, and every line. The model may word, not choose. */
export function keepsAnswer(found: string, written: string): boolean {
  const [before, after] = [plain(found), plain(written)];
  const [figures, days] = [findFigures(after), findDates(after)];
  if (!findFigures(before).every((figure) => figures.some((other) => other.value === figure.value && other.upTo === figure.upTo && other.unit === figure.unit))) return false;
  if (!findDates(before).every(({ month, day }) => month === null || days.some((other) => other.month === month && other.day === day))) return false;
  if (!findPeople(before).every(({ name }) => after.includes(name))) return false;
  const whole = squeeze(after);
  return before.split('\n').map(squeeze).filter((line) => line.length >= 2).every((line) => bigramShare(line, whole) >= MIN_LINE);
}

function plain(text: string): string {
  return fold(text.replace(/\s*\[\d+\]/gu, ''));
}
