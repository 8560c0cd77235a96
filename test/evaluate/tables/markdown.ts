import type { Share } from '../../../src/evaluate/evaluate.js';

/** A table of results, and what of it falls short of its target. */
export interface Table {
  markdown: string;
  missed: string[];
}

export function markdownOf(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

export function percentOf({ right, count }: Share): number {
  return count === 0 ? 0 : (100 * right) / count;
}

/** Counts stand beside rates. */
export function shareCell(share: Share | undefined): string {
  return share === undefined || share.count === 0 ? '–' : `${share.right}/${share.count} ${percentOf(share).toFixed(1)} %`;
}

/** `≥ 97 met`, `≥ 97 MISSED`, or a dash where nothing is to be reached or nothing was counted. */
export function targetCell(share: Share | undefined, target: number | undefined): string {
  if (target === undefined || share === undefined || share.count === 0) return '–';
  return `≥ ${target} ${percentOf(share) >= target ? 'met' : 'MISSED'}`;
}
