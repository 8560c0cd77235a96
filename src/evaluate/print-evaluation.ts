import type { Evaluation, Share } from './evaluate.js';

/** The tables for people: counts stand beside rates. */
export function printEvaluation(evaluation: Evaluation): string {
  const { groups, checks, meanCharacters, p50Ms, p95Ms } = evaluation;
  return `${rowsOf(groups)}\n${rowsOf(checks)}\nmean answer ${meanCharacters.toFixed(1)} characters\nduration p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms\n`;
}

function rowsOf(shares: Record<string, Share>): string {
  return Object.entries(shares).map(([name, { right, count }]) => `${name.padEnd(40)} ${String(right).padStart(5)} / ${String(count).padEnd(5)} ${((100 * right) / count).toFixed(1)} %\n`).join('');
}
