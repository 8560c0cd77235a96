/** What was asked for lately. */
export interface Recent<Key, Value> {
  /** Undefined when it is not there any more. */
  get(key: Key): Value | undefined;
  keep(key: Key, value: Value): void;
}

/** Keeps `most` values at most: what was not asked for the longest leaves first. */
export function keepRecent<Key, Value>(most: number): Recent<Key, Value> {
  // Last in the map is most recently used.
  const values = new Map<Key, Value>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    keep(key, value) {
      values.set(key, value);
      if (values.size <= most) return;
      for (const oldest of values.keys()) {
        values.delete(oldest);
        return;
      }
    },
  };
}
