import { searchPassages, type AnswerPorts } from '../../../src/answer/answer-question.js';
import { isPatternRow, groupOf, type QuestionRow } from '../../../src/evaluate/question-row.js';
import { markdownOf, shareCell, targetCell, type Table } from './markdown.js';

/** Passages looked through for the right document. */
const DEPTH = 60;
const MRR_DEPTH = 10;

/** Where the right document of a question stands among the distinct documents found, from 1; null when it is not among them. */
export interface DocumentRank {
  type: string;
  rank: number | null;
}

/** Ranks of the rows that name their document and stand alone. */
export async function rankDocuments(rows: readonly QuestionRow[], ports: AnswerPorts): Promise<DocumentRank[]> {
  const ranks: DocumentRank[] = [];
  for (const row of rows) {
    if (isPatternRow(row) || !row.answerable || row.doc_ids.length === 0 || row.history.length > 0) continue;
    const found = await searchPassages(row.question, DEPTH, ports);
    const documents = [...new Set(found.map(({ passage }) => passage.header.documentId))];
    const place = documents.findIndex((id) => row.doc_ids.includes(id));
    ranks.push({ type: groupOf(row), rank: place < 0 ? null : place + 1 });
  }
  return ranks;
}

export interface RankedSet {
  name: string;
  ranks: readonly DocumentRank[];
  /** Least share with the right document first, in percent, by type. */
  targets: Readonly<Record<string, number>>;
}

export function rankingTable(sets: readonly RankedSet[]): Table {
  const missed: string[] = [];
  const rows = sets.flatMap(({ name, ranks, targets }) =>
    [...new Set(ranks.map(({ type }) => type))].sort().map((type) => {
      const own = ranks.filter((rank) => rank.type === type);
      const within = (depth: number): { right: number; count: number } => ({ right: own.filter(({ rank }) => rank !== null && rank <= depth).length, count: own.length });
      const reciprocal = own.reduce((sum, { rank }) => sum + (rank === null || rank > MRR_DEPTH ? 0 : 1 / rank), 0) / own.length;
      const target = targetCell(within(1), targets[type]);
      if (target.includes('MISSED')) missed.push(`ranking: ${name} ${type}`);
      return [name, type, shareCell(within(1)), target, shareCell(within(5)), (100 * reciprocal).toFixed(1)];
    }),
  );
  return { markdown: markdownOf('Ranking: the right document', ['set', 'type', 'first (R@1)', 'target', 'among five (R@5)', 'MRR@10'], rows), missed };
}
