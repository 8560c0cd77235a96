import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openChatState } from '../../src/adapters/sqlite/chat-state.js';
import { openUpdateStore } from '../../src/adapters/sqlite/update-store.js';
import type { Answer } from '../../src/domain/answer.js';
import { startBot } from '../../src/telegram/start-bot.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { FAKE_TOKEN } from './fake-bot-api.js';
import { answered, makeCitation } from './make-updates.js';
import { COVERAGE, ROLES } from './start-test-bot.js';

/** A strict Bot API simulator that may lie beside the checkout; the project's own fake stands in for it everywhere else. */
const PROBE = fileURLToPath(new URL('../../../shared/telegram/teleprobe.mjs', import.meta.url));
const QUESTIONS = 200;
const CHATS = 20;

interface Entry {
  message_id: number;
  chat_id: number;
  text?: string;
  reply_markup?: { inline_keyboard: { callback_data: string }[][] };
}

interface Probe {
  url: string;
  control: {
    send(what: object): unknown;
    callback(what: object): unknown;
    wait(what: object): Promise<{ timed_out: boolean; entries: Entry[] }>;
    violationsList(what: object): { count: number; violations: object[] };
    idle(what: object): Promise<{ idle: boolean }>;
  };
  close(): Promise<void>;
}

/** The simulator and the bot on it, both ended with the test. */
async function startBoth(options: object = {}): Promise<Probe> {
  const { startTeleprobe } = (await import(pathToFileURL(PROBE).href)) as { startTeleprobe: (options: object) => Promise<Probe> };
  const probe = await startTeleprobe({ tokens: [FAKE_TOKEN], ...options });
  const log = new Map<string, Answer>();
  const updates = openUpdateStore(join(temporaryFolder(), 'telegram.sqlite'));
  const state = openChatState(join(temporaryFolder(), 'chats.sqlite'));
  const bot = startBot({
    token: FAKE_TOKEN,
    apiRoot: probe.url,
    async ask({ id, question }) {
      const answer = await answered(id, { answer: `关于「${question}」：增长 5.5%。[1] 已经批准。[2]`, citations: [makeCitation(1), makeCitation(2, { title: '决议 <A&B>' })] });
      log.set(id, answer);
      return answer;
    },
    findAnswer: (id) => log.get(id) ?? null,
    coverage: () => COVERAGE,
    updates,
    state,
    roles: () => ROLES,
    log: () => undefined,
  });
  onTestFinished(async () => {
    await bot.stop();
    updates.close();
    state.close();
    await probe.close();
  });
  return probe;
}

const chatOf = (index: number) => 1_000 + (index % CHATS);

describe.skipIf(!existsSync(PROBE))(`against teleprobe (skipped when ${PROBE} is not there)`, () => {
  test(`${QUESTIONS} questions from ${CHATS} chats are all answered in order, and every button opens its passage`, async () => {
    const { control } = await startBoth();
    for (let index = 0; index < QUESTIONS; index++) control.send({ chat: { id: chatOf(index), type: 'private' }, from: { id: chatOf(index), first_name: 'P', language_code: 'zh' }, text: `问题 ${index}` });
    const { entries } = await control.wait({ kind: 'message', count: QUESTIONS, timeout_ms: 30_000 });
    for (let chat = 0; chat < CHATS; chat++) {
      const numbers = entries.filter((entry) => entry.chat_id === chatOf(chat)).map((entry) => Number(/问题 (\d+)/.exec(entry.text ?? '')?.[1]));
      expect(numbers).toEqual(Array.from({ length: QUESTIONS / CHATS }, (_, round) => round * CHATS + chat));
    }
    const buttons = entries.flatMap((entry) => entry.reply_markup?.inline_keyboard.flat().flatMap((button) => (button.callback_data.startsWith('c:') ? [{ entry, data: button.callback_data }] : [])) ?? []);
    expect(buttons).toHaveLength(2 * QUESTIONS);
    for (const { entry, data } of buttons) control.callback({ chat_id: entry.chat_id, message_id: entry.message_id, data });
    const opened = await control.wait({ kind: 'message', match: '10–12', count: buttons.length, timeout_ms: 30_000 });
    expect(opened.entries).toHaveLength(buttons.length);
    expect((await control.idle({})).idle).toBe(true);
    expect(control.violationsList({ level: 'error,warn' }).violations).toEqual([]);
  });

  test('flood limits as Telegram sets them are kept to, and nothing is lost', async () => {
    const { control } = await startBoth({ rateLimit: true });
    const questions = 2 * CHATS;
    for (let index = 0; index < questions; index++) control.send({ chat: { id: chatOf(index), type: 'private' }, from: { id: chatOf(index), first_name: 'P' }, text: `问题 ${index}` });
    const { entries } = await control.wait({ kind: 'message', count: questions, timeout_ms: 30_000 });
    expect(entries).toHaveLength(questions);
    expect(control.violationsList({ level: 'error' }).violations).toEqual([]);
  });
});
