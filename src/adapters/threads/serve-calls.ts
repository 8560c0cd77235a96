import type { MessagePort } from 'node:worker_threads';
import { ClearError } from '../../domain/errors.js';

/** A call as it comes to a thread; what it says goes to the port. */
export interface ThreadTask {
  given: readonly unknown[];
  port: MessagePort;
}

/** An error is copied between threads without its class: it goes as words. `exitCode` is that of a ClearError, else null. */
export type ThreadReply = { value: unknown } | { message: string; exitCode: 1 | 2 | null };

/** What a thread says of a call: something on its way, then the reply. */
export type ThreadWord = { told: unknown } | { reply: ThreadReply };

export type TellAsItGoes = (told: unknown) => void;

/** Makes a function callable through a thread pool. */
export function serveCalls(work: (tell: TellAsItGoes, ...given: never[]) => Promise<unknown>): (task: ThreadTask) => Promise<void> {
  return async ({ given, port }) => {
    const say = (word: ThreadWord): void => { port.postMessage(word); };
    try {
      say({ reply: { value: await work((told) => { say({ told }); }, ...(given as never[])) } });
    } catch (error) {
      say({ reply: { message: error instanceof Error ? error.message : String(error), exitCode: error instanceof ClearError ? error.exitCode : null } });
    }
  };
}
