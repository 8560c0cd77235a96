import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { labelOf, REACHED, TARGET, VALUE_ONLY } from '../../language/table-cells.js';
import { readTableRows, type TableRow } from '../../language/table-rows.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { valuesIn } from './answer-value.js';
import { draftOf, type Draft } from './draft.js';

/** Articles whose tables are read for one question. */
const MAX_ARTICLES = 6;
/** Least share of the asked words that the names of row and column must hold together. */
const MIN_NAMED = 0.75;
interface Cell {
  article: number;
  row: TableRow;
  column: number;
  named: number;
}

/** Answers for a figure with the one cell of a table whose row and column are what is asked for; null where no table has just one such cell. */
export function composeTableFigure(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const matter = words.filter(({ text, isName, importance, synonyms }) => importance >= 0.6 && (!isName || synonyms.length > 0) && !TARGET.test(text) && !REACHED.test(text));
  if (matter.length === 0) return null;
  const cells = articlesOf(intent, scope, ranked, corpus).flatMap((article) => cellsFor(intent, matter, article, corpus));
  const most = Math.max(0, ...cells.map(({ named }) => named));
  const best = cells.filter(({ named }) => named === most);
  const [cell] = best;
  if (cell === undefined || most < MIN_NAMED || best.length > 1) return null;
  const value = cell.row.cells[cell.column];
  if (value === undefined) return null;
  const label = `${labelOf(cell.row, corpus.article(cell.article).text)}，${cell.row.header[cell.column] ?? ''}：`;
  return draftOf([{ article: cell.article, start: value.start, end: value.end, label }]);
}

function articlesOf(intent: Intent, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): number[] {
  const articles = new Set<number>();
  for (const { passage } of ranked) {
    const article = corpus.articleOfRow(passage.row);
    const isFit = scope.articles === null ? gapsOfPassage({ ...intent, dates: [] }, passage, corpus).length === 0 : scope.articles.has(article);
    if (isFit) articles.add(article);
    if (articles.size >= MAX_ARTICLES) break;
  }
  return [...articles].filter((article) => corpus.article(article).text.includes('|'));
}

/** Cells of a value of the asked kind in the columns of the asked year and of target or result. */
function cellsFor(intent: Intent, matter: readonly WeighedWord[], article: number, corpus: CorpusReader): Cell[] {
  const { text, title, date } = corpus.article(article);
  const own = findDates(title)[0]?.year ?? (date === null ? null : Number(date.slice(0, 4)));
  return readTableRows(text).flatMap((row) => {
    const label = fold(labelOf(row, text));
    return row.cells.flatMap((cell, column): Cell[] => {
      const printed = text.slice(cell.start, cell.end);
      const name = row.header[column] ?? '';
      if (column === 0 || !VALUE_ONLY.test(printed) || !isColumnMeant(intent, name, own) || (valuesIn(intent, printed)?.length ?? 0) === 0) return [];
      const named = coverage(matter, [{ folded: `${label} ${name}`, factor: 1 }]);
      // 增速 of an indicator is not the indicator itself.
      return isRate(label + name) === isRate(intent.folded) || intent.type === 'share' ? [{ article, row, column, named }] : [];
    });
  });
}

function isColumnMeant({ dates, wantsTarget, folded }: Intent, name: string, own: number | null): boolean {
  const years = findDates(name).flatMap(({ year }) => (year === null ? [] : [year]));
  const asked = dates.flatMap(({ year }) => (year === null ? [] : [year]));
  if (asked.length > 0 && !asked.every((year) => (years.length > 0 ? years : [own]).includes(year))) return false;
  // Without a year the newest column would have to be guessed.
  if (asked.length === 0 && years.length > 0) return false;
  if (TARGET.test(name)) return wantsTarget;
  return !wantsTarget || !REACHED.test(name) || REACHED.test(folded);
}

function isRate(text: string): boolean {
  return /增速|增长|增幅|涨幅|降幅|率|比重|占比/.test(text);
}
