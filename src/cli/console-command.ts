import type { Command } from 'commander';
import { ClearError } from '../domain/errors.js';
import type { Entrance } from './house.js';
import { dataFolderOf } from './usage.js';

interface ConsoleOptions {
  id?: string;
  data?: string;
}

/** `huida console`: the way into the moderators' pages, for whoever works at the machine. */
export function addConsoleCommand(program: Command, entrance: Entrance): void {
  const console = program.command('console').summary('let a moderator into the console, or out').description('Makes one-time links into the console and ends sessions. The console itself runs with "huida serve" when CONSOLE_PORT is set.');
  console
    .command('link')
    .description('Prints a link that lets one person in once, within five minutes; without --id the person at this machine, as administrator.')
    .option('--id <id>', 'Telegram id of a person with a role', telegramId)
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExample:\n  huida console link --id 123456789')
    .action(async (options: ConsoleOptions) => { await entrance.output.write(`${entrance.consoleLink(dataFolderOf(options), options.id ?? null)}\n`); });
  console
    .command('revoke')
    .description('Ends all sessions and open links of a person at once.')
    .argument('<id>', 'Telegram id, or "local" for links made at this machine', (text: string) => (text === 'local' ? text : telegramId(text)))
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (id: string, options: ConsoleOptions) => {
      const ended = entrance.endConsoleSessions(dataFolderOf(options), id);
      await entrance.output.write(`${ended} ${ended === 1 ? 'session' : 'sessions'} of ${id} ended.\n`);
    });
}

function telegramId(text: string): string {
  if (!/^[1-9]\d{0,15}$/u.test(text)) throw new ClearError(`The id is ${JSON.stringify(text.slice(0, 40))}, but must be a Telegram id, a whole number above 0; a user name is no id.`, 2);
  return text;
}
