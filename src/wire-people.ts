import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openChatState } from './adapters/sqlite/chat-state.js';
import { openConsoleFile } from './adapters/sqlite/console-file.js';
import type { RecordLogFile } from './adapters/sqlite/record-log.js';
import type { House, KeptOfPerson } from './cli/house.js';
import type { Config } from './config.js';
import { ClearError } from './domain/errors.js';
import type { ChatState } from './ports/chat-state.js';
import { keyedName } from './telegram/keyed-name.js';
import { LOCAL_PERSON } from './wire-logs.js';

/** What the bot remembers of the people it talks to. */
export const CHATS_FILE = 'chats.sqlite';

interface PeopleFiles {
  /** Null where nothing was logged yet. */
  log: () => RecordLogFile | null;
  console: string;
}

/** What is kept of a person in a data folder. Nothing is made where there is nothing. */
export function bindPeople({ dataFolder, botToken, roles }: Pick<Config, 'dataFolder' | 'botToken' | 'roles'>, { log, console }: PeopleFiles): Pick<House, 'keptOf' | 'forget'> {
  const chats = join(dataFolder, CHATS_FILE);
  const hasRole = (id: string): boolean => Object.values(roles).some((ids) => ids.includes(Number(id)));

  const withChats = <T>(work: (state: ChatState | null) => T): T => {
    const state = existsSync(chats) ? openChatState(chats) : null;
    try {
      return work(state);
    } finally {
      state?.close();
    }
  };
  const pseudonymOf = (id: string): string => {
    if (!/^-?\d+$/u.test(id)) return id;
    if (botToken === null) throw new ClearError(`People are kept under pseudonyms made with BOT_TOKEN, which is not set; set it, or give the pseudonym instead of ${id}.`, 2);
    return keyedName(botToken, 'person', Number(id));
  };
  const keptOf = (id: string): KeptOfPerson => {
    const person = pseudonymOf(id);
    return { ...(log()?.countOf(person) ?? { records: 0, votes: 0 }), others: withChats((state) => state?.countOf(person) ?? 0), hasRole: hasRole(id) };
  };
  return {
    keptOf,
    forget(id) {
      const [person, kept] = [pseudonymOf(id), keptOf(id)];
      withChats((state) => state?.forget(person));
      log()?.erase(person);
      if (kept.records + kept.votes + kept.others > 0) note(console, kept);
      return kept;
    },
  };
}

/** That somebody was forgotten, and not who. */
function note(file: string, { records, votes, others }: KeptOfPerson): void {
  const opened = openConsoleFile(file);
  try {
    opened.actions.append({ atUtc: new Date().toISOString(), personId: LOCAL_PERSON, action: 'forgot a person', subject: '', detail: { records, votes, others } });
  } finally {
    opened.close();
  }
}
