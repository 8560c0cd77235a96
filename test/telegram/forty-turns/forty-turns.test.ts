import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startHouseBot } from '../start-house-bot.js';
import { play } from './play.js';
import { ACTORS, RECORDS, TURNS } from './turns.js';

const GOLDEN = new URL('forty-turns.md', import.meta.url);
const HEAD = '# A conversation of more than forty turns\n\nWhat people do and what the bot says, as Telegram would show it. `npm run transcript` writes this file anew; a test compares it on every run.\n\n';

test('the conversation is as it was written down', async () => {
  const house = await startHouseBot({ records: RECORDS, config: { consolePort: 8787 } });
  const transcript = `${HEAD}${await play(house, ACTORS, TURNS)}`;
  if (process.env.GOLDEN === '1') writeFileSync(GOLDEN, transcript);
  expect(TURNS.length).toBeGreaterThanOrEqual(40);
  expect(house.api.calls.filter(({ outcome }) => outcome >= 400)).toEqual([]);
  expect(transcript).toBe(readFileSync(GOLDEN, 'utf8'));
});
