import { fold } from '../language/fold.js';
import type { CorpusReader } from '../ports/generation.js';
import { corpusMap, type KnownBody } from './corpus-map.js';
import type { Intent } from './intent.js';

/** Which articles the question itself points to. */
export interface Scope {
  body: KnownBody | null;
  /** Dense article ordinals of the named body on the named day; null when the question does not pin them down. */
  articles: ReadonlySet<number> | null;
  /** True when body and day are named and the corpus has no such meeting. */
  isMissing: boolean;
}

/** Reads from the question which body of the corpus it names and, with a full date, which of its meetings. */
export function scopeOf(intent: Intent, corpus: CorpusReader): Scope {
  const map = corpusMap(corpus);
  const body = namedBody(outsideQuotes(intent), map.bodies);
  const days = intent.dates.filter((date) => date.day !== null && date.year !== null);
  if (days.length !== 1) return { body, articles: null, isMissing: false };
  const onDay = map.byDate.get(days[0]?.iso ?? '') ?? [];
  if (body === null) return { body, articles: onDay.length === 0 ? null : new Set(onDay), isMissing: false };
  const ofBody = new Set(body.articles);
  const articles = onDay.filter((article) => ofBody.has(article));
  return { body, articles: articles.length === 0 ? null : new Set(articles), isMissing: articles.length === 0 };
}

/** The body whose longest alias stands in the text, or null. */
function namedBody(text: string, bodies: readonly KnownBody[]): KnownBody | null {
  const plain = fold(text).replace(/[\s_]+/g, '');
  let best: { body: KnownBody; length: number } | null = null;
  for (const body of bodies) {
    const alias = body.aliases.find((candidate) => plain.includes(candidate));
    if (alias !== undefined && alias.length > (best?.length ?? 0)) best = { body, length: alias.length };
  }
  return best?.body ?? null;
}

function outsideQuotes(intent: Intent): string {
  return intent.quoted.reduce((text, quote) => text.replace(quote, ' '), intent.text);
}
