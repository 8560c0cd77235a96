import { fold } from '../../language/fold.js';
import { tagWords } from '../../language/tokens.js';
import { presence, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';

const MAX_WORDS = 3;
/** Longest wording quoted, in UTF-16 units. */
const MAX_WORDING = 12;
/** Measures and doings that the dictionary takes for nouns: no record is about them. */
const NO_THING = /^(?:小时|分钟|产生|预测|统计|纪念|情况|全文|原文|名单)$/;
const NOUN = /^(?:n|j|l|i|eng)/;

/** Things the question speaks of that stand in the whole record in no wording: compounds the composer missed first. */
export function absentWordings(intent: Intent, words: readonly WeighedWord[], missing: string, whole: string): string[] {
  const missed = missing.split('、').filter((wording) => wording.length >= 2 && intent.folded.includes(wording)).map((wording) => asTyped(intent, wording));
  const absent = wordingsOf(intent, words.filter((word) => presence(word, whole) < 0.5)).filter((wording) => !missed.some((other) => other.includes(wording)));
  return [...missed, ...absent].filter((wording) => isSayable(wording) && !whole.includes(fold(wording))).slice(0, MAX_WORDS);
}

/** How a reply names these words: by the compounds they stand in; verbs and scraps of the segmenter are left out. */
export function wordingsOf(intent: Intent, words: readonly WeighedWord[]): string[] {
  const things = words.filter(({ text, importance, isName }) => text.length >= 2 && text !== intent.unit && !/^[\d.%]+$/.test(text) && !NO_THING.test(text) && (isName || (importance === 1 && NOUN.test(tagWords(text)[0]?.tag ?? ''))));
  const compounds = intent.compounds.filter((compound) => things.some(({ text }) => compound.includes(text)));
  const single = things.map(({ text }) => text).filter((text) => !compounds.some((compound) => compound.includes(text)));
  return [...compounds, ...single].map((wording) => asTyped(intent, wording)).filter(isSayable).slice(0, MAX_WORDS);
}

/** Whether a reply may repeat a wording: codes, encoded text and overlong runs are nothing that a record is about, and may be meant to be repeated. */
function isSayable(wording: string): boolean {
  const isCode = wording.length > 4 && /[a-z]/i.test(wording) && /\d/.test(wording);
  return !isCode && !/[a-z]{17}/i.test(wording);
}

/** A folded wording as the question writes it, with the nouns that follow it there and without a 时 or 后 before it. */
function asTyped({ text, folded, words }: Intent, wording: string): string {
  const plain = /^[时后里内]/.test(wording) && words.some((word) => word.text.length >= 2 && wording.startsWith(word.text, 1)) ? wording.slice(1) : wording;
  const at = folded.indexOf(plain);
  if (at < 0) return plain;
  let end = at + plain.length;
  for (let next = following(words, folded, end); next !== null && end - at < MAX_WORDING; next = following(words, folded, end)) end += next.length;
  return text.slice(at, end);
}

/** The noun that stands at an offset, or null. */
function following(words: Intent['words'], folded: string, offset: number): string | null {
  return words.find(({ text, importance }) => importance === 1 && text.length >= 2 && folded.startsWith(text, offset))?.text ?? null;
}
