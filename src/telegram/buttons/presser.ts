import type { CallbackQuery } from 'grammy/types';
import type { Reply } from '../compose-answer.js';
import type { Place } from '../send/sender.js';
import type { Visit } from '../visit.js';

/** Who pressed and where; no place where the message was sent in inline mode: it has no chat we may write to. */
export interface Presser extends Omit<Visit, 'place'> {
  press: CallbackQuery;
  place: Place | null;
}

/** What a press comes to: a notice over the chat, an address to open, or messages, after which nothing more is shown. */
export type Outcome = { notice: string; afterwards?: () => Promise<void> } | { url: string } | { reply: Reply } | { run: (visit: Visit) => Promise<void> };
