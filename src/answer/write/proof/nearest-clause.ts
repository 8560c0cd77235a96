import { coverBy } from './cover.js';
import type { EvidenceText } from './evidence-text.js';

/** The clause of the evidence that shares most with a clause, long stretches before many short ones; null where none shares anything. */
export function nearestClause(clause: string, { sentences }: EvidenceText): string | null {
  return nearestOf(clause, sentences.flatMap(({ clauses }) => clauses));
}

/** The same for a whole statement among whole sentences. */
export function nearestSentence(statement: string, { sentences }: EvidenceText): string | null {
  return nearestOf(statement, sentences.map(({ text }) => text));
}

function nearestOf(text: string, candidates: readonly string[]): string | null {
  let best: { text: string; shared: number } | null = null;
  for (const candidate of candidates) {
    const shared = coverBy(text, candidate).reduce((sum, { start, end }) => sum + (end - start) ** 1.5, 0);
    if (shared > 0 && (best === null || shared > best.shared)) best = { text: candidate, shared };
  }
  return best?.text ?? null;
}
