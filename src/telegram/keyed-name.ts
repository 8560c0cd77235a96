import { createHmac } from 'node:crypto';

/**
 * A pseudonym of 20 characters: keyed with the bot token, so that no chat, message or user id can be worked out from it,
 * and the same for the same parts.
 */
export function keyedName(token: string, ...parts: readonly (string | number)[]): string {
  return createHmac('sha256', token).update(parts.join('/')).digest('base64url').slice(0, 20);
}
