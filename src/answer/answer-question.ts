import type { Answer, PassageView, Question } from '../domain/answer.js';
import { ClearError } from '../domain/errors.js';
import type { Status } from '../domain/status.js';
import type { Embedder } from '../ports/embedder.js';
import type { Generation, StoredPassage } from '../ports/generation.js';
import type { RecordLog } from '../ports/record-log.js';
import { cite, locate, viewOf } from './cite.js';
import { readComparison } from './compose/compare/read-comparison.js';
import { composeAnswer } from './compose/compose.js';
import type { Draft } from './compose/draft.js';
import { completeQuestion } from './complete-question.js';
import { weighWords, type WeighedWord } from './evidence.js';
import type { Intent } from './intent.js';
import { rank, type Ranked } from './rank.js';
import { recordOf } from './record.js';
import { missingLine, refusalReply } from './reply.js';
import { queryTerms, retrieve } from './retrieve.js';
import { scopeOf, withoutNames, type Scope } from './scope.js';
import { screenQuestion } from './screen.js';
import { termMatch, type TermMatch } from './term-match.js';
import type { Thesaurus } from './thesaurus.js';
import { understand } from './understand.js';
import { isLeadHeld, verify } from './verify.js';

/** What the answer pipeline needs from outside. */
export interface AnswerPorts {
  /** The generation to ask; opens or builds it on first use. Throws ClearError when there is none to be had. */
  generation(): Promise<Generation>;
  embedder: Embedder;
  thesaurus: Thesaurus;
  log: RecordLog;
  now(): Date;
}

/** One ranked candidate, for `huida search` and for the log. */
export interface RankedPassage {
  passage: StoredPassage;
  lexicalScore: number;
  vectorScore: number;
  score: number;
  isKept: boolean;
}

/** A finished question before it is logged. */
export interface Outcome {
  answer: Answer;
  standaloneQuestion: string;
  intent: Intent | null;
  ranked: RankedPassage[];
  generationId: string | null;
  failure: string | null;
}

/** Passages shown beside a refusal. */
const NEAREST = 3;
/** Passages whose sentences compete for the answer. */
const KEPT = 12;
const EMPTY_OUTCOME = { standaloneQuestion: '', intent: null, ranked: [], generationId: null, failure: null };


/** Answers one question and logs it; never throws: what broke is a `failed_…` status. `channel` names the door. */
export async function answerQuestion(question: Question, channel: string, ports: AnswerPorts): Promise<Answer> {
  const askedAt = ports.now();
  const startedMs = performance.now();
  const outcome = await journey(question, ports).catch((error: unknown) => failedOutcome(question, error));
  outcome.answer.durationMs = Math.round((performance.now() - startedMs) * 10) / 10;
  ports.log.append(recordOf(question, channel, askedAt, outcome));
  return outcome.answer;
}

/** Ranked passages for a question, kept and rejected, best first. Not logged. */
export async function searchPassages(question: string, limit: number, ports: AnswerPorts): Promise<RankedPassage[]> {
  const { ranked } = await find(question, await ports.generation(), ports);
  return ranked.slice(0, limit).map((candidate, position) => ({ ...candidate, isKept: position < KEPT }));
}

/** screen → understand → retrieve → rank → compose → verify → cite */
async function journey(question: Question, ports: AnswerPorts): Promise<Outcome> {
  const screened = screenQuestion(question.question);
  if (screened !== null) return { ...EMPTY_OUTCOME, standaloneQuestion: question.question, answer: refused(question, screened, '', []) };
  const standaloneQuestion = await completeQuestion(question, async (earlier) => answerText(await journey({ id: '', question: earlier, history: [] }, ports)));
  const generation = await ports.generation();
  const found = await find(standaloneQuestion, generation, ports);
  // Each side of a comparison is searched for on its own: the question as a whole finds the passages of one of them.
  const comparison = readComparison(found.intent);
  const sides = comparison === null ? [] : await Promise.all(comparison.sides.map((side) => find(side.question, generation, ports)));
  const draft = composeAnswer(found, generation.corpus, comparison, sides);
  const answer = finish(question, draft, found, generation);
  const cited = new Set(answer.citations.map(({ passageId }) => passageId));
  const ranked = found.ranked.map((candidate) => ({ ...candidate, isKept: cited.has(candidate.passage.passageId) }));
  return { answer, standaloneQuestion, intent: found.intent, ranked, generationId: generation.info.id, failure: null };
}

/** What was answered, for a later question that speaks of it; null when nothing was. */
function answerText({ answer }: Outcome): string | null {
  return answer.status.startsWith('answered') ? answer.answer : null;
}

interface Found {
  intent: Intent;
  words: WeighedWord[];
  match: TermMatch;
  scope: Scope;
  ranked: Ranked[];
}

/** understand → retrieve → rank */
async function find(standaloneQuestion: string, generation: Generation, ports: AnswerPorts): Promise<Found> {
  const understood = understand(standaloneQuestion, ports.thesaurus);
  const scope = scopeOf(understood, generation.corpus);
  const candidates = await retrieve(understood, scope, generation, ports.embedder);
  const intent = withoutNames(understood, scope);
  const words = weighWords(intent.words, generation.lexical, generation.corpus.passageCount);
  return { intent, words, match: termMatch(queryTerms(understood, generation), generation), scope, ranked: rank(intent, words, scope, candidates, generation.corpus) };
}

/** verify → cite; what does not hold is dropped, and an answer of which nothing holds becomes a refusal. */
function finish(question: Question, draft: Draft, found: Found, generation: Generation): Answer {
  const nearest = found.ranked.slice(0, NEAREST).map(({ passage }) => viewOf(passage));
  const { language } = found.intent;
  if (draft.kind === 'refusal') return { ...refused(question, draft.status, draft.missing, nearest, language), verdict: draft.verdict ?? (found.intent.type === 'claim' ? 'not_found' : null) };
  const held = verify(locate(draft.cuts, generation.corpus));
  if (held.length === 0) return refused(question, 'refused_not_grounded', '', nearest, language);
  const { answer, citations } = cite(held);
  const lead = isLeadHeld(draft.lead, question.question, citations.map(({ text }) => text), draft.computed) ? draft.lead : '';
  const dates = citations.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { id: question.id, question: question.question, status: draft.missing === undefined ? 'answered' : 'answered_partly', answer: lead + answer + missingLine(draft.missing, language), verdict: draft.verdict, citations, nearest: [], engine: 'extract', asOf: dates.at(-1) ?? null, durationMs: 0 };
}

function refused(question: Question, status: Status, missing: string, nearest: PassageView[], language: 'zh' | 'en' = 'zh'): Answer {
  return { id: question.id, question: question.question, status, answer: refusalReply(status, missing, language), verdict: null, citations: [], nearest, engine: 'extract', asOf: null, durationMs: 0 };
}

function failedOutcome(question: Question, error: unknown): Outcome {
  const isMissingIndex = error instanceof ClearError;
  return {
    ...EMPTY_OUTCOME,
    answer: refused(question, isMissingIndex ? 'failed_no_index' : 'failed_internal', '', []),
    failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
