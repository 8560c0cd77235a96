import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls } from './adapters/threads/serve-calls.js';
import type { Config } from './config.js';
import type { Answer, Question } from './domain/answer.js';
import { bindHouse } from './wiring.js';

/** How often the example questions are asked before the first citizen's: code runs several times slower before it ran some dozens of times. */
const WARM_ROUNDS = 10;

// A thread that thinks: a question is milliseconds of work without a pause, and the service's own thread has to read and send meanwhile.
// It opens the data folder for itself; what it is asked for stands in `wire-threads.ts`.
const house = bindHouse(workerData as Config, (line) => { parentPort?.postMessage(line); });

/** A question that comes again (its thread broke, or the process died before it was confirmed) has its row already. */
export const answer = serveCalls(async (tell, question: Question, channel: string, isHeard: boolean) => house.log().find(question.id)?.answer ?? (await house.answer(question, channel, isHeard ? tell : undefined)));
export const related = serveCalls((_tell, given: Answer) => house.related(given));
export const coverage = serveCalls(() => house.coverage());
export const search = serveCalls((_tell, question: string, limit: number) => house.search(question, limit));
export const tryQuestion = serveCalls((_tell, question: string) => house.tryQuestion(question));

// Calls wait for this. Why there is no index is told to whoever asks.
await warmUp().catch(() => undefined);

/** Opens the index and asks the questions that it shows as examples, without a model and without a row in the log. */
async function warmUp(): Promise<void> {
  const { examples } = await house.coverage();
  for (let round = 0; round < WARM_ROUNDS; round++) {
    for (const question of examples) await house.reask({ question: { id: randomUUID(), question, history: [] }, channel: 'warm', askedAtUtc: new Date().toISOString() });
  }
}
