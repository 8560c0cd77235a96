import { clauseBefore } from './personal-data-context.js';
import { PERSONAL_DATA_RULES, type PersonalDataKind } from './personal-data-rules.js';

export type { PersonalDataKind } from './personal-data-rules.js';

export interface PersonalDataSpan {
  kind: PersonalDataKind;
  /** UTF-16 offsets into the text that was given. */
  start: number;
  end: number;
}

export interface PersonalDataOptions {
  /** True for a printed record: telephones and mailboxes without a word that makes them private are an office's. */
  isRecord?: boolean;
}

/** Stands in place of every masked character, so that offsets stay what they were. */
export const PERSONAL_DATA_MASK = '＊';
const HAN_DIGITS = '〇零一二三四五六七八九';

/**
 * Personal identifiers of a text, Chinese or English, in the order of the text, never overlapping. Office telephones,
 * addresses of offices, mailboxes of government domains, figures, dates and document numbers are none.
 */
export function findPersonalData(text: string, { isRecord = false }: PersonalDataOptions = {}): PersonalDataSpan[] {
  // Every identifier but a name or an address written in words alone holds a digit or an @.
  if (!/[\d０-９@＠]|[一二三四五六七八九〇零幺]{7}|[叫名我]|\b(?:at|my)\b/i.test(text)) return [];
  const plain = toPlainForms(text);
  const spans: PersonalDataSpan[] = [];
  for (const { kind, pattern, isPersonal } of PERSONAL_DATA_RULES) {
    for (const match of plain.matchAll(pattern)) {
      const found = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(found);
      const end = start + found.length;
      if (spans.some((span) => start < span.end && end > span.start)) continue;
      if (isPersonal === undefined || isPersonal(found, { before: clauseBefore(plain, start), after: plain.slice(end, end + 8), isRecord })) spans.push({ kind, start, end });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Masks personal identifiers in any text: every character that is not a space becomes one ＊, so the length stays. `kinds` names what was found, each once. */
export function maskPersonalData(text: string, options: PersonalDataOptions = {}): { text: string; kinds: PersonalDataKind[] } {
  const spans = findPersonalData(text, options);
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/\S/g, PERSONAL_DATA_MASK);
    at = end;
  }
  return { text: masked + text.slice(at), kinds: [...new Set(spans.map(({ kind }) => kind))] };
}

/** Full-width letters, digits and signs, and numbers spoken digit by digit (幺三八…), as their plain forms, one code unit for one. */
function toPlainForms(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＋－＠．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[〇零一二三四五六七八九幺]{7,}/g, (run) => [...run].map((digit) => (digit === '幺' ? '1' : digit === '零' ? '0' : String(HAN_DIGITS.indexOf(digit) - (digit === '〇' ? 0 : 1)))).join(''));
}
