import type { JudgedRow, Share } from '../../../src/evaluate/evaluate.js';
import { markdownOf, percentOf, shareCell, type Table } from './markdown.js';

/** Points that other wording may cost, over all sets. */
const LARGEST_LOSS = 5;

/** A question as it stands in its table and in other words. */
export interface RewordedPair {
  original: JudgedRow;
  reworded: JudgedRow;
}

export interface RewordedSet {
  name: string;
  pairs: readonly RewordedPair[];
  /** Ids of rewordings whose original is not in the table: named, not counted. */
  orphans: readonly string[];
}

export function rewordingsTable(sets: readonly RewordedSet[]): Table {
  const orphans = sets.flatMap((set) => set.orphans);
  const lines = sets.map(({ name, pairs }) => ({ name, before: shareOf(pairs.map(({ original }) => original)), after: shareOf(pairs.map(({ reworded }) => reworded)) }));
  const sum = (shares: readonly Share[]): Share => shares.reduce((a, b) => ({ right: a.right + b.right, count: a.count + b.count }), { right: 0, count: 0 });
  const whole = { name: 'all', before: sum(lines.map(({ before }) => before)), after: sum(lines.map(({ after }) => after)) };
  const loss = ({ before, after }: { before: Share; after: Share }): number => percentOf(before) - percentOf(after);
  const isMissed = loss(whole) > LARGEST_LOSS;
  const rows = [...lines, whole].map((line) => [line.name, shareCell(line.before), shareCell(line.after), loss(line).toFixed(1), line === whole ? `≤ ${LARGEST_LOSS} ${isMissed ? 'MISSED' : 'met'}` : '–']);
  const orphaned = orphans.length === 0 ? '' : `Without an original: ${orphans.join(', ')}\n`;
  return { markdown: markdownOf('Reworded questions', ['set', 'as in the table', 'reworded', 'loss in points', 'target'], rows) + orphaned, missed: isMissed ? ['rewordings: loss'] : [] };
}

function shareOf(judged: readonly JudgedRow[]): Share {
  return { right: judged.filter(({ fault }) => fault === null).length, count: judged.length };
}
