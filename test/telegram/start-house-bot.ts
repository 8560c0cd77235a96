import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { type Config, readConfig } from '../../src/config.js';
import type { BotOptions } from '../../src/telegram/start-bot.js';
import { wireLibrary } from '../../src/wire-library.js';
import { wireModeration } from '../../src/wire-moderation.js';
import { wireTelegram } from '../../src/wire-telegram.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { startTestBot } from './start-test-bot.js';

export const RECORD = `---
title: 村务会议纪要
body: 蓝桥村民委员会
meeting: 2025年村务会议
date: 2025-03-01
---
2025年3月1日，村务会议决定修缮三座桥，由李建国负责，预算48万元。

会议决定，村里的图书室每周开放五天。
`;

export const STAFF = 31;
export const MODERATOR = 32;
export const OTHER_MODERATOR = 33;
export const ADMINISTRATOR = 34;

/** The bot over a small real house: a log, an index, the console's file and the roles of four people. */
export async function startHouseBot(options: Partial<BotOptions> & { config?: Partial<Config>; records?: Record<string, string> } = {}) {
  const { config: changed = {}, records = { 'cunwu.md': RECORD }, ...rest } = options;
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(records)) writeFileSync(join(folder, 'corpus', name), text);
  const roles = { staff: [STAFF], moderators: [MODERATOR, OTHER_MODERATOR], administrators: [ADMINISTRATOR] };
  const dataFolder = join(folder, 'data');
  // No key of the person who runs the tests.
  const config: Config = { ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: join(folder, 'corpus'), roles, ...changed };
  const house = bindHouse(config, () => undefined);
  await house.generation();
  const { moderation, close } = wireModeration(config, house, () => roles);
  const { coverage, examples } = await house.coverage();
  const greeting = { ...coverage, bodies: coverage.bodies.map(({ name }) => name), examples };
  const { library, stop } = wireLibrary({ dataFolder, house });
  const file = openConsoleFile(join(dataFolder, 'console.sqlite'));
  const bot = await startTestBot({
    ask: (question) => house.answer(question, 'telegram'),
    coverage: () => greeting,
    erase: (person) => { house.log().erase(person); return true; },
    findAnswer: (id) => house.log().find(id)?.answer ?? null,
    roles: () => roles,
    moderation,
    library,
    ...wireTelegram(house),
    ...rest,
  });
  // After the bot was ended: what is registered last is run first.
  onTestFinished(() => { stop(); file.close(); close(); house.close(); });
  return { ...bot, moderation, house, roles, folder, config, actions: () => file.actions.after(0).map(({ personId, action, subject, detail }) => ({ personId, action, subject, detail })) };
}
