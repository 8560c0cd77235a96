import type { Message } from 'grammy/types';
import type { Answer } from '../domain/answer.js';
import { cleanText, hasVisibleText } from './clean-text.js';
import { composeAnswer, type Reply } from './compose-answer.js';
import { describeError, type Desk } from './desk.js';
import { keepTyping } from './keep-typing.js';
import { sendReply } from './send-reply.js';
import type { Place } from './send/sender.js';
import type { Texts } from './texts.zh.js';

/** A question found in a message. */
export interface ChatQuestion {
  message: Message;
  updateId: number;
  text: string;
  place: Place;
  texts: Texts;
}

/** Asks, shows that it is working meanwhile, and sends the answer. */
export async function answerInChat(asked: ChatQuestion, desk: Desk): Promise<void> {
  const { place, texts } = asked;
  const stopTyping = keepTyping(() => desk.sender.showTyping(place), desk.clock);
  let reply: Reply;
  try {
    reply = composeAnswer(await answerOf(asked, desk), texts);
  } catch (error) {
    desk.log(`telegram: a question failed: ${describeError(error)}`);
    reply = { text: [{ text: texts.failed }], keyboard: [] };
  } finally {
    stopTyping();
  }
  await sendReply(desk.sender, place, reply);
}

async function answerOf({ message, updateId, text, place }: ChatQuestion, desk: Desk): Promise<Answer> {
  const id = desk.questionId({ updateId, chatId: place.chatId, messageId: message.message_id });
  // An update delivered again after a crash has its answer in the log already.
  const logged = desk.findAnswer(id);
  if (logged !== null) return logged;
  const question = cleanText(text).trim();
  const conversation = conversationOf(message);
  const history = desk.memory.recall(conversation);
  if (hasVisibleText(question)) desk.memory.remember(conversation, question);
  return desk.ask({ id, question, history });
}

/** In a group a follow-up completes the asker's own question, not whatever somebody else asked in between. */
function conversationOf(message: Message): string {
  return [message.chat.id, message.message_thread_id ?? '', message.from?.id ?? ''].join('/');
}
