import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openChatState } from '../../../src/adapters/sqlite/chat-state.js';
import { openUpdateStore } from '../../../src/adapters/sqlite/update-store.js';
import type { Answer } from '../../../src/domain/answer.js';
import { startBot } from '../../../src/telegram/start-bot.js';
import { FAKE_TOKEN, startFakeBotApi } from '../fake-bot-api.js';
import { press, privateText } from '../make-updates.js';
import { createRandom, inventAnswer } from './invent-answers.js';

export interface AnswersResult {
  answers: number;
  messages: number;
  /** Calls that the simulator refused; none may be. */
  rejected: { method: string; outcome: number; text: string }[];
  parseErrors: number;
  /** Questions that got no reply. */
  lost: number;
  longestCallbackData: number;
}

const CHATS = 200;
const AT_ONCE = 400;
const LOOK_MS = 5;
/** Whoever got no reply by then gets none. */
const PATIENCE_MS = 120_000;

/** Sends questions through the whole bot, whose answers are invented, to the strict simulator, and opens a passage of every tenth. */
export async function runAnswers(count: number, strangers: readonly string[], seed = 1): Promise<AnswersResult> {
  const folder = mkdtempSync(join(tmpdir(), 'huida-answers-'));
  const [updates, state] = [openUpdateStore(join(folder, 'telegram.sqlite')), openChatState(join(folder, 'chats.sqlite'))];
  const api = await startFakeBotApi();
  const random = createRandom(seed);
  const answers = new Map<string, Answer>();
  const bot = startBot({
    token: FAKE_TOKEN, apiRoot: api.url, updates, state, log: () => undefined, roles: () => ({ staff: [], moderators: [], administrators: [] }), findAnswer: (id) => answers.get(id) ?? null,
    coverage: () => ({ documents: 1, articles: 1, passages: 1, firstDate: null, lastDate: null, bodies: [], examples: [] }),
    related: () => Promise.resolve([strangers[random(strangers.length)] ?? '', 'x'.repeat(random(400))].filter((text) => text.trim() !== '')),
    surroundings: () => Promise.resolve({ before: strangers[random(strangers.length)] ?? '', after: strangers[random(strangers.length)] ?? '' }),
    ask: (question) => {
      const answer = inventAnswer(question.id, question.question, random, strangers);
      answers.set(answer.id, answer);
      return Promise.resolve(answer);
    },
  });
  const result: AnswersResult = { answers: 0, messages: 0, rejected: [], parseErrors: 0, lost: 0, longestCallbackData: 0 };
  try {
    for (let asked = 0; asked < count; asked += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, count - asked) }, (_, index) => privateText(1 + (index % CHATS), `问${strangers[(asked + index) % strangers.length] ?? ''}`.slice(0, 4_096)));
      api.push(...batch);
      const left = new Set(batch.map(({ message }) => message.message_id));
      await until(() => {
        for (const { params } of api.messages) left.delete(params.reply_parameters?.message_id ?? 0);
        return left.size === 0;
      });
      result.lost += left.size;
      const opened = api.messages.filter(({ buttons }) => buttons.some(({ callback_data: data }) => data?.startsWith('c:'))).slice(-AT_ONCE / 10);
      const presses = opened.map(({ chatId, messageId, buttons }) => press(chatId, buttons[0]?.callback_data, messageId));
      api.push(...presses);
      await until(() => api.calls.filter(({ method }) => method === 'answerCallbackQuery').length === presses.length && updates.unfinished().length === 0 && updates.openOutgoing().length === 0);
      tally();
    }
    result.answers = answers.size;
    return result;
  } finally {
    await bot.stop();
    await api.close();
    updates.close();
    state.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function until(isMet: () => boolean): Promise<void> {
    const startedAt = performance.now();
    while (!isMet() && performance.now() - startedAt < PATIENCE_MS) await pause(LOOK_MS);
  }

  /** Takes in what happened since, and forgets it: ten thousand calls are not to be searched again and again. */
  function tally(): void {
    result.messages += api.messages.length;
    for (const { method, params, outcome } of api.calls) {
      if (outcome >= 400) result.rejected.push({ method, outcome, text: JSON.stringify(params).slice(0, 300) });
      for (const { callback_data: data = '' } of params.reply_markup?.inline_keyboard.flat() ?? []) result.longestCallbackData = Math.max(result.longestCallbackData, Buffer.byteLength(data));
    }
    // A message that was sent again as plain text had been refused for its entities before.
    result.parseErrors += api.calls.filter(({ method, params }) => method === 'sendMessage' && params.parse_mode === undefined).length;
    api.calls.length = 0;
    api.messages.length = 0;
  }
}
