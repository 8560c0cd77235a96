import { keyedName } from './keyed-name.js';

/** Id of a question: `tg-` and 20 characters. The same update always gives the same id, so that one delivered twice finds the answer already in the log. */
export function questionIdOf(token: string, place: { updateId: number; chatId: number; messageId: number }): string {
  return `tg-${keyedName(token, place.updateId, place.chatId, place.messageId)}`;
}
