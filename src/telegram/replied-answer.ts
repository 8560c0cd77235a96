import type { Message } from 'grammy/types';
import type { Answer } from '../domain/answer.js';
import { citationsOfQuote } from './answer-sentences.js';
import { recallAnswers } from './conversation.js';
import { answerIdOf } from './feedback/ask-staff.js';
import type { Desk } from './desk.js';

const DAY_MS = 86_400_000;
const DATA = /^[cnudsrw]:([\w-]{1,36})(?::|$)/;

/** The answer that a message of the bot's carries; null when it carries none that is known. */
export function answerOfMessage(message: Message | undefined, desk: Desk): Answer | null {
  if (message === undefined) return null;
  const about = desk.sender.aboutMessage(message.chat.id, message.message_id) ?? idInButtons(message);
  return about === null ? null : desk.findAnswer(answerIdOf(about));
}

/** The answer that quoted words were taken from: that of the quoted message, else the newest of the conversation that holds them. */
export function answerOfQuote(message: Message | undefined, quoted: string, conversation: string, desk: Desk): Answer | null {
  const answer = answerOfMessage(message, desk);
  if (answer !== null) return answer;
  // A long answer is several messages, and only its last one has buttons.
  return recallAnswers(conversation, DAY_MS, desk).findLast((recent) => citationsOfQuote(recent, quoted) !== null) ?? null;
}

function idInButtons({ reply_markup: markup }: Message): string | null {
  for (const button of markup?.inline_keyboard.flat() ?? []) {
    const id = 'callback_data' in button ? DATA.exec(button.callback_data)?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return null;
}
