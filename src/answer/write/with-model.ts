import type { Answer, Question } from '../../domain/answer.js';
import type { Draft } from '../compose/draft.js';
import type { Rehearse } from '../refusal/suggest-questions.js';
import type { Thesaurus } from '../thesaurus.js';
import type { Writer } from './call-model.js';
import { fillGaps } from './fill-gaps.js';
import { isWritable } from './is-writable.js';
import { suggestReading } from './suggest-reading.js';
import { writeAnswer, type Written } from './write-answer.js';

/** One question as far as it came without a model. */
export interface Told {
  question: Question;
  standaloneQuestion: string;
  language: 'zh' | 'en';
  /** Proved, or a refusal with its reasons. */
  answer: Answer;
  draft: Draft;
  onSentence: ((sentence: string) => void) | undefined;
}

/** A question that may be about several matters. */
const SEVERAL = /[，,；;、]|[^\s]和[^\s]|以及|分别|\band\b/u;

/**
 * What a model does for a question, one thing at most: it words what was found, takes apart what was answered in part, or offers
 * whole questions where a follow-up, or a question about several matters, found nothing. Null where it does nothing. No status is changed by any of them.
 */
export async function withModel({ question, standaloneQuestion, language, answer, draft, onSentence }: Told, writer: Writer, thesaurus: Thesaurus, rehearse: Rehearse): Promise<Written | null> {
  const rewording = { question: standaloneQuestion, answer, language, asker: question.asker ?? null, onSentence };
  if (isWritable(answer, draft)) return await writeAnswer(rewording, writer, thesaurus);
  if (question.isStatement === true || answer.verdict !== null) return null;
  if (answer.status === 'answered_partly') return await fillGaps(rewording, writer, rehearse);
  const isLost = answer.status === 'refused_not_in_passages' || answer.status === 'refused_no_passages';
  return isLost && (question.history.length > 0 || SEVERAL.test(question.question)) ? await suggestReading(question, answer, language, writer, thesaurus, rehearse) : null;
}
