import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { serve } from '../../src/service.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

/** What the service's log holds when it starts as this user, over a data folder that ends it at once. */
async function logOf(environment: Record<string, string>, userId: number): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  let log = '';
  const streams = { write: () => Promise.resolve(), writeError: (text: string) => { log += text; } };
  await serve(readConfig({ environment: { DATA_DIR: 'file/data', ...environment }, folder }), streams, bindHouse, userId).catch(() => undefined);
  return log;
}

const warning = /^\S+Z This service runs as root, .*: run it as a user of its own that owns the data folder\.$/gmu;

test.each([
  ['the bot', { BOT_TOKEN: '1:a' }],
  ['the console alone', { CONSOLE_PORT: '8787' }],
  ['both', { BOT_TOKEN: '1:a', CONSOLE_PORT: '8787' }],
])('137: %s run as root says so in one line of the log', async (_name, environment) => {
  expect((await logOf(environment, 0)).match(warning)).toHaveLength(1);
  expect(await logOf(environment, 1000)).not.toContain('root');
});

test('137: where nothing is served, nothing is said of root', async () => {
  expect(await logOf({}, 0)).toBe('');
});
