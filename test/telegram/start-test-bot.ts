import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openChatState } from '../../src/adapters/sqlite/chat-state.js';
import { openUpdateStore } from '../../src/adapters/sqlite/update-store.js';
import type { Answer, Question } from '../../src/domain/answer.js';
import type { ChatState } from '../../src/ports/chat-state.js';
import type { UpdateStore } from '../../src/ports/update-store.js';
import { type BotOptions, type RunningBot, startBot } from '../../src/telegram/start-bot.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { FAKE_TOKEN, type FakeBotApi, startFakeBotApi } from './fake-bot-api.js';
import { makeAnswer } from './make-updates.js';
import { createManualClock, type ManualClock } from './manual-clock.js';

export interface TestBot {
  api: FakeBotApi;
  bot: RunningBot;
  clock: ManualClock;
  /** Closed with the test unless it was handed in. */
  updates: UpdateStore;
  /** Closed with the test unless it was handed in. */
  state: ChatState;
  asked: Question[];
  /** Answers by id, as the record log would find them. */
  log: Map<string, Answer>;
  lines: string[];
}

export const COVERAGE = { documents: 2, articles: 30, passages: 400, firstDate: '2020-01-02', lastDate: '2025-02-20', bodies: ['市人大', '市政协'], examples: ['市政协2025年收到多少件提案？'] };

/** Who may do more than ask, in the tests. */
export const ROLES = { staff: [501], moderators: [601], administrators: [901] };

/** A bot against the fake Bot API; both end with the test. Every question is answered at once unless `ask` is given. */
export async function startTestBot(options: Partial<BotOptions> & { api?: FakeBotApi } = {}): Promise<TestBot> {
  const api = options.api ?? (await startFakeBotApi());
  const clock = createManualClock();
  const updates = options.updates ?? openUpdateStore(join(temporaryFolder(), 'telegram.sqlite'));
  const state = options.state ?? openChatState(join(temporaryFolder(), 'chats.sqlite'), { nowMs: () => clock.utcMs() });
  const test = { api, clock, updates, state, asked: [] as Question[], log: new Map<string, Answer>(), lines: [] as string[] };
  const bot = startBot(
    {
      token: FAKE_TOKEN,
      apiRoot: api.url,
      findAnswer: (id) => test.log.get(id) ?? null,
      coverage: () => COVERAGE,
      roles: () => ROLES,
      log(line) {
        test.lines.push(line);
      },
      ...options,
      updates,
      state,
      async ask(question, onSentence) {
        test.asked.push(question);
        const answer = { ...(await (options.ask?.(question, onSentence) ?? makeAnswer(question.id))), question: question.question };
        test.log.set(answer.id, answer);
        return answer;
      },
    },
    clock,
  );
  onTestFinished(async () => {
    void clock.pausing(8_500).then(() => {
      clock.advance(60_000);
    });
    await bot.stop();
    await api.close();
    if (options.updates === undefined) updates.close();
    if (options.state === undefined) state.close();
    const secret = FAKE_TOKEN.slice(FAKE_TOKEN.indexOf(':') + 1);
    expect(test.lines.filter((line) => line.includes(secret) || line.includes('\n'))).toEqual([]);
  });
  return { ...test, bot };
}

/** A promise and the function that fulfils it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}
