/** Texts of this length are read anew as quickly as they are looked up. */
const SHORTEST = 8;
/** Whole articles are seldom read twice, and would fill the memory. */
const LONGEST = 2_000;

/**
 * A reader of texts that remembers what it found in the last `most` of them: while one question is answered, the same passages and
 * sentences are read again and again. What it gives is shared, so nobody may change it.
 */
export function remember<Found>(read: (text: string) => Found, most: number): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    if (text.length < SHORTEST || text.length > LONGEST) return read(text);
    const there = known.get(text);
    if (there !== undefined) return there;
    const found = read(text);
    known.set(text, found);
    if (known.size > most) for (const oldest of known.keys()) { known.delete(oldest); break; }
    return found;
  };
}
