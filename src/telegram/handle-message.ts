import type { Message, UserFromGetMe } from 'grammy/types';
import { answerInChat } from './answer-in-chat.js';
import { runCommand } from './commands/run-command.js';
import type { Desk } from './desk.js';
import { readMessage } from './read-message.js';
import { sendReply } from './send-reply.js';
import { visitOf } from './visit.js';

/** Replies to one message, where it wants a reply. */
export async function handleMessage(message: Message, updateId: number, me: UserFromGetMe, desk: Desk): Promise<void> {
  const wish = readMessage(message, me);
  if (wish.kind === 'nothing') return;
  const visit = visitOf(message, updateId, me, desk);
  switch (wish.kind) {
    case 'question':
      return answerInChat(visit, message.message_id, wish.text, desk);
    case 'command':
      return runCommand({ name: wish.name, rest: wish.rest, message }, visit, desk);
    case 'not_text':
      // An album arrives as many messages: the first of them is enough to answer.
      if (message.media_group_id !== undefined && !desk.albums.add(`${message.chat.id}/${message.media_group_id}`)) return;
      await sendReply(desk.sender, visit.place, { text: [{ text: visit.texts.say('not_text') }], keyboard: [] });
  }
}
