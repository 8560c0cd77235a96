import data from '../../language/english-terms.json' with { type: 'json' };
import { formsOf } from './english-forms.js';
import { makeItem, type Item, type ItemKind } from './item.js';

interface Term {
  words: string[];
  zh: string;
  kind: ItemKind;
}

/** Order matters where one word stands in several lists: the item that context does not decide is the earlier one. */
const LISTS: readonly (readonly [ItemKind, Readonly<Record<string, string>>])[] = [
  ['organ', data.organs], ['person', data.people], ['figure', data.figures], ['noun', data.nouns], ['verb', data.verbs], ['modifier', data.modifiers], ['place', data.places], ['time', data.times], ['unit', data.units],
];
const LONGEST_TERM = 8;

let byFirstWord: Map<string, Term[]> | undefined;

function termsBy(firstWord: string): readonly Term[] {
  byFirstWord ??= buildIndex();
  return byFirstWord.get(firstWord) ?? [];
}

function buildIndex(): Map<string, Term[]> {
  const index = new Map<string, Term[]>();
  for (const [kind, list] of LISTS) {
    for (const [english, zh] of Object.entries(list)) {
      const words = english.split(' ');
      const first = words[0] ?? '';
      const known = index.get(first) ?? [];
      known.push({ words, zh, kind });
      index.set(first, known);
    }
  }
  return index;
}

/** The Chinese wordings of the term list; for reading pinyin. */
export function chineseWordings(): string[] {
  return [...new Set([...LISTS.flatMap(([, list]) => Object.values(list)), ...data.spoken])].filter((wording) => /^[\u3400-\u9fff]+$/.test(wording));
}

/** Question and grammar words of one character, likelier ones first. */
export function spokenCharacters(): string[] {
  return data.spoken.filter(({ length }) => length === 1);
}

/** Measure word of what is counted, by the longest known end of its name; empty when it has none of its own. */
export function measureOf(noun: string): string {
  const measures: Readonly<Record<string, string>> = data.measures;
  for (let length = Math.min(6, noun.length); length > 0; length--) {
    const measure = measures[noun.slice(-length)];
    if (measure !== undefined) return measure;
  }
  return '';
}

export interface TermMatch {
  /** Number of words taken. */
  length: number;
  /** One item for each list that knows the expression. */
  items: Item[];
}

/** The longest terms that begin at the first word; null when the list knows none. Words are lower case. */
export function matchTerms(words: readonly string[]): TermMatch | null {
  const forms = words.slice(0, LONGEST_TERM).map(formsOf);
  let best: TermMatch | null = null;
  for (const { base, form } of forms[0] ?? []) {
    for (const term of termsBy(base)) {
      const length = term.words.length;
      if (length < (best?.length ?? 1) || length > forms.length) continue;
      if (!term.words.every((word, index) => forms[index]?.some((candidate) => candidate.base === word))) continue;
      const last = length === 1 ? form : (forms[length - 1]?.find((candidate) => candidate.base === term.words.at(-1))?.form ?? 'base');
      // A noun is inflected by s only, a modifier not at all, a verb by its first word.
      const own = term.kind === 'verb' ? form : last;
      if (term.kind !== 'verb' && (own === 'ed' || own === 'ing' || (term.kind === 'modifier' && own !== 'base'))) continue;
      const item = makeItem(term.kind, term.zh, words.slice(0, length).join(' '), own);
      if (best === null || length > best.length) best = { length, items: [item] };
      else best.items.push(item);
    }
  }
  return best;
}
