import { findDates } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { squeeze } from '../language/likeness.js';
import type { ArticleHeader } from '../domain/corpus.js';
import type { Intent } from './intent.js';

/** Kinds of document by the ends of their titles (…政府工作报告): those that at least this many articles share. */
const MIN_OF_KIND = 3;
const KIND_LENGTHS = [8, 7, 6, 5, 4];

export interface DocumentKind {
  /** The shared end of the titles, squeezed. */
  name: string;
  articles: number[];
}

/** Share of the articles from which on a corpus is one of a single kind of document. */
const WHOLE_CORPUS = 0.8;

/** Where nearly all documents are of one kind, who asks for a target, or speaks of a report, means one of them without naming it. */
function impliedKind(intent: Intent, kinds: readonly DocumentKind[], articleCount: number): DocumentKind | null {
  const asksForOne = intent.wantsTarget || intent.folded.includes('报告');
  return (asksForOne ? kinds.find(({ articles }) => articles.length >= WHOLE_CORPUS * articleCount) : undefined) ?? null;
}

/** Kinds of document that a corpus holds, longest names first. */
export function documentKinds(headers: readonly ArticleHeader[]): DocumentKind[] {
  const byEnd = new Map<string, number[]>();
  for (const [ordinal, header] of headers.entries()) {
    const title = squeeze(fold(header.title));
    for (const length of KIND_LENGTHS) {
      const end = title.slice(-length);
      if (title.length <= length || !/^[\u3400-\u9fff]+$/.test(end)) continue;
      const list = byEnd.get(end) ?? [];
      list.push(ordinal);
      byEnd.set(end, list);
    }
  }
  return [...byEnd].filter(([, articles]) => articles.length >= MIN_OF_KIND).map(([name, articles]) => ({ name, articles })).sort((a, b) => b.name.length - a.name.length);
}

/** The kind of document that a question names, or null. */
export function kindNamed({ folded }: Intent, kinds: readonly DocumentKind[]): DocumentKind | null {
  const asked = squeeze(folded);
  return kinds.find(({ name }) => asked.includes(name)) ?? null;
}

/**
 * Articles of the kind the question names whose titles agree with its year and its places; null when it names no kind, or neither year nor place.
 * An empty list says that the corpus has no such document.
 */
export function namedDocuments(intent: Intent, kinds: readonly DocumentKind[], headers: readonly ArticleHeader[]): number[] | null {
  const asked = squeeze(intent.folded);
  const kind = kindNamed(intent, kinds) ?? impliedKind(intent, kinds, headers.length);
  if (kind === null) return null;
  const at = asked.includes(kind.name) ? asked.indexOf(kind.name) : asked.length;
  // The year of a document stands before its name; later ones belong to what is asked of it.
  const years = findDates(asked.slice(0, at)).flatMap(({ year }) => (year === null ? [] : [year]));
  if (years.length === 0 && intent.places.length === 0) return null;
  const fitting = kind.articles.filter((ordinal) => {
    const header = headers[ordinal];
    if (header === undefined) return false;
    const title = fold(`${header.title} ${header.body}`);
    const yearOfTitle = findDates(header.title)[0]?.year ?? (header.date === null ? null : Number(header.date.slice(0, 4)));
    return (years.length === 0 || yearOfTitle === null || years.includes(yearOfTitle)) && intent.places.every((place) => title.includes(place));
  });
  if (intent.places.length > 0) return fitting;
  const isNational = (ordinal: number): boolean => /国务院|全国|中央/.test(headers[ordinal]?.title ?? '');
  const national = fitting.filter(isNational);
  if (/国务院|全国|中央|国家|总理/.test(asked)) return national;
  return national.length > 0 ? national : fitting;
}
