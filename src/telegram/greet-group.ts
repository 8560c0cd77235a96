import type { ChatMemberUpdated, UserFromGetMe } from 'grammy/types';
import { composeHelp } from './compose-help.js';
import type { Desk } from './desk.js';
import { sendReply } from './send-reply.js';
import { textsFor } from './visit.js';

const OUTSIDE = new Set(['left', 'kicked']);

/** Says once, in a group that took the bot in, how it is asked there. */
export async function greetGroup({ chat, from, old_chat_member: before, new_chat_member: after }: ChatMemberUpdated, me: UserFromGetMe, desk: Desk): Promise<void> {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return;
  if (!OUTSIDE.has(before.status) || OUTSIDE.has(after.status) || ('can_send_messages' in after && !after.can_send_messages)) return;
  const texts = textsFor(desk.nameOf('person', from.id), from, chat.title, desk);
  await sendReply(desk.sender, { chatId: chat.id }, { text: composeHelp(desk.coverage(), texts, { isWelcome: true, bot: me.username, commands: [] }), keyboard: [] });
}
