/** Runs tasks of one key one after another, in the order they came, and tasks of different keys side by side. */
export interface KeyedQueues {
  /** The task must not reject. */
  add(key: string, task: () => Promise<void>): Promise<void>;
}

export function createKeyedQueues(): KeyedQueues {
  const tails = new Map<string, Promise<void>>();
  return {
    add(key, task) {
      const tail = (tails.get(key) ?? Promise.resolve()).then(task);
      tails.set(key, tail);
      return tail.finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    },
  };
}
