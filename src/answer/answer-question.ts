import type { Answer, Question } from '../domain/answer.js';
import type { CuratedAnswers } from '../ports/curated-answers.js';
import type { Embedder } from '../ports/embedder.js';
import type { Generation } from '../ports/generation.js';
import type { RecordLog } from '../ports/record-log.js';
import type { SentenceWeights } from './compose/sentence-weights.js';
import { strengthOf } from './answer-strength.js';
import { answerCurated } from './curated/answer-curated.js';
import { findEvidence } from './find-evidence.js';
import { EMPTY_OUTCOME, failedOutcome, finishAnswer, refused } from './finish-answer.js';
import { ofConversation, onlyOfCrux, readFollowUp, type FollowUp } from './follow-up.js';
import { readCoverage } from './holdings/read-coverage.js';
import type { Outcome, RankedPassage } from './outcome.js';
import type { RankingWeights } from './ranking-weights.js';
import { maskRecord } from './mask-record.js';
import { recordOf } from './record.js';
import type { HelpNumbers } from './reply.js';
import { statementsOf } from './record-statements.js';
import { rehearsal, searchAndCompose, type Way } from './search-and-compose.js';
import { composeRefusal } from './refusal/compose-refusal.js';
import { screenQuestion } from './screen.js';
import type { Thesaurus } from './thesaurus.js';
import type { TakenTime } from './time/meaning.js';
import { resolveTimes } from './time/resolve-times.js';
import { timeLine } from './time/time-line.js';
import { corpusNames } from './translate/corpus-names.js';
import { NO_NAMES } from './translate/name-lookup.js';
import { plainWording } from './translate/plain-wording.js';
import { languageOf } from './translate/question-language.js';
import { translateQuestion } from './translate/translate-question.js';
import type { Writer } from './write/call-model.js';
import { withModel } from './write/with-model.js';

/** What the answer pipeline needs from outside. */
export interface AnswerPorts {
  /** The generation to ask; opens or builds it on first use. Throws ClearError when there is none to be had. */
  generation(): Promise<Generation>;
  embedder: Embedder;
  thesaurus: Thesaurus;
  log: RecordLog;
  /** What moderators wrote; null where nobody wrote anything yet. */
  curated?: () => CuratedAnswers | null;
  /** Whom somebody in danger is told to call; those of the mainland of China where none are given. */
  helpNumbers?: HelpNumbers;
  /** The model that words what was found; none where none is configured. */
  writer?: Writer;
  /** Hears proved sentences of one question while the model writes them. */
  onSentence?: (sentence: string) => void;
  now(): Date;
  /** Other weights than those of the product: learning and measuring try them. */
  weights?: { ranking: RankingWeights; sentence: SentenceWeights };
}

/** Passages whose sentences compete for the answer. */
const KEPT = 12;

/** Answers one question and logs it; never throws: what broke is a `failed_…` status. `channel` names the door. */
export async function answerQuestion(question: Question, channel: string, ports: AnswerPorts): Promise<Answer> {
  const askedAt = ports.now();
  const startedMs = performance.now();
  const outcome = await journey(question, ports).catch((error: unknown) => failedOutcome(question, error));
  outcome.answer.durationMs = Math.round((performance.now() - startedMs) * 10) / 10;
  try {
    ports.log.append(maskRecord(recordOf(question, channel, askedAt, outcome)));
    return outcome.answer;
  } catch (error) {
    // What cannot be shown afterwards must not be said.
    return failedOutcome(question, error).answer;
  }
}

/** Ranked passages for a question, kept and rejected, best first. Not logged. */
export async function searchPassages(question: string, limit: number, ports: AnswerPorts): Promise<RankedPassage[]> {
  const { ranked } = await findEvidence(question, await ports.generation(), ports.thesaurus, ports.embedder, ports.weights?.ranking);
  return ranked.slice(0, limit).map((candidate, position) => ({ ...candidate, isKept: position < KEPT }));
}

/** screen → complete → understand, retrieve, rank → compose → verify, cite → write */
async function journey(question: Question, ports: AnswerPorts): Promise<Outcome> {
  // The Chinese wording is screened too: an English order is no better than a Chinese one.
  const screened = screenQuestion(question.question) ?? screenQuestion(translateQuestion(question.question, NO_NAMES));
  if (screened !== null) return { ...EMPTY_OUTCOME, standaloneQuestion: question.question, answer: refused(question, screened, '', [], languageOf(question.question), ports.helpNumbers) };
  const lap = stopwatch();
  const written = ports.curated?.() ?? null;
  if (written !== null) {
    const generation = await ports.generation();
    const answer = answerCurated(question, written, generation.corpus);
    if (answer !== null) return { ...EMPTY_OUTCOME, standaloneQuestion: question.question, answer, generationId: generation.info.id, stageMs: lap('curated') };
  }
  const followUp = await readFollowUp(inPlainWords(question), askBefore(ports), () => ports.generation());
  const { missing, language } = followUp;
  lap('complete');
  if (missing !== '') return { ...EMPTY_OUTCOME, standaloneQuestion: followUp.text, answer: refused(question, 'refused_not_in_passages', missing, [], language) };
  const generation = await ports.generation();
  lap('open');
  const timed = withTimesResolved(followUp.text, generation, ports);
  const standaloneQuestion = timed.text;
  const { draft, found } = await searchAndCompose(standaloneQuestion, generation, ports, lap, wayOf(question, followUp));
  const finished = finishAnswer(question, draft, found, generation, followUp.isAssumed ? standaloneQuestion : '');
  const extracted = onlyOfCrux(finished, question, followUp, found);
  const strength = strengthOf(found, draft, extracted, generation.corpus);
  lap('verify');
  // A statement that is nowhere on record is told so; what could be asked instead is no answer to it.
  if (isUnanswered(extracted.status) && question.isStatement !== true) extracted.answer = await composeRefusal(extracted === finished ? null : extracted.answer, found, draft, generation, rehearsal(generation, ports));
  const told = { question, standaloneQuestion, language: found.intent.language, answer: extracted, draft, onSentence: ports.onSentence };
  // How a question was read stands below its answer, in words of ours.
  const worded = ports.writer === undefined || followUp.isAssumed ? null : await withModel(told, ports.writer, ports.thesaurus, rehearsal(generation, ports));
  if (worded !== null) lap('write');
  const answer = worded?.answer ?? extracted;
  answer.answer = withTimes(answer, timed.taken, generation, found.intent.language);
  const stageMs = lap('reply');
  const cited = new Set(answer.citations.map(({ passageId }) => passageId));
  const ranked = found.ranked.map((candidate) => ({ ...candidate, isKept: cited.has(candidate.passage.passageId) }));
  return { standaloneQuestion, intent: found.intent, ranked, generationId: generation.info.id, ...statementsOf(draft, generation.corpus), model: null, ...(worded === null || worded.statements.length > 0 || worded.draft !== '' ? worded : { model: worded.model }), answer, strength, stageMs, failure: null };
}

function withTimesResolved(text: string, generation: Generation, ports: AnswerPorts): ReturnType<typeof resolveTimes> {
  return resolveTimes(text, ports.now(), generation.corpus, translateQuestion(text, corpusNames(generation)));
}

/** What a conversation, or a statement to be checked, changes in the search. */
function wayOf(question: Question, followUp: FollowUp): Way {
  const way = ofConversation(question, followUp);
  return question.isStatement === true ? { ...way, adjust: (found) => ({ ...found, intent: { ...found.intent, type: 'claim', isStatement: true } }) } : way;
}

/** Asks earlier questions, completed, each once; nothing is logged. */
function askBefore(ports: AnswerPorts): (earlier: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  const ask = async (earlier: string): Promise<Answer> => {
    const screened = screenQuestion(earlier);
    const generation = await ports.generation();
    return screened === null ? rehearsal(generation, ports)(withTimesResolved(earlier, generation, ports).text) : refused({ id: '', question: earlier, history: [] }, screened, '', []);
  };
  return (earlier) => {
    const answer = asked.get(earlier) ?? ask(earlier);
    asked.set(earlier, answer);
    return answer;
  };
}

/** The conversation without its manner of speaking, so that a follow-up is completed from what was asked and not from how. */
function inPlainWords(asked: Question): Question {
  return { ...asked, question: plainWording(asked.question), history: asked.history.map((item) => ({ ...item, question: plainWording(item.question) })) };
}

/** Each call ends a stage: its milliseconds since the last call, to a tenth, join the record that is returned. */
function stopwatch(): (stage: string) => Record<string, number> {
  const stageMs: Record<string, number> = {};
  let last = performance.now();
  return (stage) => {
    const now = performance.now();
    stageMs[stage] = Math.round((now - last) * 10) / 10;
    last = now;
    return stageMs;
  };
}

/** The reply with a line that says which time was meant; an answer's figures must stand in what it cites. */
function withTimes({ answer, citations }: Answer, taken: readonly TakenTime[], { corpus }: Generation, language: 'zh' | 'en'): string {
  const evidence = citations.length === 0 ? null : citations.map(({ title, body, meeting, date, text }) => [title, body, meeting, date ?? '', text].join('\n')).join('\n');
  const line = timeLine(taken, readCoverage(corpus).lastDate, evidence, language);
  return line === '' ? answer : `${answer}\n${language === 'zh' ? `（${line}）` : `(${line})`}`;
}

/** Searched for and not found: these replies say what is missing. */
function isUnanswered(status: Answer['status']): boolean {
  return status === 'refused_no_passages' || status === 'refused_not_in_passages' || status === 'refused_not_grounded';
}
