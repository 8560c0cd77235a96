import { visibleText } from '../../language/fold.js';
import { matchTerms } from './english-terms.js';
import { translateEnglish } from './english-question.js';
import type { NameLookup } from './name-lookup.js';
import { halfWidth, hasEnglish, isPinyin, languageOf } from './question-language.js';
import { plainWording } from './plain-wording.js';
import { readPinyin } from './read-pinyin.js';

const LETTER = 'A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff';
/** A word that is no piece of a file name, address or version; tone digits belong to it (hui4yi4). */
const LATIN_WORD = `(?<![${LETTER}\\d_./@#-])[${LETTER}](?:[${LETTER}'’-]|[1-5](?=[a-z]))*[1-5]?(?![${LETTER}\\d_/@#]|\\.[${LETTER}\\d])`;
const LATIN_RUN = new RegExp(`${LATIN_WORD}(?:\\s+${LATIN_WORD})*`, 'g');
const QUOTED = /[“"「『《][^”"」』》]*[”"」』》]/;

/**
 * The question as Chinese records are asked: English is translated with the term list, pinyin is read with it and with the words of the
 * corpus, names typed in pinyin become those of the corpus, and Latin names that the corpus writes stay. Chinese loses its manner of speaking.
 */
export function translateQuestion(question: string, names: NameLookup): string {
  if (!/[A-Za-zＡ-Ｚａ-ｚ\u00c0-\u024f]/.test(question)) return plainWording(question);
  const text = halfWidth(visibleText(question));
  if (languageOf(text) === 'en') return translateEnglish(text, names);
  const chinese = text.split(new RegExp(`(${QUOTED.source})`)).map((part) => (QUOTED.test(part) ? part : part.replace(LATIN_RUN, (run) => translateRun(run, names)))).join('');
  return plainWording(chinese.replace(/(?<=\d) +(?=[年月日号件条名个次篇])/g, ''));
}

/** Latin words in a Chinese question: pinyin, an English term, or a name that stays. */
function translateRun(run: string, names: NameLookup): string {
  const words = run.split(/\s+/);
  if (words.length > 1 && hasEnglish(run)) return ` ${translateEnglish(run, names).replace(/？$/, '')}`;
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const stop = words.findIndex((word, index) => index >= at && !(isPinyin(word) && (!isName(word, names) || isSyllableAmong(word, words))));
    const end = stop < 0 ? words.length : stop;
    const read = end > at ? readPinyin(words.slice(at, end), names) : null;
    if (read !== null) {
      parts.push(read);
      at = end;
      continue;
    }
    const term = isName(words[at] ?? '', names) ? null : matchTerms(words.slice(at).map((word) => word.toLowerCase()));
    parts.push(term === null ? ` ${words[at] ?? ''} ` : (term.items[0]?.zh ?? ''));
    at += term?.length ?? 1;
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A small-letter syllable among syllables is pinyin, whatever a record abbreviates so (ci for 次 beside CI). */
function isSyllableAmong(word: string, words: readonly string[]): boolean {
  return words.length > 2 && /^[a-z]{1,6}$/.test(word) && words.every(isPinyin);
}

/** PMC, QA, OpenHarmony: written so in the corpus, and no word of pinyin is typed in capitals. */
function isName(word: string, names: NameLookup): boolean {
  return names.isWritten(word) || /^[A-Z]{2,}$/.test(word);
}
