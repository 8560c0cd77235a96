import type { Message } from 'grammy/types';
import type { Reply } from '../compose-answer.js';
import type { Desk } from '../desk.js';
import { mayAct, type Visit } from '../visit.js';
import { takeCorrection } from './correct-answer.js';
import { takeNote } from './review-answer.js';

/** A moderator's words under a message that asked for them; null for any other message, and for whoever is no moderator. */
export async function takeModeratorReply(message: Message, text: string, visit: Visit, desk: Desk): Promise<Reply | null> {
  const replied = message.reply_to_message;
  if (replied === undefined || !visit.isPrivate || desk.moderation === null) return null;
  const about = desk.sender.aboutMessage(replied.chat.id, replied.message_id);
  if (about === null || !mayAct(visit, 'moderator', desk)) return null;
  return takeNote(about, text, visit, desk) ?? (await takeCorrection(about, text, visit, desk));
}
