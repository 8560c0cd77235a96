import { summarise, type Evaluation, type JudgedRow } from '../../../src/evaluate/evaluate.js';
import type { QuestionSet } from '../question-sets.js';
import { markdownOf, shareCell, targetCell, type Table } from './markdown.js';

/** A set with its judged rows, or with what of it is not here. */
export interface JudgedSet {
  set: QuestionSet;
  judged: JudgedRow[];
  missing: string | null;
}

/** Right and rightly declined, against the targets; sets that are not here are named. */
export function setsTable(sets: readonly JudgedSet[]): Table {
  const missed: string[] = [];
  const rows = sets.map(({ set: { name, targets }, judged, missing }) => {
    if (missing !== null) return [name, `skipped: ${missing} is not here`, '', '', '', '', '', ''];
    const evaluation = summarise(judged);
    const { groups, meanCharacters, p50Ms, p95Ms } = evaluation;
    const length = targets.meanCharacters;
    const cells = [targetCell(groups['ALL answerable'], targets.answerable), targetCell(groups['ALL unanswerable'], targets.declined)];
    const lengthCell = `${meanCharacters.toFixed(0)}${length === undefined ? '' : ` (≤ ${length} ${meanCharacters <= length ? 'met' : 'MISSED'})`}`;
    for (const [index, cell] of [...cells, lengthCell].entries()) if (cell.includes('MISSED')) missed.push(`${name}: ${['answerable right', 'unanswerable declined', 'mean answer'][index] ?? ''}`);
    return [name, shareCell(groups['ALL answerable']), cells[0] ?? '', shareCell(groups['ALL unanswerable']), cells[1] ?? '', lengthCell, p50Ms.toFixed(1), p95Ms.toFixed(1)];
  });
  return { markdown: markdownOf('Answers', ['set', 'answerable right', 'target', 'unanswerable declined', 'target', 'mean answer, characters', 'p50 ms', 'p95 ms'], rows), missed };
}

/** Every class of question of every set. */
export function classesTable(sets: readonly JudgedSet[]): Table {
  const rows = sets.filter(({ missing }) => missing === null).map(({ set, judged }) => {
    const classes = Object.entries(summarise(judged).groups).filter(([name]) => !name.startsWith('ALL '));
    return [set.name, classes.map(([name, share]) => `${name} ${shareCell(share)}`).join(' · ')];
  });
  return { markdown: markdownOf('Classes', ['set', 'right of each class'], rows), missed: [] };
}

/** What must hold of every answer, over all sets: any answer that breaks one is named. */
export function proofsTable(sets: readonly JudgedSet[]): Table {
  const all = sets.flatMap(({ judged }) => judged);
  const { checks }: Pick<Evaluation, 'checks'> = summarise(all);
  const brokenBy = (name: string): string[] => all.filter((row) => Object.entries(row.checks).some(([check, holds]) => check === name && holds === false)).map(({ row }) => row.id);
  const rows = Object.entries(checks).map(([name, share]) => [name, shareCell(share), targetCell(share, 100), brokenBy(name).slice(0, 10).join(', ')]);
  const missed = rows.filter(([, , cell]) => cell?.includes('MISSED')).map(([name]) => `proof: ${name ?? ''}`);
  return { markdown: markdownOf('Proofs of every answer given', ['proof', 'holds', 'target', 'broken by'], rows), missed };
}
