import { createHmac } from 'node:crypto';

/** Returns what names a message of a chat so that neither can be worked out without the token. */
export function createMessageKey(token: string): (chatId: number, messageId: number) => string {
  return (chatId, messageId) => createHmac('sha256', token).update(`message ${chatId}/${messageId}`).digest('base64url').slice(0, 24);
}
