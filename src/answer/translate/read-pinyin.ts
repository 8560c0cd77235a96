import { plainPinyin, readingsOf, spellPinyin, splitSyllables } from '../../language/pinyin.js';
import { looksLikeName } from './corpus-names.js';
import { chineseNumeral } from './english-forms.js';
import { chineseWordings, spokenCharacters } from './english-terms.js';
import type { NameLookup } from './name-lookup.js';

/** Longest run that is read, in letters: about forty syllables. */
const MAX_LETTERS = 200;
/** Longest stretch looked up in the corpus, in syllables. */
const MAX_CORPUS_SYLLABLES = 4;
const MOST_NUMBERED = 20;

let wordings: Map<string, string> | undefined;

/** Chinese words by their letters; where two sound alike, what people ask for stands first in the list. */
function wordingsByLetters(): ReadonlyMap<string, string> {
  wordings ??= buildWordings();
  return wordings;
}

function buildWordings(): Map<string, string> {
  const numbered: string[] = [];
  for (let value = 1; value <= MOST_NUMBERED; value++) {
    const numeral = chineseNumeral(value);
    numbered.push(`第${numeral}次`, `${numeral}次`, `${numeral}届`, `第${numeral}届`, `第${numeral}次会议`, `${numeral}次会议`);
  }
  const index = new Map<string, string>();
  for (const wording of [...chineseWordings(), ...numbered]) {
    const letters = spellPinyin(wording);
    if (wording.length > 1 && letters !== '' && !index.has(letters)) index.set(letters, wording);
  }
  // A single character has the sound it has in speech (谁 is shui and shei), and gives way to words: tian is 提案.
  for (const character of spokenCharacters()) for (const letters of readingsOf(character)) if (!index.has(letters)) index.set(letters, character);
  return index;
}

interface Reading {
  text: string;
  score: number;
  /** Letters that stayed as typed. */
  unread: number;
}

/** A stretch of letters from one place to another with a wording for it. */
interface Step extends Reading {
  end: number;
}

/**
 * The Chinese wording of words typed in pinyin, or null when most of them stay unexplained; single words that nothing explains are kept as
 * typed. Words may be typed together or syllable by syllable: listed wordings and wordings of the corpus compete, and long ones win.
 */
export function readPinyin(typed: readonly string[], names: NameLookup): string | null {
  const words = typed.map((word) => plainPinyin(word).replaceAll('-', "'"));
  if (!words.every((word) => splitSyllables(word).length > 0)) return null;
  const letters = words.join('').replaceAll("'", '');
  if (letters.length > MAX_LETTERS) return null;
  const borders = bordersOf(words);
  const best: (Reading | null)[] = Array.from({ length: letters.length + 1 }, () => null);
  best[0] = { text: '', score: 0, unread: 0 };
  for (let start = 0; start < letters.length; start++) {
    const before = best[start];
    if (before === null || before === undefined) continue;
    for (const step of stepsFrom(letters, start, borders, names)) {
      const score = before.score + step.score - crossingCost(start, step.end, borders);
      if (score > (best[step.end]?.score ?? -Infinity)) best[step.end] = { text: before.text + step.text, score, unread: before.unread + step.unread };
    }
  }
  const whole = best[letters.length];
  return whole === null || whole === undefined || 2 * whole.unread >= letters.length ? null : whole.text.replace(/\s+/g, ' ').trim();
}

function stepsFrom(letters: string, start: number, borders: ReadonlyMap<number, boolean>, names: NameLookup): Step[] {
  const found: Step[] = [];
  const listed = wordingsByLetters();
  for (let end = start + 1; end <= Math.min(letters.length, start + 40); end++) {
    const span = letters.slice(start, end);
    const wording = listed.get(span);
    // Each letter counts; each further word costs, so that one long word beats two short ones.
    if (wording !== undefined) found.push({ end, text: wording, score: 2 * span.length - (wording.length === 1 ? 2.5 : 1), unread: 0 });
    // Names are looked up where typed words begin and end: anywhere else nearly every stretch sounds like something.
    if (!borders.has(start) || !borders.has(end)) continue;
    const isOneWord = ![...borders.keys()].some((border) => border > start && border < end);
    const syllables = splitSyllables(withBorders(letters, start, end, borders))[0]?.length ?? 0;
    if (isOneWord && wording === undefined) found.push({ end, text: ` ${span} `, score: -2 * span.length, unread: span.length });
    if (syllables < 2 || (!isOneWord && syllables > MAX_CORPUS_SYLLABLES)) continue;
    const name = names.namesLike(withBorders(letters, start, end, borders))[0];
    // Zhang Lixin: a surname and a given name that no listed wording explains are one word.
    const isPerson = !isOneWord && name !== undefined && looksLikeName(name) && isFamilyAndGiven(letters, start, end, borders) && !listed.has(letters.slice(nextBorder(borders, start), end));
    // The space keeps 朔州 + 市长 from being read as 朔州市 + 长.
    if (name !== undefined) found.push({ end, text: `${name} `, score: isPerson ? 1.8 * span.length + 3 : isOneWord ? 1.6 * span.length - 1 : 1.2 * span.length - 1.5, unread: 0 });
  }
  return found;
}

function nextBorder(borders: ReadonlyMap<number, boolean>, after: number): number {
  return Math.min(...[...borders.keys()].filter((border) => border > after));
}

/** One syllable and a word of one or two. */
function isFamilyAndGiven(letters: string, start: number, end: number, borders: ReadonlyMap<number, boolean>): boolean {
  const border = nextBorder(borders, start);
  if (border >= end || nextBorder(borders, border) !== end) return false;
  const syllablesOf = (from: number, to: number): number => splitSyllables(letters.slice(from, to))[0]?.length ?? 0;
  return syllablesOf(start, border) === 1 && syllablesOf(border, end) <= 2;
}

/** Offsets in the joined letters at which a typed word begins or ends; true between two syllables typed one by one, which may be one word. */
function bordersOf(words: readonly string[]): Map<number, boolean> {
  const borders = new Map([[0, false]]);
  let at = 0;
  for (const [index, word] of words.entries()) {
    at += word.replaceAll("'", '').length;
    const isSingle = (typed: string | undefined): boolean => typed !== undefined && splitSyllables(typed)[0]?.length === 1;
    borders.set(at, isSingle(word) && isSingle(words[index + 1]));
  }
  return borders;
}

/** A wording that runs over the border of typed words, or begins inside one, is seldom what was meant. */
function crossingCost(start: number, end: number, borders: ReadonlyMap<number, boolean>): number {
  let cost = borders.has(start) ? 0 : 0.5;
  for (const [border, isLoose] of borders) if (border > start && border < end) cost += isLoose ? 0.3 : 3;
  return cost;
}

function withBorders(letters: string, start: number, end: number, borders: ReadonlyMap<number, boolean>): string {
  let text = '';
  for (let at = start; at < end; at++) text += `${at > start && borders.has(at) ? "'" : ''}${letters[at] ?? ''}`;
  return text;
}
