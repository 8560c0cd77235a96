import type { Api } from 'grammy';
import type { BotCommandScope, LanguageCode } from 'grammy/types';
import { menuOf } from './commands/command-table.js';
import { hasRole, type Role, type RoleList } from './roles.js';
import { describeFault, readFault } from './send/read-fault.js';
import { asGrammySignal } from './send/telegram-client.js';
import { textsIn } from './texts/texts.js';

/** What Telegram shows where no other language fits, and what it shows to who reads Chinese. */
const MENUS = [{ language: 'en', code: undefined }, { language: 'zh-Hans', code: 'zh' }] as const satisfies { language: string; code: LanguageCode | undefined }[];

/**
 * Shows the commands in the menu of the chat: to everybody what everybody may use, to the team in their private chats what they may
 * use besides. A menu grants nothing, and a bot without menus answers all the same. Does not throw.
 */
export async function announceBot(api: Api, signal: AbortSignal, roles: () => RoleList, log: (line: string) => void): Promise<void> {
  const show = async (may: (role: Role) => boolean, isPrivate: boolean, scope: BotCommandScope): Promise<void> => {
    for (const { language, code } of MENUS) {
      await api.setMyCommands(menuOf(may, isPrivate, textsIn(language)), { scope, ...(code === undefined ? {} : { language_code: code }) }, asGrammySignal(signal));
    }
  };
  try {
    await show((role) => role === 'citizen', false, { type: 'all_group_chats' });
    await show((role) => role === 'citizen', true, { type: 'all_private_chats' });
    const list = roles();
    for (const id of new Set([...list.staff, ...list.moderators, ...list.administrators])) {
      // Whoever never wrote to the bot has no chat yet; their menu comes with the next start.
      await show((role) => hasRole({ id, is_bot: false, first_name: '' }, role, list), true, { type: 'chat', chat_id: id }).catch((error: unknown) => {
        if (readFault(error).kind !== 'refused') throw error;
      });
    }
  } catch (error) {
    if (!signal.aborted) log(`telegram: the commands were not announced: ${describeFault(readFault(error))}`);
  }
}
