import { fold } from '../language/fold.js';
import { bigramShare, squeeze } from '../language/likeness.js';
import type { CorpusReader } from '../ports/generation.js';
import { corpusMap, type KnownBody } from './corpus-map.js';
import type { Intent } from './intent.js';
import { namedDocuments } from './named-document.js';

/** Which articles the question itself points to. */
export interface Scope {
  /** Squeezed titles of the named documents: what these say needs no evidence of its own. */
  named: string[];
  body: KnownBody | null;
  /** Dense article ordinals of the named document, or of the named body on the named day; null when the question does not pin them down. */
  articles: ReadonlySet<number> | null;
  /** True when the corpus has no such meeting or document. */
  isMissing: boolean;
}

/** Who gives a report and what it is called, run together: words of a question that are a part of it name the document. */
const REPORTERS = '国家全国中央国务院总理省长市长主席人民政府工作报告';

/** Reads from the question which document it names, or which body and, with a full date, which of its meetings. */
export function scopeOf(intent: Intent, corpus: CorpusReader): Scope {
  const map = corpusMap(corpus);
  const named = namedDocuments(intent, map.kinds, corpus.headers);
  if (named !== null) return { named: [`${intent.places.join('')}${REPORTERS}`, ...named.slice(0, 3).map((ordinal) => squeeze(corpus.headers[ordinal]?.title ?? ''))], body: null, articles: named.length === 0 ? null : new Set(named), isMissing: named.length === 0 };
  const days = intent.dates.filter((date) => date.day !== null && date.year !== null);
  const metThatDay = new Set(days.length === 1 ? (map.byDate.get(days[0]?.iso ?? '') ?? []).map((ordinal) => corpus.headers[ordinal]?.body ?? '') : []);
  const body = namedBody(outsideQuotes(intent), map.bodies, metThatDay);
  if (days.length !== 1) return { named: [], body, articles: null, isMissing: false };
  const onDay = map.byDate.get(days[0]?.iso ?? '') ?? [];
  if (body === null) return { named: [], body, articles: onDay.length === 0 ? null : new Set(onDay), isMissing: false };
  const ofBody = new Set(body.articles);
  const articles = onDay.filter((article) => ofBody.has(article));
  return { named: [], body, articles: articles.length === 0 ? null : new Set(articles), isMissing: articles.length === 0 };
}

/** What stands around the name of a body that met, and not around one that a topic speaks of. */
const MET = /^(?:(?:的|那次|那场|这次|在|上|那边)?(?:例?会(?!员|长|费)|开会|评审|讨论)|在?\d{4}年)/;

/**
 * The body that met, or null: of several named ones (PMC 会上合规SIG换组长) the one that met on the day asked, else the one
 * whose meeting is spoken of, else the one named at greatest length.
 */
export function namedBody(text: string, bodies: readonly KnownBody[], metThatDay: ReadonlySet<string> = new Set()): KnownBody | null {
  const plain = fold(text).replace(/[\s_]+/g, '');
  const named = bodies.flatMap((body) => {
    // A record of a whole city names the city; a question that names it mostly means something in it (云溪市红十字会).
    if (/^[\u3400-\u9fff]{1,6}[省市县区]$/.test(body.name)) return [];
    const alias = body.aliases.find((candidate) => plain.includes(candidate));
    return alias === undefined ? [] : [{ body, alias, at: plain.indexOf(alias) }];
  });
  // 合规SIG inside OpenHarmony合规SIG is no second body.
  const whole = named.filter(({ alias, at }) => !named.some((other) => other.alias.length > alias.length && other.at <= at && at + alias.length <= other.at + other.alias.length));
  const worth = ({ body, alias, at }: { body: KnownBody; alias: string; at: number }): number => (metThatDay.has(body.name) ? 200 : 0) + (MET.test(plain.slice(at + alias.length)) ? 100 : 0) + alias.length;
  return whole.sort((a, b) => worth(b) - worth(a))[0]?.body ?? null;
}

function outsideQuotes(intent: Intent): string {
  return intent.quoted.reduce((text, quote) => text.replace(quote, ' '), intent.text);
}

/** The intent without the words that only name the document or the body: they are met by the scope, not by the passage. */
export function withoutNames(intent: Intent, scope: Scope): Intent {
  const names = [...scope.named, ...(scope.body?.aliases ?? [])];
  if (names.length === 0) return intent;
  const isName = (word: string): boolean => names.some((name) => name.includes(squeeze(word)));
  const words = intent.words.filter(({ text }) => !isName(text) && !names.some((name) => bigramShare(squeeze(text), name) > 0.7));
  const compounds = intent.compounds.filter((compound) => !names.some((name) => bigramShare(compound, name) > 0.7));
  return { ...intent, words, compounds };
}
