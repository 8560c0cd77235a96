import type { Message, UserFromGetMe } from 'grammy/types';
import { answerInChat } from './answer-in-chat.js';
import type { Desk } from './desk.js';
import { noteNewest } from './note-newest.js';
import { readMessage } from './read-message.js';
import { visitOf } from './visit.js';

/** Whoever edits, often edits again at once: only the last wording is answered. */
const SETTLING_MS = 1_500;
/** A question changed later than this is a new one, and is to be asked as one. */
const CHANGEABLE_SECONDS = 3_600;

/** Answers a question once more after it was changed. Commands are not run again: what they did is done. */
export async function handleEdit(message: Message & { edit_date?: number }, updateId: number, me: UserFromGetMe, desk: Desk): Promise<void> {
  const wish = readMessage(message, me);
  const text = wish.kind === 'question' ? wish.text : wish.kind === 'command' && wish.name === 'ask' ? wish.rest : null;
  if (text === null || message.forward_origin !== undefined) return;
  if ((message.edit_date ?? message.date) - message.date > CHANGEABLE_SECONDS) return;
  const key = `${message.chat.id}/${message.message_id}`;
  // Telegram calls it an edit too when a preview was added.
  if (desk.newest.get(key) === text) return;
  noteNewest(key, text, desk);
  await desk.clock.pause(SETTLING_MS);
  if (desk.newest.get(key) !== text) return;
  const visit = visitOf(message, updateId, me, desk);
  await answerInChat(visit, { text, messageId: message.message_id, heading: visit.texts.say('of_edited') }, desk);
}
