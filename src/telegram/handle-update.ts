import type { Update, UserFromGetMe } from 'grammy/types';
import type { Desk } from './desk.js';
import { greetGroup } from './greet-group.js';
import { handleEdit } from './handle-edit.js';
import { handleMessage } from './handle-message.js';
import { handlePress } from './handle-press.js';
import { answerInline } from './inline/answer-inline.js';

/** Kinds of update that Telegram is asked for: exactly those that are handled below. */
export const HANDLED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

/**
 * The conversation, as the receiving side sees it: one update in, what is to be said goes out through `desk.sender`. May reject.
 * After a crash it runs again for an update that was not finished: what `desk.sender` was told the first time is then not said again.
 */
export async function handleUpdate(update: Update, me: UserFromGetMe, desk: Desk): Promise<void> {
  if (update.message !== undefined) await handleMessage(update.message, update.update_id, me, desk);
  else if (update.edited_message !== undefined) await handleEdit(update.edited_message, update.update_id, me, desk);
  else if (update.inline_query !== undefined) await answerInline(update.inline_query, desk);
  else if (update.my_chat_member !== undefined) await greetGroup(update.my_chat_member, me, desk);
  else if (update.callback_query !== undefined) await handlePress(update.callback_query, update.update_id, me, desk);
}
