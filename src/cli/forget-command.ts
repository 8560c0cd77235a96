import type { Command } from 'commander';
import { ClearError } from '../domain/errors.js';
import type { Entrance, KeptOfPerson } from './house.js';
import { dataFolderOf, usageError } from './usage.js';
import { withHouse } from './with-house.js';

interface ForgetOptions {
  yes?: true;
  json?: true;
  data?: string;
}

/** A Telegram id (below 0 for a channel that asks), or the pseudonym that `logs show --json` gives as `asker`. */
const PERSON = /^(?:-?[1-9]\d{0,15}|[\w-]{20})$/u;

/** `huida forget`: what /forgetme does in the chat, for somebody who asked by letter or in person. */
export function addForgetCommand(program: Command, entrance: Entrance): void {
  program
    .command('forget')
    .summary('remove what is kept of a person')
    .description('Removes what is kept of one person from the disk, for good, as /forgetme does in the chat: questions, votes, conversation, settings. Without --yes it only tells how much. The chain keeps a declared erasure, so that "huida audit verify" still holds.')
    .argument('<person>', 'Telegram id, or the pseudonym that "huida logs show ID --json" gives as "asker"')
    .option('--yes', 'really remove it')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExample:\n  huida forget 123456789 --yes')
    .action(async (person: string, options: ForgetOptions) => {
      if (!PERSON.test(person)) throw usageError(`The person is ${JSON.stringify(person.slice(0, 40))}, but must be a Telegram id, such as 123456789, or a pseudonym of 20 characters, as "huida logs show ID --json" gives it.`);
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const isDone = options.yes === true;
        const kept = isDone ? house.forget(person) : house.keptOf(person);
        if (kept.records + kept.votes + kept.others === 0) throw new ClearError(`Nothing is kept of ${person}; if somebody of that id did ask, the bot ran with another BOT_TOKEN then, and only the pseudonym finds them.`);
        await entrance.output.write(options.json ? `${JSON.stringify({ ...kept, isDone })}\n` : sentence(person, kept, isDone));
      });
    });
}

function sentence(person: string, { records, votes, others, hasRole }: KeptOfPerson, isDone: boolean): string {
  const what = `${records} questions, ${votes} votes and requests to staff, ${others} entries of conversation and settings`;
  const role = hasRole ? ' What this person did as staff or moderator stays in the log of actions.' : '';
  return isDone ? `Removed of ${person}: ${what}.${role}\n` : `Kept of ${person}: ${what}. Nothing was removed; add --yes to remove it for good.${role}\n`;
}
