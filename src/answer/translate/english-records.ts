import { fold } from '../../language/fold.js';
import { indexTerms } from '../../language/tokens.js';
import type { Generation } from '../../ports/generation.js';
import type { ContentWord } from '../intent.js';

/** Words that build English sentences and questions, and those that ask; no record is found by them. */
const FUNCTION_WORDS = new Set(
  ('a an the this that these those of in on at to for from by with about into over under between among during before after since until within without per via as than then and or but not no nor so if whether ' +
    'is are was were be been being am do does did done has have had having will would shall should can could may might must ' +
    'who whom whose which what when where why how many much any some all each every both other another such same own ' +
    'i me my we us our you your he him his she her it its they them their there here ' +
    'please tell show give list name say says said know want like according mentioned report reported exactly actually currently now just also too very more most less least ' +
    'record records document documents number amount total kind type place people person one').split(' '),
);
/** Least share of the words that one passage must hold. */
const LEAST_HELD = 0.7;
const PASSAGES = 8;

/** Words of an English question that tell what it is about, each with its inflections; folded. */
export function englishWords(question: string): ContentWord[] {
  const found = new Map<string, ContentWord>();
  for (const [text] of question.matchAll(/[A-Za-z][A-Za-z'’-]*[A-Za-z]|\d+(?:\.\d+)+/g)) {
    const word = fold(text).replace(/['’]s$/, '');
    if (FUNCTION_WORDS.has(word) || word.length < 2) continue;
    // No thesaurus knows English: a word that the passage lacks may be the very thing asked for, so each is demanded.
    found.set(word, { text: word, importance: 1, synonyms: /^[a-z]+$/.test(word) ? inflections(word) : [], isName: true });
  }
  return [...found.values()];
}

/** The words where a record in English holds them together, so that it is asked in its own language; null where the records are Chinese. */
export function wordsOfEnglishRecord(question: string, { corpus, lexical }: Generation): ContentWord[] | null {
  const words = englishWords(question);
  if (words.length < 2) return null;
  const terms = words.flatMap(({ text, synonyms }) => [text, ...synonyms].flatMap((wording) => indexTerms(wording))).map((term) => ({ term, weight: 1 }));
  const rows = lexical.search(terms, PASSAGES).map(({ row }) => row);
  const isHeld = corpus.passages(rows).some(({ header, text }) => {
    const folded = fold(`${header.title}\n${text}`);
    const tokens = new Set(folded.match(/[a-z]+|\d+(?:\.\d+)+/g));
    return words.filter((word) => [word.text, ...word.synonyms].some((wording) => tokens.has(wording))).length >= LEAST_HELD * words.length;
  });
  return isHeld ? words : null;
}

/** Regular forms of the same word: handle, handles, handled, handling. */
function inflections(word: string): string[] {
  const base = word.replace(/ies$|ied$/, 'y').replace(/(?<=[a-z]{3})(?:ed|ing)$/, '').replace(/(?<=[^s])s$/, '');
  const stem = base.replace(/e$/, '');
  const forms = [base, `${stem}e`, `${base}s`, `${base}es`, `${stem}ed`, `${stem}ing`, base.replace(/y$/, 'ies'), base.replace(/y$/, 'ied')];
  return [...new Set(forms)].filter((form) => form !== word && form.length > 2);
}
