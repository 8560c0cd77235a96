import type { CuratedAnswers } from '../../ports/curated-answers.js';
import type { StoredPassage } from '../../ports/generation.js';
import type { ModeratorActions } from '../../ports/moderator-actions.js';
import { faultOfCurated } from './answer-curated.js';
import { questionKey } from '../../language/question-key.js';

/** The right answer to a question, as a moderator wrote it. */
export interface Correction {
  /** Of the curated answer to be. */
  id: string;
  /** The record that is corrected. */
  recordId: string;
  personId: string;
  nowMs: number;
  question: string;
  /** Other questions that it answers too. */
  wordings: readonly string[];
  /** Plain text; `[n]` is the n-th of `cited`. Without any mark it rests on all of them. */
  answer: string;
  cited: readonly StoredPassage[];
}

export type CorrectionFault = NonNullable<ReturnType<typeof faultOfCurated>>;
interface Desk {
  actions: ModeratorActions;
  curated: CuratedAnswers;
}

/** Publishes a correction and notes who did it; gives why it must not go out, or null. Throws when it cannot be written. */
export function publishCorrection({ id, recordId, personId, nowMs, question, wordings, answer, cited }: Correction, { actions, curated }: Desk): CorrectionFault | null {
  const fault = faultOfCurated(answer, cited);
  if (fault !== null) return fault;
  const atUtc = new Date(nowMs).toISOString();
  const marked = /\[\d+\]/u.test(answer) ? answer.trim() : `${answer.trim()} ${cited.map((_, index) => `[${index + 1}]`).join('')}`;
  const passageIds = cited.map(({ passageId }) => passageId);
  actions.append({ atUtc, personId, action: 'published', subject: recordId, detail: { curated: id, question, answer: marked, passages: passageIds.join(' ') } });
  curated.publish({ id, question, answer: marked, passageIds, publishedBy: personId, publishedAtUtc: atUtc, recordId }, [question, ...wordings].map(questionKey).filter((key) => key !== ''));
  return null;
}

/** Takes a correction back and notes who did it; false when there is none of that id. Throws when it cannot be written. */
export function withdrawCorrection({ id, personId, nowMs }: Pick<Correction, 'id' | 'personId' | 'nowMs'>, { actions, curated }: Desk): boolean {
  const found = curated.all().find((one) => one.id === id);
  if (found === undefined) return false;
  actions.append({ atUtc: new Date(nowMs).toISOString(), personId, action: 'withdrawn', subject: found.recordId, detail: { curated: id } });
  return curated.withdraw(id);
}
