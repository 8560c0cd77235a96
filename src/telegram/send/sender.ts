import type { Keyboard } from '../compose-answer.js';

/** Where a message goes. */
export interface Place {
  chatId: number;
  /** Topic of a forum. */
  threadId?: number;
  replyTo?: number;
}

export interface OutgoingMessage {
  html: string;
  /** The same without tags, for a server that cannot read them. */
  plain: string;
  keyboard: Keyboard;
  /** What it is about, to be found again by the message (an answer's id, say). */
  about?: string;
}

/**
 * `queued`: Telegram does not take it yet (a flood limit, an outage); it is on the disk and goes out by itself, in its place among
 * the messages of the chat. `unsure`: it may have been delivered, and is not repeated. `lost`: Telegram will not take it.
 */
export interface Delivery {
  outcome: 'sent' | 'queued' | 'unsure' | 'lost';
  /** Telegram's number of the message; null unless it is sent. */
  messageId: number | null;
}

/**
 * Everything the bot says goes through here; nothing here rejects. What handling one update says is numbered in the order it is said:
 * when the update is handled again after a crash, what was said already is not said a second time.
 */
export interface Sender {
  /** Waits until it is known what became of it, 6 seconds at most. */
  sendMessage(place: Place, message: OutgoingMessage): Promise<Delivery>;
  showTyping(place: Place): Promise<void>;
  /** A preview of a message that is being written, in a private chat; gone after 30 seconds. Whether it is shown matters to nobody. */
  showDraft(place: Place, draftId: number, text: string): Promise<void>;
  /** At most once for each press. */
  answerPress(pressId: string, notice?: { text?: string; url?: string }): Promise<void>;
  /** What a message of the bot is about; null when it was about nothing, or is not known. */
  aboutMessage(chatId: number, messageId: number): string | null;
}
