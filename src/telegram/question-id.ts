import { createHmac } from 'node:crypto';

/**
 * Id of a question: `tg-` and 20 characters, 23 in all. Keyed with the bot token, so that no chat, message or user id can be
 * worked out from it; the same update always gives the same id, so that one delivered twice finds the answer already in the log.
 */
export function questionIdOf(token: string, place: { updateId: number; chatId: number; messageId: number }): string {
  const name = `${place.updateId}/${place.chatId}/${place.messageId}`;
  return `tg-${createHmac('sha256', token).update(name).digest('base64url').slice(0, 20)}`;
}
