/** Updates a call of getUpdates brings at most. */
export const BATCH_LIMIT = 100;
/** Updates confirmed although unfinished, at most; they would be lost if the process died. */
const MOST_HELD = 1_000;

/**
 * The offset of the next getUpdates: it confirms every update below it. Held at the oldest unfinished update, so that a crash loses none.
 * Two exceptions: an empty batch means that all is confirmed, and then no offset is sent, as ids may restart at a lower number after
 * a quiet week; and when a full batch brings nothing new, one stuck chat fills Telegram's window and is passed, so that it delays nobody.
 * @param ids update ids of the last batch
 */
export function nextOffset(ids: readonly number[], newCount: number, isUnfinished: (id: number) => boolean, unfinishedCount: number): number | undefined {
  if (ids.length === 0) return undefined;
  const isWindowFull = ids.length >= BATCH_LIMIT && newCount === 0 && unfinishedCount < MOST_HELD;
  const held = isWindowFull ? [] : ids.filter(isUnfinished);
  return held.length > 0 ? Math.min(...held) : Math.max(...ids) + 1;
}
