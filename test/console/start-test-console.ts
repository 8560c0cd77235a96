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

/** A browser without scripts: keeps its cookies, sends forms as forms. */
export function browse(address: string, agent = 'test browser') {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(path, address), {
      ...init,
      redirect: 'manual',
      headers: { 'user-agent': agent, 'accept-language': 'en', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (/max-age=0/iu.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    await ask(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address, ...headers } });
  const read = async (path: string): Promise<string> => await (await ask(path)).text();
  return {
    cookies, ask, post, read,
    enter: async (link: string) => await post(link, {}),
    /** The hidden fields of a page's form, by the path that the form goes to. */
    fieldsOf: async (page: string, action: string): Promise<Record<string, string>> => {
      const text = await read(page);
      const form = text.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
      return Object.fromEntries([...form.split('</form>', 1)[0]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/gu)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
    },
  };
}
