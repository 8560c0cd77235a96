import { tagWords } from './tokens.js';

const QUARTER = /[\u4e00-\u9fff]{2,4}(?:街道|社区|(?<![城乡集市业])镇|(?<![农乡渔全])村)(?!委|民|干部|办)/g;

/** Quarters and villages of folded text by their ending, each from a word border on: dictionaries know few of them. */
export function findQuarters(folded: string): string[] {
  const found = [...folded.matchAll(QUARTER)];
  if (found.length === 0) return [];
  const borders = new Set<number>([0]);
  let at = 0;
  for (const { word } of tagWords(folded)) {
    at += word.length;
    borders.add(at);
  }
  return found.filter(({ index }) => borders.has(index)).map(([name]) => name);
}
