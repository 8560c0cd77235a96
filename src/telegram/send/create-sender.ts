import type { Api } from 'grammy';
import type { Outbox } from './outbox.js';
import { describeFault, readFault } from './read-fault.js';
import type { Sender } from './sender.js';
import { asGrammySignal } from './telegram-client.js';

export interface SenderSettings {
  api: Api;
  outbox: Outbox;
  /** Ends every call. */
  signal: AbortSignal;
  log: (line: string) => void;
}

/** The sender for what handling one update says; what has no update of its own takes a negative number nobody else has. */
export function createSender({ api, outbox, signal, log }: SenderSettings, updateId: number, firstOrdinal = 0): Sender {
  const grammySignal = asGrammySignal(signal);
  let next = firstOrdinal;
  return {
    sendMessage: (place, message) => outbox.send({ updateId, ordinal: next++ }, place, message),
    async showTyping({ chatId, threadId }) {
      if (outbox.isClosed(chatId)) return;
      // Whether it is shown matters to nobody: the answer follows.
      await api.sendChatAction(chatId, 'typing', threadId === undefined ? {} : { message_thread_id: threadId }, grammySignal).catch(() => undefined);
    },
    async showDraft({ chatId, threadId }, draftId, text) {
      if (outbox.isClosed(chatId)) return;
      await api.sendMessageDraft(chatId, draftId, text, threadId === undefined ? {} : { message_thread_id: threadId }, grammySignal).catch(() => undefined);
    },
    async answerPress(pressId, notice = {}) {
      if (!(await outbox.claim({ updateId, ordinal: next++ }))) return;
      try {
        await api.answerCallbackQuery(pressId, { ...notice, ...(notice.text === undefined ? {} : { show_alert: true }) }, grammySignal);
      } catch (error) {
        log(`telegram: a button press was not answered: ${describeFault(readFault(error))}`);
      }
    },
    aboutMessage: (chatId, messageId) => outbox.aboutMessage(chatId, messageId),
  };
}
