import type { Reply } from './compose-answer.js';
import { cleanRuns } from './rich-text.js';

/** A reply of one plain text without buttons. */
export function composePlain(text: string): Reply {
  return { text: cleanRuns([{ text }]), keyboard: [] };
}
