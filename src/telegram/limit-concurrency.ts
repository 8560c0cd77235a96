/** Returns a function that runs tasks, at most `most` at a time, the others waiting in the order they came. */
export function limitConcurrency(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // A place is handed over rather than freed, so that a newcomer cannot overtake.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
