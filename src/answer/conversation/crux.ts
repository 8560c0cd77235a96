import { fold } from '../../language/fold.js';
import type { Citation } from '../../domain/answer.js';
import type { ContentWord } from '../intent.js';
import type { Word } from './word.js';
import { ATTRIBUTE, GENERIC_HEAD } from './word-classes.js';

/** Share of the character pairs of a name that stands for the name (交通银行股份有限公司朔州支行 for 交通银行朔州支行). */
const MIN_PAIRS = 0.6;

/** How far before a quote what it speaks of may stand, in UTF-16 units. */
const LEAD = 80;

/** The names and nouns of a fragment that say of what it asks; what only says which value is meant (占比, 目标) and times are left out. */
export function cruxOf(words: readonly Word[]): string[] {
  return joinShort(words)
    .flatMap((word) => (word.role === 'body' || word.role === 'event' ? (word.inner ?? [word]) : [word]))
    .filter(({ role, folded }) => /^(?:noun|person|place|body)$/.test(role) && folded.trim().length >= 2 && !ATTRIBUTE.test(folded) && !GENERIC_HEAD.test(folded) && !/^(?:年内|年底|全年|当年|同比|环比|提的|提交的)$/.test(folded))
    .map(({ folded }) => folded.trim());
}

/** 女|委员 is one thing: a noun of one character belongs to the next. */
function joinShort(words: readonly Word[]): Word[] {
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    const isShort = (short: Word | undefined): boolean => short?.role === 'noun' && /^[\u4e00-\u9fff]$/.test(short.folded);
    if (isShort(word) && words[index + 1]?.role === 'noun') return [];
    return [word.role === 'noun' && before !== undefined && isShort(before) ? { ...word, text: before.text + word.text, folded: before.folded + word.folded } : word];
  });
}

/** What a clause says beyond naming of whom or when: its nouns and verbs, folded. */
export function saidBy(words: readonly Word[]): string[] {
  return words.filter(({ role, folded }) => (role === 'noun' || role === 'verb') && !/^(?:有|是|做|作|开|说|来|去|到|报告|会议|大会|时候|具体)$/.test(folded) && !GENERIC_HEAD.test(folded) && (folded.trim().length > 1 || folded === '缺')).map(({ folded }) => folded.trim());
}

/** The words of the crux that no citation speaks of, in its text or above it; `asked` are the words understood, with their synonyms. */
export function lacking(crux: readonly string[], asked: readonly ContentWord[], citations: readonly Citation[]): string[] {
  const said = citations.map(({ text, quote, title, body, meeting }) => fold(`${title} ${body} ${meeting} ${around(quote, text)}`).replace(/\s+/g, '')).join('\n');
  return crux.filter((word) => {
    const ways = [word, ...asked.filter(({ text }) => text === word || word.includes(text)).flatMap(({ text, synonyms }) => (text === word ? synonyms : synonyms.map((synonym) => word.replace(text, synonym))))];
    return !ways.some((way) => isSaid(fold(way), said));
  });
}

/** The quote with what leads to it. */
function around(quote: string, text: string): string {
  const at = text.indexOf(quote);
  return at < 0 ? text : text.slice(Math.max(0, at - LEAD), at + quote.length);
}

function isSaid(word: string, said: string): boolean {
  if (said.includes(word)) return true;
  if (word.length < 4) return false;
  const pairs = Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
  return pairs.filter((pair) => said.includes(pair)).length / pairs.length >= MIN_PAIRS;
}
