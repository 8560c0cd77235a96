import { backoffMs } from '../backoff.js';
import type { Fault } from './read-fault.js';
import type { Place } from './sender.js';

/** What is done about a message that Telegram did not take. */
export type NextStep =
  /** Again after a pause; a flood limit is Telegram's word, the other pauses are ours. */
  | { kind: 'wait'; ms: number; isFlood: boolean }
  /** Again at once, to another place or as plain text. */
  | { kind: 'change'; place: Place; isPlain: boolean }
  | { kind: 'give_up'; state: 'unsure' | 'lost' };

export interface Situation {
  place: Place;
  isPlain: boolean;
  /** Failures of this message, this one too. */
  failures: number;
  /** True when another message got through since this one failed first: then the fault is the message's. */
  isOthersPassing: boolean;
  isExpired: boolean;
}

/** Tries for a server that takes other messages and says of this one that it could not. */
const SERVER_TRIES = 5;

export function nextStep(fault: Fault, { place, isPlain, failures, isOthersPassing, isExpired }: Situation): NextStep {
  if (isExpired) return { kind: 'give_up', state: 'lost' };
  switch (fault.kind) {
    case 'flood':
      return { kind: 'wait', ms: fault.retryAfterMs, isFlood: true };
    case 'never_sent':
    case 'unauthorised':
      return { kind: 'wait', ms: backoffMs(failures), isFlood: false };
    case 'server':
      return failures >= SERVER_TRIES && isOthersPassing ? { kind: 'give_up', state: 'lost' } : { kind: 'wait', ms: backoffMs(failures), isFlood: false };
    case 'refused':
      if (!isPlain && /can't parse entities/i.test(fault.description)) return { kind: 'change', place, isPlain: true };
      if (place.threadId !== undefined && /thread not found/i.test(fault.description)) return { kind: 'change', place: { chatId: place.chatId }, isPlain };
      if (fault.migratedTo !== undefined && fault.migratedTo !== place.chatId) return { kind: 'change', place: { chatId: fault.migratedTo }, isPlain };
      return { kind: 'give_up', state: 'lost' };
    case 'conflict':
      return { kind: 'give_up', state: 'lost' };
    case 'ambiguous':
      return { kind: 'give_up', state: 'unsure' };
  }
}
