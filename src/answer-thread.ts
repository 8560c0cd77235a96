import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls } from './adapters/threads/serve-calls.js';
import type { Config } from './config.js';
import type { Answer, Question } from './domain/answer.js';
import { bindHouse } from './wiring.js';

// A thread that thinks: a question is milliseconds of work without a pause, and the service's own thread has to read and send meanwhile.
// It opens the data folder for itself; what it is asked for stands in `wire-threads.ts`.
const house = bindHouse(workerData as Config, (line) => { parentPort?.postMessage(line); });

// Nobody should wait with the first question of each thread for the index, nor for code that never ran: the questions that are shown as
// examples are tried. Why there is no index is told to whoever asks.
await house.coverage().catch(() => undefined);

/** A question that comes again (its thread broke, or the process died before it was confirmed) has its row already. */
export const answer = serveCalls(async (tell, question: Question, channel: string, isHeard: boolean) => house.log().find(question.id)?.answer ?? (await house.answer(question, channel, isHeard ? tell : undefined)));
export const related = serveCalls((_tell, given: Answer) => house.related(given));
export const coverage = serveCalls(() => house.coverage());
export const search = serveCalls((_tell, question: string, limit: number) => house.search(question, limit));
export const tryQuestion = serveCalls((_tell, question: string) => house.tryQuestion(question));
