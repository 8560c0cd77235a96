import type { Update } from 'grammy/types';
import type { UpdatePool } from '../../ports/update-store.js';

/**
 * Where an update waits. What is written in a chat is handled in its order; a press, an inline query or a stop waits for nothing but
 * a free place.
 */
export function queueOf(update: Update): { queue: string; pool: UpdatePool } {
  const written = update.message ?? update.channel_post ?? update.edited_channel_post;
  // What arrives may lack what the types promise; its handler says so, not the queue.
  const chatId = (written?.chat as { id?: unknown } | null | undefined)?.id;
  // An edit rests a moment, in case another follows: the chat must not wait for that.
  if (update.edited_message !== undefined) return { queue: `update ${update.update_id}`, pool: 'messages' };
  return typeof chatId === 'number' ? { queue: `chat ${chatId}`, pool: 'messages' } : { queue: `update ${update.update_id}`, pool: 'presses' };
}
