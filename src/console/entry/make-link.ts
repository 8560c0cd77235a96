import { randomBytes } from 'node:crypto';
import { sha256 } from '../../domain/ids.js';
import type { ConsoleEntry } from '../../ports/console-entry.js';

export const LINK_MS = 5 * 60_000;

/** A link that lets one person in once, within five minutes. Only its digest is kept; 128 bits are its secret. */
export function makeLink(entry: ConsoleEntry, personId: string, address: string, nowMs: number): string {
  const secret = randomBytes(16).toString('base64url');
  entry.saveLink(sha256(secret), { personId, expiresAtMs: nowMs + LINK_MS });
  return `${address.replace(/\/+$/u, '')}/enter/${secret}`;
}
