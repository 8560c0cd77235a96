import type { Desk } from './desk.js';

const MOST = 5_000;

/** Notes the newest wording under a key; the oldest keys are forgotten. */
export function noteNewest(key: string, text: string, { newest }: Pick<Desk, 'newest'>): void {
  newest.delete(key);
  newest.set(key, text);
  for (const oldest of newest.keys()) {
    if (newest.size <= MOST) break;
    newest.delete(oldest);
  }
}
