import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ClearError } from '../../src/domain/errors.js';
import type { QuestionRow } from '../../src/evaluate/question-row.js';

/** A question of a table in other words: what is expected stands with the original alone. */
export type Rewording = z.infer<typeof shape>;

const shape = z.object({
  id: z.string(),
  /** Name of the set, and id of the question in it. */
  set: z.string(),
  of: z.string(),
  question: z.string(),
  /** The conversation before it, where that is reworded too. */
  history: z.array(z.object({ question: z.string() })).optional(),
});

/** Throws ClearError naming the line that is no rewording, or whose set is not among `sets`. */
export function readRewordings(file: string, sets: readonly string[]): Rewording[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const outcome = shape.safeParse(parsed(line));
    if (!outcome.success) throw new ClearError(`Line ${index + 1} of ${file} is not a rewording {"id", "set", "of", "question"}: "${outcome.error.issues[0]?.path.join('.') ?? ''}" ${outcome.error.issues[0]?.message ?? ''}.`);
    if (!sets.includes(outcome.data.set)) throw new ClearError(`Line ${index + 1} of ${file} rewords a question of ${JSON.stringify(outcome.data.set)}; the sets are ${sets.join(', ')}.`);
    return [outcome.data];
  });
}

/** The original as it is asked in other words. */
export function reworded(original: QuestionRow, { id, question, history }: Rewording): QuestionRow {
  return { ...original, id, question, history: history ?? original.history };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
