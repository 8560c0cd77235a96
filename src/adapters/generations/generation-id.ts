import { randomBytes } from 'node:crypto';

/** `g20250220T083000123Z-3fa9c1`: sorts by time, and two builds in one millisecond still differ. */
export function newGenerationId(now: Date): string {
  return `g${now.toISOString().replaceAll(/[-:.]/gu, '')}-${randomBytes(3).toString('hex')}`;
}
