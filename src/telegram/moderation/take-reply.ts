import type { Message } from 'grammy/types';
import type { Reply } from '../compose-answer.js';
import type { Desk } from '../desk.js';
import { takeAnswerByHand } from '../feedback/ask-staff.js';
import { mayAct, type Visit } from '../visit.js';
import { takeCorrection } from './correct-answer.js';
import { takeNote } from './review-answer.js';

/** Words of the team under a message that asked for them; null for any other message, and for whoever has no right to it. */
export async function takeTeamReply(message: Message, text: string, visit: Visit, desk: Desk): Promise<Reply | null> {
  const replied = message.reply_to_message;
  if (replied === undefined || !visit.isPrivate) return null;
  const about = desk.sender.aboutMessage(replied.chat.id, replied.message_id);
  if (about === null) return null;
  const byHand = await takeAnswerByHand(about, text, visit, desk);
  if (byHand !== null || desk.moderation === null || !mayAct(visit, 'moderator', desk)) return byHand;
  return takeNote(about, text, visit, desk) ?? (await takeCorrection(about, text, visit, desk));
}
