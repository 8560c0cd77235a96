import type { Answer, PassageView, Question } from '../domain/answer.js';
import { ClearError } from '../domain/errors.js';
import type { Status } from '../domain/status.js';
import type { Generation } from '../ports/generation.js';
import { cite, locate, viewOf } from './cite.js';
import type { Draft } from './compose/draft.js';
import type { Found } from './find-evidence.js';
import type { Outcome } from './outcome.js';
import { assumedLine, type HelpNumbers, missingLine, refusalReply } from './reply.js';
import { isLeadHeld, verify } from './verify.js';

/** Passages shown beside a refusal. */
export const NEAREST = 3;
/** What stands before the record's own words when the question was put in another language. */
const RECORD_SAYS = { zh: '', en: 'The record says: ' } as const;
/** An outcome before anything was understood or found. */
export const EMPTY_OUTCOME = { standaloneQuestion: '', intent: null, ranked: [], generationId: null, draft: '', statements: [], model: null, strength: null, stageMs: {}, failure: null };

/** verify → cite; what does not hold is dropped, and an answer of which nothing holds becomes a refusal. `assumed`: how a question that could be read in two ways was read, else empty. */
export function finishAnswer(question: Question, draft: Draft, found: Found, generation: Generation, assumed = ''): Answer {
  const nearest = found.ranked.slice(0, NEAREST).map(({ passage }) => viewOf(passage));
  const { language } = found.intent;
  if (draft.kind === 'refusal') return { ...refused(question, draft.status, draft.missing, nearest, language), verdict: draft.verdict ?? (found.intent.type === 'claim' ? 'not_found' : null), ...findingsOf(draft) };
  const held = verify(locate(draft.cuts, generation.corpus));
  if (held.length === 0) return refused(question, 'refused_not_grounded', '', nearest, language);
  const { answer, citations } = cite(held);
  const lead = isLeadHeld(draft.lead, question.question, citations.map(({ title, date, text }) => `${title} ${dateParts(date)} ${text}`), draft.computed) ? draft.lead : '';
  const dates = citations.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { id: question.id, question: question.question, status: draft.missing === undefined ? 'answered' : 'answered_partly', answer: (lead === '' ? RECORD_SAYS[language] : lead) + answer + missingLine(draft.missing, language) + assumedLine(assumed, language), verdict: draft.verdict, citations, nearest: [], engine: 'extract', asOf: dates.at(-1) ?? null, durationMs: 0, ...findingsOf(draft) };
}

function findingsOf({ findings }: Draft): Pick<Answer, 'findings'> {
  return findings === undefined || findings.length === 0 ? {} : { findings };
}

/** An answer that says why there is none. */
export function refused(question: Question, status: Status, missing: string, nearest: PassageView[], language: 'zh' | 'en' = 'zh', numbers?: HelpNumbers): Answer {
  return { id: question.id, question: question.question, status, answer: refusalReply(status, missing, language, numbers), verdict: null, citations: [], nearest, engine: 'extract', asOf: null, durationMs: 0 };
}

/** What a citizen hears when something broke: canned words only; the technical text goes to the log. */
export function failedOutcome(question: Question, error: unknown): Outcome {
  const isMissingIndex = error instanceof ClearError;
  return {
    ...EMPTY_OUTCOME,
    answer: refused(question, isMissingIndex ? 'failed_no_index' : 'failed_internal', '', []),
    failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** A date's numbers as a sentence of ours writes them: 2031 4 5 for 2031-04-05. */
function dateParts(iso: string | null): string {
  return iso === null ? '' : `${iso} ${iso.split('-').map(Number).join(' ')}`;
}
