import { fold } from './fold.js';

/** Letters and digits only, folded. */
export function squeeze(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Share (0 to 1) of the bigrams of `part` that stand in `whole`; both squeezed or folded alike. */
export function bigramShare(part: string, whole: string): number {
  if (whole.includes(part)) return 1;
  if (part.length < 2) return 0;
  let held = 0;
  for (let index = 0; index + 2 <= part.length; index++) if (whole.includes(part.slice(index, index + 2))) held++;
  return held / (part.length - 1);
}

/** Dice coefficient over bigrams (0 to 1); 1 for equal texts. */
export function dice(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const grams = new Map<string, number>();
  for (let index = 0; index + 2 <= a.length; index++) grams.set(a.slice(index, index + 2), (grams.get(a.slice(index, index + 2)) ?? 0) + 1);
  let shared = 0;
  for (let index = 0; index + 2 <= b.length; index++) {
    const left = grams.get(b.slice(index, index + 2)) ?? 0;
    if (left === 0) continue;
    shared++;
    grams.set(b.slice(index, index + 2), left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
