import { findDates } from '../../language/dates.js';
import type { Role, Word } from './word.js';

/** Puts the anchors of a fragment (dates, sessions, places, names …) in the place of those of the same kind. */
export function replaceAnchors(words: readonly Word[], anchors: readonly Word[]): Word[] {
  let result = [...words];
  const isNamed = (role: Role): boolean => anchors.some((anchor) => anchor.role === role);
  for (const anchor of anchors) {
    if (anchor.role === 'date') result = replaceDate(result, anchor, isNamed('session'));
    else if (anchor.role === 'session') result = replaceSession(result, anchor, isNamed('date'));
    else result = replaceName(result, anchor);
  }
  return result;
}

/** Year that relative words lean on: 再往后一年 after a question of 2023 is 2024. */
export function shiftOf(folded: string): number | null {
  if (/(?:上|前|头|去)一?年|往前的?一?年|前一年度/.test(folded)) return -1;
  if (/(?:下|后|次|来|明|转|翌|第二)一?年|往后的?一?年/.test(folded)) return 1;
  return null;
}

function replaceDate(words: readonly Word[], fresh: Word, keepsSession: boolean): Word[] {
  const at = words.findIndex(({ role }) => role === 'date');
  const text = dateLike(words[at]?.text ?? '', fresh.text);
  const dated = { ...fresh, text, folded: text };
  const isOfYear = /^\d{4}年度?$/.test(text);
  // A numbered session belongs to one year: another year leaves only the organ.
  const base = isOfYear && !keepsSession ? words.flatMap((word) => withoutNumber(word)) : [...words];
  const place = base.findIndex(({ role }) => role === 'date');
  if (place < 0) return dropDangling([dated, ...base]);
  return dropDangling(base.map((word, index) => (index === place ? dated : word)));
}

/** What the new date leaves unsaid (the year of 1月20日) comes from the old one. */
function dateLike(old: string, fresh: string): string {
  const before = findDates(old)[0];
  const year = before?.year ?? null;
  if (year === null) return fresh;
  const shift = shiftOf(fresh);
  if (shift !== null) return `${String(year + shift)}年`;
  if (/^(?:同|当)年$/.test(fresh)) return `${String(year)}年`;
  const month = before?.month ?? null;
  if (/^\d{1,2}[日号]$/.test(fresh) && month !== null) return `${String(year)}年${String(month)}月${fresh}`;
  const now = findDates(fresh)[0];
  return now?.year === null || /^\d{1,2}月份?$/.test(fresh) ? `${String(year)}年${fresh}` : fresh;
}

function withoutNumber(word: Word): Word[] {
  if (word.role !== 'session') return [word];
  const organ = /^[市省县区]?/.exec(word.folded)?.[0] ?? '';
  const name = /政协|人大/.exec(word.folded)?.[0];
  if (/^第[^届]*次/.test(word.folded)) return [word];
  return name === undefined ? [] : [{ ...word, text: `${organ}${name}会议`, folded: `${organ}${name}会议`, role: 'event' }];
}

function replaceSession(words: readonly Word[], fresh: Word, keepsDate: boolean): Word[] {
  const places = words.flatMap(({ role }, index) => (role === 'session' ? [index] : []));
  const isSub = (text: string): boolean => /^第[^届]*次/.test(text);
  const at = places.findLast((index) => isSub(words[index]?.folded ?? '') === isSub(fresh.folded)) ?? places.at(-1);
  if (at === undefined) return [fresh, ...words];
  const old = words[at] as Word;
  const text = sessionLike(old.text, fresh.text);
  const dropsYear = !keepsDate && !isSub(old.folded) && words[at - 1]?.role === 'date';
  return words.flatMap((word, index) => (index === at ? [{ ...fresh, text, folded: text }] : dropsYear && index === at - 1 ? [] : [word]));
}

/** 市七届人大五次会议 with 四次会议 is 市七届人大四次会议, with 六届人大 it is 市六届人大五次会议; 第三次会议 with 第四次 is 第四次会议. */
function sessionLike(old: string, fresh: string): string {
  const number = /第?[〇零一二三四五六七八九十\d]+次/;
  const term = /第?[〇零一二三四五六七八九十\d]+届/;
  const freshNumber = number.exec(fresh)?.[0];
  const freshTerm = term.exec(fresh)?.[0];
  if (freshTerm !== undefined && freshNumber === undefined && term.test(old)) return old.replace(term, freshTerm);
  if (freshTerm !== undefined || freshNumber === undefined || !number.test(old)) return fresh;
  const organ = /政协|人大|党代会/;
  const isOtherOrgan = organ.test(fresh) && organ.exec(old)?.[0] !== organ.exec(fresh)?.[0];
  if (isOtherOrgan && organ.test(old)) return /^[市省县区]/.test(fresh) ? fresh : `${/^[市省县区]/.exec(old)?.[0] ?? ''}${fresh}`;
  return old.replace(number, old.includes('届') && !/届.*第[^届]*次/.test(old) ? freshNumber.replace('第', '') : freshNumber);
}

/** Roles that may stand for each other, nearest first: 国务院 takes the place of 山西省. */
const STANDS_FOR: Partial<Record<Role, readonly Role[]>> = {
  place: ['place', 'body'],
  body: ['body', 'place', 'event'],
  event: ['event', 'session', 'body'],
  document: ['document'],
  person: ['person'],
  quote: ['quote'],
};

function replaceName(words: readonly Word[], fresh: Word): Word[] {
  const organ = fresh.role === 'body' ? words.findIndex(({ role, folded }) => role === 'session' && /政协|人大/.test(folded)) : -1;
  // The numbers of one organ's session say nothing of another organ.
  if (organ >= 0 && /政协|人大/.test(fresh.folded)) {
    const town = /^[市省县区]/.test(fresh.folded) ? '' : (/^[市省县区]/.exec(words[organ]?.text ?? '')?.[0] ?? '');
    return words.map((word, index) => (index === organ ? { ...fresh, text: `${town}${fresh.text}会议`, role: 'event' as const } : word));
  }
  // The State Council reports as the provinces do: 国务院 stands where a place stood.
  const isNational = /^(?:国务院|中央)$/.test(fresh.folded) && words.some((word) => holds(word, 'place'));
  for (const role of isNational ? (['place'] as const) : (STANDS_FOR[fresh.role] ?? [])) {
    const at = words.findIndex((word) => holds(word, role));
    if (at >= 0) return words.map((word, index) => (index === at ? exchange(word, role, fresh) : word));
  }
  const front = words.findIndex(({ role, folded }) => role !== 'date' && folded !== '的');
  return [...words.slice(0, front), fresh, ...words.slice(front)];
}

/** True when the word, or a name it was joined from, is of the role. */
export function holds(word: Word, role: Role): boolean {
  return word.role === role || word.inner?.some((part) => holds(part, role)) === true;
}

/** The word itself, or the part of a joined name that is of the role. */
function exchange(word: Word, role: Role, fresh: Word): Word {
  if (word.role === role || word.inner === undefined) return fresh;
  const at = word.inner.findIndex((part) => holds(part, role));
  const inner = word.inner.map((part, index) => (index === at ? exchange(part, role, fresh) : part));
  return { ...word, inner, text: inner.map(({ text }) => text).join(''), folded: inner.map(({ folded }) => folded).join('') };
}

/** A 上 or 的 whose session is gone goes too. */
function dropDangling(words: readonly Word[]): Word[] {
  return words.filter(({ folded }, index) => !(/^[上中里]$/.test(folded) && words[index - 1]?.role === 'date'));
}
