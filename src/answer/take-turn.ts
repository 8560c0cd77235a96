let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a turn of the event loop of its own. A question is milliseconds of thinking without a pause, and those that wait would
 * follow each other without one: with a turn between them what is done is handed out, and a model is listened to, meanwhile.
 */
export function takeTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => { setImmediate(resolve); }));
  return last;
}
