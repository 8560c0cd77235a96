/** Which of the two bounded crowds of handlers an update waits for: presses of buttons and the like must not wait behind questions. */
export type UpdatePool = 'messages' | 'presses';

/** An update as it is written down before Telegram is told that it arrived. */
export interface ArrivedUpdate {
  updateId: number;
  /** Updates of one queue are handled one after another, in the order they arrived. */
  queue: string;
  pool: UpdatePool;
  /** JSON. Kept until the update is finished. */
  payload: string;
}

export interface WaitingUpdate extends Omit<ArrivedUpdate, 'payload'> {
  /** When it was written down, milliseconds since 1970. */
  acceptedAtMs: number;
}

/** `sending`: on its way, and perhaps there. `unsure`: it may have arrived and is not repeated. `lost`: Telegram will not take it. */
export type OutgoingState = 'queued' | 'sending' | 'sent' | 'unsure' | 'lost';

/** A message to be sent: the `ordinal`-th (from 0) that handling this update brought about. */
export interface OutgoingKey {
  updateId: number;
  ordinal: number;
}

export interface OutgoingMessageRow extends OutgoingKey {
  state: OutgoingState;
  /** JSON of what is to be sent; null once it is sent, unsure or lost. */
  call: string | null;
  /** Not to be sent before, milliseconds since 1970. */
  dueAtMs: number;
  /** Telegram's number of the message; null unless it is sent. */
  messageId: number | null;
}

/** How a message ended. */
export interface OutgoingEnd {
  state: 'sent' | 'unsure' | 'lost';
  messageId: number | null;
  /** Names chat and message without telling which, so that what the message is about can be found again. */
  messageKey: string | null;
  about: string | null;
}

/**
 * What a messenger's door must not forget: updates taken over and not finished, the ids of those seen in the past week, messages
 * not sent yet. A write is on the disk when its promise resolves; writes of one turn of the event loop share one commit.
 * Writes reject when the disk is full or the file is locked: then nothing of them is kept.
 */
export interface UpdateStore {
  /** Keeps those whose id was not seen in the past week, and gives them back. */
  accept(updates: readonly ArrivedUpdate[]): Promise<WaitingUpdate[]>;
  /** All that are not finished, in the order they arrived. */
  unfinished(): WaitingUpdate[];
  /** Null when it is finished or unknown. */
  payloadOf(updateId: number): string | null;
  /** Removes all of the update but its id. */
  finish(updateId: number): Promise<void>;
  /** Keeps a message unless one of this key is there; gives the row that is there now, and whether it is this one. */
  addOutgoing(row: Omit<OutgoingMessageRow, 'messageId'>): Promise<{ row: OutgoingMessageRow; isNew: boolean }>;
  changeOutgoing(key: OutgoingKey, change: { state: 'queued' | 'sending'; dueAtMs: number }): Promise<void>;
  /** Removes the content and keeps how it ended. */
  endOutgoing(key: OutgoingKey, end: OutgoingEnd): Promise<void>;
  /** Messages queued or on their way, in the order they were written. */
  openOutgoing(): OutgoingMessageRow[];
  /** What a sent message is about, null when that is not known. */
  aboutMessage(messageKey: string): string | null;
  close(): void;
}
