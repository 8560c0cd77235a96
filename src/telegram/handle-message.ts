import type { Message, UserFromGetMe } from 'grammy/types';
import { answerInChat } from './answer-in-chat.js';
import { chooseTexts } from './choose-texts.js';
import { composeHelp } from './compose-help.js';
import { composePassage } from './compose-passage.js';
import type { Desk } from './desk.js';
import { fromStartPayload, passageOf } from './passage-key.js';
import { readMessage } from './read-message.js';
import type { RichText } from './rich-text.js';
import { sendReply } from './send-reply.js';
import type { Place } from './send/sender.js';
import type { Texts } from './texts.zh.js';

/** Replies to one message, where it wants a reply. */
export async function handleMessage(message: Message, updateId: number, me: UserFromGetMe, desk: Desk): Promise<void> {
  const wish = readMessage(message, me);
  const texts = chooseTexts(message.from?.language_code, message.text);
  const place = placeOf(message);
  const say = (text: RichText) => sendReply(desk.sender, place, { text, keyboard: [] });
  switch (wish.kind) {
    case 'nothing':
      return;
    case 'question':
      return answerInChat({ message, updateId, text: wish.text, place, texts }, desk);
    case 'start':
      await say(startReply(wish.payload, texts, desk));
      return;
    case 'help':
      await say(composeHelp(desk.coverage(), texts, false));
      return;
    case 'unknown_command':
      await say([{ text: texts.unknownCommand }]);
      return;
    case 'not_text':
      // An album arrives as many messages: the first of them is enough to answer.
      if (message.media_group_id === undefined || desk.albums.add(`${message.chat.id}/${message.media_group_id}`)) await say([{ text: texts.notText }]);
      return;
  }
}

/** The chat and topic a message came from, and the message itself as the one replied to. */
export function placeOf(message: Message): Place {
  const threadId = message.is_topic_message === true ? message.message_thread_id : undefined;
  return { chatId: message.chat.id, replyTo: message.message_id, ...(threadId === undefined ? {} : { threadId }) };
}

/** A start link may name a passage, so that a citation can be opened from anywhere. */
function startReply(payload: string, texts: Texts, desk: Desk): RichText {
  const key = fromStartPayload(payload);
  if (key === null) return composeHelp(desk.coverage(), texts, true);
  const answer = desk.findAnswer(key.answerId);
  const passage = answer === null ? null : passageOf(answer, key);
  return passage === null ? [{ text: texts.passageGone }] : composePassage(passage, texts);
}
