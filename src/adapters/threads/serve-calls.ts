import type { MessagePort } from 'node:worker_threads';
import { ClearError } from '../../domain/errors.js';

/** A call as it comes to a thread; what it tells on its way goes to the port. */
export interface ThreadTask {
  given: readonly unknown[];
  port: MessagePort;
}

/** An error is copied between threads without its class: it goes as words. `exitCode` is that of a ClearError, else null. */
export type ThreadReply = { value: unknown } | { message: string; exitCode: 1 | 2 | null };

export type TellAsItGoes = (told: unknown) => void;

/** Makes a function callable through a thread pool. */
export function serveCalls(work: (tell: TellAsItGoes, ...given: never[]) => Promise<unknown>): (task: ThreadTask) => Promise<ThreadReply> {
  return async ({ given, port }) => {
    try {
      return { value: await work((told) => { port.postMessage(told); }, ...(given as never[])) };
    } catch (error) {
      return { message: error instanceof Error ? error.message : String(error), exitCode: error instanceof ClearError ? error.exitCode : null };
    } finally {
      port.close();
    }
  };
}
