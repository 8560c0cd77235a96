import type { ArticleHeader } from '../domain/corpus.js';
import { fold } from '../language/fold.js';
import { placesOfTitles } from '../language/places.js';
import { aliasesByBody } from './body-aliases.js';
import { documentKinds, type DocumentKind } from './named-document.js';
import type { CorpusReader } from '../ports/generation.js';

/** A body that met, with the ways a question may name it. */
export interface KnownBody {
  name: string;
  /** Folded, without white space; longest first. */
  aliases: string[];
  articles: number[];
}

/** What the corpus is about, read once from its headers. */
export interface CorpusMap {
  bodies: KnownBody[];
  /** Dense article ordinals by ISO date. */
  byDate: Map<string, number[]>;
  kinds: DocumentKind[];
  /** Bare names of the places that titles and bodies bear. */
  places: ReadonlySet<string>;
  /** Folded titles, bodies and meetings of all articles of a document, by its id: any of them may name the town of a paper. */
  headsByDocument: ReadonlyMap<string, string>;
  firstDate: string | null;
  lastDate: string | null;
}

const maps = new WeakMap<CorpusReader, CorpusMap>();

/** The map of a corpus; made on the first call for it. */
export function corpusMap(corpus: CorpusReader): CorpusMap {
  const known = maps.get(corpus);
  if (known !== undefined) return known;
  const built = buildMap(corpus.headers);
  maps.set(corpus, built);
  return built;
}

function buildMap(headers: readonly ArticleHeader[]): CorpusMap {
  const byBody = new Map<string, number[]>();
  const byDate = new Map<string, number[]>();
  const headsByDocument = new Map<string, string>();
  for (const [ordinal, header] of headers.entries()) {
    headsByDocument.set(header.documentId, (headsByDocument.get(header.documentId) ?? '') + fold(header.title + header.body + header.meeting));
    if (header.body !== '') push(byBody, header.body, ordinal);
    if (header.date !== null) push(byDate, header.date, ordinal);
  }
  const dates = [...byDate.keys()].sort();
  const names = [...byBody.keys()];
  const aliases = aliasesByBody(names);
  const bodies = names.map((name) => ({ name, aliases: aliases.get(name) ?? [], articles: byBody.get(name) ?? [] }));
  return { bodies, byDate, kinds: documentKinds(headers), places: placesOfTitles(new Set(headers.flatMap(({ title, body }) => [fold(title), fold(body)]))), headsByDocument, firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
