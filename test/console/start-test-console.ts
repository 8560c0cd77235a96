import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { openRecordFacts } from '../../src/adapters/sqlite/record-facts.js';
import { readConfig } from '../../src/config.js';
import type { ConsoleDesk, ConsoleRole } from '../../src/console/console-desk.js';
import { makeLink } from '../../src/console/entry/make-link.js';
import { startConsole } from '../../src/console/start-console.js';
import { pagesOf } from '../../src/wire-console.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const RECORD = `---
title: 村务会议纪要
body: 蓝桥村民委员会
meeting: 村务会议
date: 2025-03-01
---
2025年3月1日，村务会议决定修缮三座桥，由李建国负责。

会议决定，村里的图书室每周开放五天。
`;

/** A console over a small real house: two passages, the log and the console's own file in a temporary folder. */
export async function startTestConsole({ secure = false }: { secure?: boolean } = {}) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  writeFileSync(join(folder, 'corpus', 'cunwu.md'), RECORD);
  const dataFolder = join(folder, 'data');
  // No key of the person who runs the tests.
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder, corpusFolder: join(folder, 'corpus') }, () => undefined);
  house.log();
  const file = openConsoleFile(join(dataFolder, 'console.sqlite'));
  const facts = openRecordFacts(join(dataFolder, 'records.sqlite'));
  const roles = new Map<string, ConsoleRole>([['1', 'viewer'], ['2', 'moderator'], ['3', 'administrator'], ['4', 'moderator']]);
  const clock = { nowMs: Date.parse('2025-04-01T08:00:00Z') };
  const lines: string[] = [];
  const desk: Omit<ConsoleDesk, 'hosts'> = {
    roleOf: (id) => roles.get(id) ?? null,
    ...pagesOf(house, file, facts),
    nowMs: () => clock.nowMs,
    isSecure: secure,
    log: (line) => { lines.push(line); },
  };
  const running = await startConsole(desk, { port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await running.stop();
    file.close();
    facts.close();
    house.close();
  });
  return { ...running, house, file, roles, clock, lines, folder, dataFolder, link: (id: string) => makeLink(file.entry, id, running.address, clock.nowMs) };
}
export type TestConsole = Awaited<ReturnType<typeof startTestConsole>>;

export { browse } from './browse.js';
