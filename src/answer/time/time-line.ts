import { findDates, sayDay } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import type { TakenTime } from './meaning.js';

/** What the reply adds: which time each relative word was taken for. `evidence` is what was cited; what does not stand there is said without its figures. */
export function timeLine(taken: readonly TakenTime[], lastDate: string | null, evidence: string | null, language: 'zh' | 'en'): string {
  const lines = taken.map(({ words, meaning }) => {
    if (meaning === null && evidence === null) return language === 'zh' ? `资料中还没有“${words}”的记录。` : `Nothing on record is of “${words}” yet.`;
    if (meaning === null) {
      const until = lastDate !== null && isHeld(sayDay(lastDate, language), evidence) ? lastDate : null;
      if (language === 'zh') return `${until === null ? '' : `资料只到${sayDay(until, 'zh')}，`}“${words}”按资料中最新的记录回答。`;
      return `${until === null ? '' : `The records end at ${sayDay(until, 'en')}; `}“${words}” was read as the newest on record.`;
    }
    const isIso = /^\d{4}(?:-\d\d){0,2}$/.test(meaning);
    const long = isIso ? sayDay(meaning, language) : meaning;
    const said = [long, meaning].find((way) => isHeld(way, evidence));
    if (said === undefined) return '';
    return language === 'zh' ? `“${words}”指${said}。` : `“${words}” was read as ${said}.`;
  });
  return [...new Set(lines)].filter((line) => line !== '').join('');
}

/** Numbers and dates of a line of ours must stand in what is cited, like any other; null: nothing is cited. */
function isHeld(line: string, evidence: string | null): boolean {
  if (evidence === null) return true;
  const numbers = (text: string): string[] => fold(text).match(/\d+/g) ?? [];
  const heldNumbers = new Set(numbers(evidence));
  const heldDates = new Set(findDates(evidence).map(({ iso }) => iso));
  return numbers(line).every((number) => heldNumbers.has(number)) && findDates(line).every(({ iso }) => heldDates.has(iso));
}
