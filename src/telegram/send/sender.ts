import type { Api } from 'grammy';
import { backoffMs } from '../backoff.js';
import type { Clock } from '../clock.js';
import type { Keyboard } from '../compose-answer.js';
import { describeFault, type Fault, readFault } from './read-fault.js';
import { asGrammySignal } from './telegram-client.js';

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
}

/** `unsure`: it may have been delivered, and is not repeated. */
export type Delivery = 'sent' | 'unsure' | 'lost';

/** Everything the bot says goes through here; nothing here rejects. */
export interface Sender {
  sendMessage(place: Place, message: OutgoingMessage): Promise<Delivery>;
  showTyping(place: Place): Promise<void>;
  answerPress(pressId: string, notice?: { text?: string; url?: string }): Promise<void>;
}

export interface SenderSettings {
  api: Api;
  clock: Clock;
  /** Ends every call and every wait. */
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Tries for a server that says it could not do it. */
const SERVER_TRIES = 4;

export function createSender({ api, clock, signal, log }: SenderSettings): Sender {
  const grammySignal = asGrammySignal(signal);
  /** Per chat, when Telegram will take messages again. */
  const closedUntil = new Map<number, number>();

  async function waitForChat(chatId: number): Promise<void> {
    for (;;) {
      const waitMs = (closedUntil.get(chatId) ?? 0) - clock.now();
      if (waitMs <= 0 || signal.aborted) break;
      await clock.pause(waitMs, signal);
    }
    closedUntil.delete(chatId);
  }

  async function attempt(place: Place, message: OutgoingMessage, isPlain: boolean): Promise<Fault | null> {
    try {
      await api.sendMessage(place.chatId, isPlain ? message.plain : message.html, sendOptions(place, message, isPlain), grammySignal);
      return null;
    } catch (error) {
      return readFault(error);
    }
  }

  return {
    async sendMessage(place, message) {
      let target = place;
      let isPlain = false;
      for (let failures = 0; ; failures++) {
        await waitForChat(target.chatId);
        if (signal.aborted) return 'lost';
        const fault = await attempt(target, message, isPlain);
        if (fault === null) return 'sent';
        if (fault.kind === 'flood') {
          closedUntil.set(target.chatId, clock.now() + fault.retryAfterMs);
        } else if (fault.kind === 'never_sent' || (fault.kind === 'server' && failures < SERVER_TRIES)) {
          await clock.pause(backoffMs(failures + 1), signal);
        } else if (fault.kind === 'refused' && !isPlain && /can't parse entities/i.test(fault.description)) {
          isPlain = true;
        } else if (fault.kind === 'refused' && target.threadId !== undefined && /thread not found/i.test(fault.description)) {
          target = { chatId: target.chatId };
        } else if (fault.kind === 'refused' && fault.migratedTo !== undefined && fault.migratedTo !== target.chatId) {
          target = { chatId: fault.migratedTo };
        } else {
          log(`telegram: a message was not sent: ${describeFault(fault)}`);
          return fault.kind === 'ambiguous' ? 'unsure' : 'lost';
        }
      }
    },
    async showTyping({ chatId, threadId }) {
      if ((closedUntil.get(chatId) ?? 0) > clock.now()) return;
      // Whether it is shown matters to nobody: the answer follows.
      await api.sendChatAction(chatId, 'typing', threadId === undefined ? {} : { message_thread_id: threadId }, grammySignal).catch(() => undefined);
    },
    async answerPress(pressId, notice = {}) {
      try {
        await api.answerCallbackQuery(pressId, { ...notice, ...(notice.text === undefined ? {} : { show_alert: true }) }, grammySignal);
      } catch (error) {
        log(`telegram: a button press was not answered: ${describeFault(readFault(error))}`);
      }
    },
  };
}

function sendOptions(place: Place, message: OutgoingMessage, isPlain: boolean) {
  return {
    link_preview_options: { is_disabled: true },
    ...(isPlain ? {} : { parse_mode: 'HTML' as const }),
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
    ...(place.replyTo === undefined ? {} : { reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true } }),
    ...(message.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: message.keyboard } }),
  };
}
