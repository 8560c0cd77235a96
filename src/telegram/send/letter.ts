import { z } from 'zod';
import type { OutgoingKey } from '../../ports/update-store.js';
import type { Delivery, OutgoingMessage, Place } from './sender.js';

/** A message on its way through the outbox. */
export interface Letter extends OutgoingKey {
  place: Place;
  message: OutgoingMessage;
  isPlain: boolean;
  failures: number;
  /** When the first of these failures was, by `Clock.now()`. */
  failingSince: number | null;
  /** When it was given up on, milliseconds since 1970. */
  expiresAtMs: number;
  /** What the outbox says on disk. */
  state: 'queued' | 'sending';
  /** Tells whoever waits; the first word counts. */
  tell(delivery: Delivery): void;
  told: Promise<Delivery>;
}

/** After this an answer is of no use to anybody. */
const KEPT_MS = 24 * 3_600_000;

export function newLetter(key: OutgoingKey, place: Place, message: OutgoingMessage, state: Letter['state'], nowUtcMs: number): Letter {
  let tell: (delivery: Delivery) => void = () => undefined;
  const told = new Promise<Delivery>((resolve) => {
    tell = resolve;
  });
  return { updateId: key.updateId, ordinal: key.ordinal, place, message, isPlain: false, failures: 0, failingSince: null, expiresAtMs: nowUtcMs + KEPT_MS, state, tell, told };
}

/** What is written on the disk of a letter, or of a press that was answered. */
const written = z.object({
  place: z.object({ chatId: z.number(), threadId: z.number().optional(), replyTo: z.number().optional() }),
  message: z.object({ html: z.string(), plain: z.string(), keyboard: z.array(z.array(z.looseObject({ text: z.string() }))), about: z.string().optional() }),
});

export function letterToJson(place: Place, message: OutgoingMessage): string {
  return JSON.stringify({ place, message });
}

/** Null for what is no letter. */
export function letterFromJson(json: string): { place: Place; message: OutgoingMessage } | null {
  const read = written.safeParse(JSON.parse(json));
  // The shape was checked: only what TypeScript makes of absent fields differs.
  return read.success ? (read.data as { place: Place; message: OutgoingMessage }) : null;
}
