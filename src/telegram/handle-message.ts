import type { Message, UserFromGetMe } from 'grammy/types';
import { answerInChat } from './answer-in-chat.js';
import { checkText } from './commands/check-text.js';
import { runCommand } from './commands/run-command.js';
import type { Reply } from './compose-answer.js';
import { composePlain } from './compose-plain.js';
import { cleanText } from './clean-text.js';
import type { Desk } from './desk.js';
import { explainQuote } from './explain-quote.js';
import { answerIdOfReasonRequest, takeVote } from './feedback/take-vote.js';
import { takeTeamReply } from './moderation/take-reply.js';
import { noteNewest } from './note-newest.js';
import { readMessage } from './read-message.js';
import { sendReply } from './send-reply.js';
import { takeDocument } from './staff/add-document.js';
import { visitOf, type Visit } from './visit.js';

/** Replies to one message, where it wants a reply. */
export async function handleMessage(message: Message, updateId: number, me: UserFromGetMe, desk: Desk): Promise<void> {
  const wish = readMessage(message, me);
  if (wish.kind === 'nothing') return;
  const visit = visitOf(message, updateId, me, desk);
  switch (wish.kind) {
    case 'question':
      return replyToText(message, wish.text, visit, desk);
    case 'check':
      await sayIfAny(await checkText(wish.text, message.message_id, visit, desk), visit, desk);
      return;
    case 'command':
      return runCommand({ name: wish.name, rest: wish.rest, message }, visit, desk);
    case 'not_text': {
      const taken = await takeDocument(message, visit, desk);
      if (taken !== null) return sayIfAny(taken, visit, desk);
      // An album arrives as many messages: the first of them is enough to answer.
      if (message.media_group_id !== undefined && !desk.albums.add(`${message.chat.id}/${message.media_group_id}`)) return;
      await sendReply(desk.sender, visit.place, { text: [{ text: visit.texts.say('not_text') }], keyboard: [] });
    }
  }
}

const COMMENT_UNITS = 1_000;

/** A question, unless it replies to something of ours: a quoted sentence asks where it comes from, words under "what is wrong?" are the reason. */
async function replyToText(message: Message, text: string, visit: Visit, desk: Desk): Promise<void> {
  const taken = await takeTeamReply(message, text, visit, desk);
  if (taken !== null) return sayIfAny(taken, visit, desk);
  const answerId = answerIdOfReasonRequest(message.reply_to_message?.reply_markup?.inline_keyboard);
  if (answerId !== null && desk.findAnswer(answerId) !== null) {
    takeVote({ answerId, person: visit.person, vote: 'down', reason: null, comment: cleanText(text).slice(0, COMMENT_UNITS) }, desk);
    return sayIfAny(composePlain(visit.texts.say('thanks_reason')), visit, desk);
  }
  noteNewest(`${message.chat.id}/${message.message_id}`, text, desk);
  const explained = explainQuote(message, visit, desk);
  if (explained !== null) return sayIfAny(explained, visit, desk);
  await answerInChat(visit, { text, messageId: message.message_id }, desk);
}

async function sayIfAny(reply: Reply | null, visit: Visit, desk: Desk): Promise<void> {
  if (reply !== null) await sendReply(desk.sender, visit.place, reply);
}
