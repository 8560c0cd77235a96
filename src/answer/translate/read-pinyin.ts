import { plainPinyin, readingsOf, spellPinyin, splitSyllables } from '../../language/pinyin.js';
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
}

/**
 * The Chinese wording of words typed in pinyin, or null when a part of them stays unexplained. Words may be typed together or
 * syllable by syllable: listed wordings and wordings of the corpus compete, long ones win, borders between typed words count a little.
 */
export function readPinyin(typed: readonly string[], names: NameLookup): string | null {
  const words = typed.map((word) => plainPinyin(word).replaceAll('-', "'"));
  if (!words.every((word) => splitSyllables(word).length > 0)) return null;
  const letters = words.join('').replaceAll("'", '');
  if (letters.length > MAX_LETTERS) return null;
  const borders = bordersOf(words);
  const best: (Reading | null)[] = Array.from({ length: letters.length + 1 }, () => null);
  best[0] = { text: '', score: 0 };
  for (let start = 0; start < letters.length; start++) {
    const before = best[start];
    if (before === null || before === undefined) continue;
    for (const { end, text, score } of wordsAt(letters, start, borders, names)) {
      const crossed = [...borders].filter((border) => border > start && border < end).length;
      const total = before.score + score - 0.5 * crossed - (borders.has(start) ? 0 : 0.5);
      if (total > (best[end]?.score ?? -Infinity)) best[end] = { text: before.text + text, score: total };
    }
  }
  return best[letters.length]?.text.trimEnd() ?? null;
}

function wordsAt(letters: string, start: number, borders: ReadonlySet<number>, names: NameLookup): { end: number; text: string; score: number }[] {
  const found: { end: number; text: string; score: number }[] = [];
  const listed = wordingsByLetters();
  for (let end = start + 1; end <= Math.min(letters.length, start + 40); end++) {
    const span = letters.slice(start, end);
    const wording = listed.get(span);
    // Each letter counts; each further word costs, so that one long word beats two short ones.
    if (wording !== undefined) found.push({ end, text: wording, score: 2 * span.length - (wording.length === 1 ? 4 : 1) });
    // Names are looked up where typed words begin and end: anywhere else nearly every stretch sounds like something.
    if (!borders.has(start) || !borders.has(end)) continue;
    const syllables = splitSyllables(withBorders(letters, start, end, borders))[0]?.length ?? 0;
    if (syllables < 2 || syllables > MAX_CORPUS_SYLLABLES) continue;
    const name = names.namesLike(withBorders(letters, start, end, borders))[0];
    // The space keeps 朔州 + 市长 from being read as 朔州市 + 长.
    if (name !== undefined) found.push({ end, text: `${name} `, score: 1.6 * span.length - 1 });
  }
  return found;
}

/** Offsets in the joined letters at which a typed word begins or ends. */
function bordersOf(words: readonly string[]): Set<number> {
  const borders = new Set([0]);
  let at = 0;
  for (const word of words) borders.add((at += word.replaceAll("'", '').length));
  return borders;
}

function withBorders(letters: string, start: number, end: number, borders: ReadonlySet<number>): string {
  let text = '';
  for (let at = start; at < end; at++) text += `${at > start && borders.has(at) ? "'" : ''}${letters[at] ?? ''}`;
  return text;
}
