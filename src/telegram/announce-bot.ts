import type { Api } from 'grammy';
import type { BotCommandScope, LanguageCode, Update, User } from 'grammy/types';
import { COMMANDS, menuOf } from './commands/command-table.js';
import { hasRole, type Role, type RoleList } from './roles.js';
import { describeFault, readFault } from './send/read-fault.js';
import { asGrammySignal } from './send/telegram-client.js';
import { textsIn } from './texts/texts.js';

/** What Telegram shows where no other language fits, and what it shows to who reads Chinese. */
const MENUS = [{ language: 'en', code: undefined }, { language: 'zh-Hans', code: 'zh' }] as const satisfies { language: string; code: LanguageCode | undefined }[];

interface Announcing {
  api: Api;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Shows in the menu of every chat what everybody may use. A menu grants nothing, and a bot without menus answers all the same. Does not throw. */
export async function announceBot({ api, signal, log }: Announcing): Promise<void> {
  try {
    await showMenu(api, signal, (role) => role === 'citizen', false, { type: 'all_group_chats' });
    await showMenu(api, signal, (role) => role === 'citizen', true, { type: 'all_private_chats' });
  } catch (error) {
    if (!signal.aborted) log(`telegram: the commands were not announced: ${describeFault(readFault(error))}`);
  }
}

/**
 * Shows those of the team, in their private chats, what they may use besides: when they write for the first time since the start,
 * and again when their rights change. Before they write there is no chat to show it in. What is returned does not throw.
 */
export function createTeamMenus({ api, signal, log, roles }: Announcing & { roles: () => RoleList }): (update: Update) => Promise<void> {
  const shown = new Map<number, string>();
  const show = async (user: User, chatId: number): Promise<void> => {
    const list = roles();
    const may = (role: Role): boolean => hasRole(user, role, list);
    const rights = COMMANDS.filter(({ role }) => role !== 'citizen' && may(role)).map(({ name }) => name).join(' ');
    if (rights === (shown.get(chatId) ?? '')) return;
    if (rights === '') shown.delete(chatId);
    else shown.set(chatId, rights);
    await showMenu(api, signal, may, true, { type: 'chat', chat_id: chatId });
  };
  return async ({ message }) => {
    try {
      if (message?.from !== undefined && message.chat.type === 'private') await show(message.from, message.chat.id);
    } catch (error) {
      if (!signal.aborted) log(`telegram: a menu was not shown: ${describeFault(readFault(error))}`);
    }
  };
}

async function showMenu(api: Api, signal: AbortSignal, may: (role: Role) => boolean, isPrivate: boolean, scope: BotCommandScope): Promise<void> {
  for (const { language, code } of MENUS) {
    await api.setMyCommands(menuOf(may, isPrivate, textsIn(language)), { scope, ...(code === undefined ? {} : { language_code: code }) }, asGrammySignal(signal));
  }
}
