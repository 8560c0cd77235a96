import type { Article } from '../../domain/corpus.js';
import type { ArticleFacts, FigureCorrection, PersonCorrection, PersonInOffice, StatedFigure } from '../../domain/facts.js';
import { statedBy, type Corrections } from '../corrections.js';
import { readOneFigure } from '../../language/read-one-figure.js';

/**
 * The facts as staff say they are. Whom or what an entry names is replaced, one with `office: null` or `remove: true` taken out;
 * what was not found is added: to the article that is named, or to the first one of a document.
 */
export function correctedFacts(facts: ArticleFacts, article: Article, corrections: Corrections | undefined): ArticleFacts {
  let { people, figures } = facts;
  for (const { correction, isOfArticle } of statedBy(article, corrections)) {
    const mayAdd = isOfArticle || article.ordinal === 0;
    for (const entries of byName(correction.people ?? [])) people = withPerson(people, entries, article, mayAdd);
    for (const entry of correction.figures ?? []) figures = withFigure(figures, entry, article, mayAdd);
  }
  return { people, figures };
}

/** Several entries of one name are several offices of one person. */
function byName(entries: readonly PersonCorrection[]): PersonCorrection[][] {
  const grouped = new Map<string, PersonCorrection[]>();
  for (const entry of entries) grouped.set(entry.name, [...(grouped.get(entry.name) ?? []), entry]);
  return [...grouped.values()];
}

function withPerson(people: readonly PersonInOffice[], entries: readonly PersonCorrection[], article: Article, mayAdd: boolean): PersonInOffice[] {
  const [first] = entries;
  const at = people.findIndex(({ name }) => name === first?.name);
  if (at < 0 && !mayAdd) return [...people];
  const found = people[at];
  const stated = entries.flatMap(({ name, office, state, asOf }) => (office === null ? [] : [{ name, office, state: state ?? 'holds', asOf: asOf === undefined ? (found?.asOf ?? article.date) : asOf, line: found?.line ?? null }]));
  const isOther = ({ name }: PersonInOffice): boolean => name !== first?.name;
  return at < 0 ? [...people, ...stated] : [...people.slice(0, at).filter(isOther), ...stated, ...people.slice(at).filter(isOther)];
}

function withFigure(figures: readonly StatedFigure[], entry: FigureCorrection, article: Article, mayAdd: boolean): StatedFigure[] {
  const { figure: printed, line, remove, subject, period, kind, change } = entry;
  const isMeant = (found: StatedFigure): boolean => squeezed(found.printed) === squeezed(printed) && (line === undefined || found.line === line);
  if (remove === true) return figures.filter((found) => !isMeant(found));
  if (figures.some(isMeant)) return figures.map((found) => (isMeant(found) ? { ...found, subject: subject ?? found.subject, period: period ?? found.period, kind: kind ?? found.kind, change: change ?? found.change } : found));
  const read = readOneFigure(printed);
  if (!mayAdd || read === null) return [...figures];
  return [...figures, { ...read, subject: subject ?? '', change: change ?? 'level', kind: kind ?? 'result', period: period ?? article.date?.slice(0, 4) ?? '', line: line ?? null }];
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}
