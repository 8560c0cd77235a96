import type { Api } from 'grammy';
import { type Fault, readFault } from './read-fault.js';
import type { OutgoingMessage, Place } from './sender.js';
import { asGrammySignal } from './telegram-client.js';

/** One try to send one message: its number, or what went wrong. Does not throw. */
export async function callSendMessage(api: Api, { place, message, isPlain }: { place: Place; message: OutgoingMessage; isPlain: boolean }, signal: AbortSignal): Promise<{ messageId: number } | { fault: Fault }> {
  try {
    const sent = await api.sendMessage(place.chatId, isPlain ? message.plain : message.html, sendOptions(place, message, isPlain), asGrammySignal(signal));
    return { messageId: sent.message_id };
  } catch (error) {
    return { fault: readFault(error) };
  }
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
