import { pinyin } from 'pinyin-pro';
import { fold } from './fold.js';

/** The syllables of Mandarin without tones, by initial; ü is written v, as on a keyboard. */
const SYLLABLE_TABLE: Readonly<Record<string, string>> = {
  '': 'a o e ai ei ao ou an en ang er',
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue',
  l: 'a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  zh: 'a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  ch: 'a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  sh: 'a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang',
  r: 'e i ao ou an en ang eng ong u ua uo ui uan un',
  z: 'a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  c: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
  s: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
  y: 'a e o ao ou an ang in ing ong i u ue uan un',
  w: 'a o ai ei an en ang eng u',
};
const SYLLABLES: ReadonlySet<string> = new Set(Object.entries(SYLLABLE_TABLE).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)));
const LONGEST_SYLLABLE = 6;
/** A run of letters has seldom more than two readings that matter (tian, ti-an); further ones only cost time. */
const MAX_SPLITS = 6;

/** Toneless letters of typed pinyin: tone marks and tone digits off, ü as v, apostrophes kept as borders of syllables. */
export function plainPinyin(typed: string): string {
  const bare = typed.toLowerCase().normalize('NFD').replace(/u\u0308/g, 'v').replace(/[\u0300-\u036f]/g, '').replace(/[’‘`]/g, "'");
  const untoned = /^(?:[a-z]{2,6}[1-5])+$/.test(bare) ? bare.replace(/[1-5]/g, "'").replace(/'$/, '') : bare;
  // Lyu and Nyu are how passports write lü and nü; inside a word (guanyu) the letters belong to two syllables.
  return untoned.replace(/(?<![a-z])([ln])yu/g, '$1v');
}

/** Ways of reading letters as syllables, fewest syllables first; empty when they are no pinyin. Apostrophes are borders. */
export function splitSyllables(letters: string): string[][] {
  let splits: string[][] = [[]];
  for (const part of letters.split("'")) {
    const own = splitsOf(part);
    splits = splits.flatMap((head) => own.map((tail) => [...head, ...tail])).slice(0, MAX_SPLITS);
  }
  return splits.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
}

function splitsOf(part: string): string[][] {
  // From the end: endings[i] holds the splits of part.slice(i).
  const endings: string[][][] = Array.from({ length: part.length + 1 }, () => []);
  endings[part.length] = [[]];
  for (let start = part.length - 1; start >= 0; start--) {
    const found: string[][] = [];
    for (let end = Math.min(part.length, start + LONGEST_SYLLABLE); end > start; end--) {
      const syllable = part.slice(start, end);
      if (SYLLABLES.has(syllable)) for (const rest of endings[end] ?? []) found.push([syllable, ...rest]);
    }
    endings[start] = found.sort((a, b) => a.length - b.length).slice(0, MAX_SPLITS);
  }
  return endings[0] ?? [];
}

/** Every toneless reading of one Han character (行: xing, hang, heng). */
export function readingsOf(character: string): string[] {
  return [...new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))].filter((reading) => SYLLABLES.has(reading));
}

/** Toneless pinyin of a Chinese wording in one piece of letters, each character read as in this wording; other characters are left out. */
export function spellPinyin(text: string): string {
  return pinyin(fold(text), { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).join('');
}
