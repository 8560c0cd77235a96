import type { Api } from 'grammy';
import { menuOf } from './commands/command-table.js';
import type { Role } from './roles.js';
import { describeFault, readFault } from './send/read-fault.js';
import { asGrammySignal } from './send/telegram-client.js';
import { textsIn } from './texts/texts.js';

const isForAll = (role: Role): boolean => role === 'citizen';

/** Shows the commands in the menu of the chat; a bot without them answers all the same. Does not throw. */
export async function announceBot(api: Api, signal: AbortSignal, log: (line: string) => void): Promise<void> {
  try {
    for (const isPrivate of [false, true]) {
      const scope = { type: isPrivate ? ('all_private_chats' as const) : ('all_group_chats' as const) };
      await api.setMyCommands(menuOf(isForAll, isPrivate, textsIn('en')), { scope }, asGrammySignal(signal));
      await api.setMyCommands(menuOf(isForAll, isPrivate, textsIn('zh-Hans')), { scope, language_code: 'zh' }, asGrammySignal(signal));
    }
  } catch (error) {
    if (!signal.aborted) log(`telegram: the commands were not announced: ${describeFault(readFault(error))}`);
  }
}
