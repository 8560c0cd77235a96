import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Others than the owner's group: a group may be meant to read. */
const OTHERS = 0o007;
const GROUP_AND_OTHERS = 0o077;

/**
 * What others on this machine, or of the repository, can read although it holds secrets or what citizens asked: a sentence each.
 * `folder` is that of the `.env` file. What cannot be looked at is not spoken of.
 */
export function looseFiles(folder: string, dataFolder: string): string[] {
  const dotEnv = join(folder, '.env');
  const sentences: string[] = [];
  const mode = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  try {
    if ((mode(dotEnv) & GROUP_AND_OTHERS) !== 0) sentences.push(`Others on this machine can read ${dotEnv}, which holds the bot's token: chmod 600 ${JSON.stringify(dotEnv)}`);
    if (isTracked(folder)) sentences.push(`${dotEnv} is under version control, so whoever has the repository has the bot's token: git rm --cached .env, and have @BotFather make a new token.`);
    if ((mode(dataFolder) & OTHERS) !== 0) sentences.push(`Others on this machine can read ${dataFolder}, which holds what citizens asked: chmod 700 ${JSON.stringify(dataFolder)}`);
  } catch {
    return sentences;
  }
  return sentences;
}

/** In the index of git every name stands behind two bytes that end with its length, and before a zero. */
function isTracked(folder: string): boolean {
  const index = join(folder, '.git', 'index');
  return statSync(index, { throwIfNoEntry: false })?.isFile() === true && readFileSync(index).includes(Buffer.from([0, 4, ...Buffer.from('.env'), 0]));
}
