import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openChatState } from '../../../src/adapters/sqlite/chat-state.js';
import { openUpdateStore } from '../../../src/adapters/sqlite/update-store.js';
import { type Clock, systemClock } from '../../../src/telegram/clock.js';
import { startBot } from '../../../src/telegram/start-bot.js';
import { FAKE_TOKEN, type FakeBotApi, startFakeBotApi } from '../fake-bot-api.js';
import { makeAnswer, privateText } from '../make-updates.js';
import { type FaultRow, NEW_GROUP } from './fault-rows.js';

export interface FaultResult {
  /** From the end of the fault to the message that had to wait for it, or to the end of the bot; null when neither came. */
  recoverMs: number | null;
  /** From the fault to that message. */
  waitedMs: number | null;
  copies: number;
  /** Longest time another chat waited for its answer meanwhile; null where nobody can be served. */
  othersMs: number | null;
  exitCode: number | null;
  isKept: boolean;
}

const [HIT, OTHER] = [1, 2];
const LOOK_MS = 5;
const CUT_MS = 50;
/** A copy that comes later than this would be seen. */
const AFTERMATH_MS = 1_500;

/** One fault, from a bot that runs to a bot that has recovered or ended. `outageMs` and all results are times of a clock that runs `speed` times faster. */
export async function runFault(row: FaultRow, { outageMs, speed }: { outageMs: number; speed: number }): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), 'huida-fault-'));
  const [updates, state] = [openUpdateStore(join(folder, 'telegram.sqlite')), openChatState(join(folder, 'chats.sqlite'))];
  let api = await startFakeBotApi();
  const clock: Clock = { now: () => performance.now() * speed, utcMs: () => Date.UTC(2025, 0, 1) + performance.now() * speed, pause: (ms, signal) => systemClock.pause(ms / speed, signal) };
  let gate = deferred();
  gate.resolve();
  const answers = new Map<string, ReturnType<typeof makeAnswer>>();
  const bot = startBot({
    token: FAKE_TOKEN, apiRoot: api.url, updates, state, log: () => undefined, roles: () => ({ staff: [], moderators: [], administrators: [] }), findAnswer: (id) => answers.get(id) ?? null,
    coverage: () => ({ documents: 1, articles: 1, passages: 1, firstDate: null, lastDate: null, bodies: [], examples: [] }),
    ask: async (question) => { await gate.promise; const answer = makeAnswer(question.id, { question: question.question }); answers.set(answer.id, answer); return answer; },
  }, clock);
  const ended: number[] = [];
  void bot.finished.then((ending) => { ended.push(ending.exitCode); });
  // In the new group there is no message to reply to: numbers begin anew there.
  const repliesTo = (chatIds: readonly number[], messageId: number): number => api.messages.filter(({ chatId, params }) => chatIds.includes(chatId) && (params.reply_parameters?.message_id === messageId || chatId === NEW_GROUP)).length;
  const until = async (isMet: () => boolean, mostMs: number): Promise<number | null> => {
    const start = clock.now();
    while (clock.now() - start < mostMs) {
      if (isMet()) return clock.now();
      await pause(LOOK_MS);
    }
    return isMet() ? clock.now() : null;
  };
  try {
    const first = privateText(HIT, '先问一次');
    api.push(first);
    await until(() => repliesTo([HIT], first.message.message_id) > 0, 10_000 * speed);
    await pause((row.afterMs ?? 0) / speed);
    const startedAt = clock.now();
    const [hit, other] = [privateText(HIT, '出事的时候问'), privateText(OTHER, '别人也在问')];
    const isOff = row.fault === 'refuse';
    if (isOff && row.at === 'send') {
      gate = deferred();
      api.push(hit);
      await api.call('sendChatAction', ({ params }) => params.chat_id === HIT);
    }
    const endFault = await beginFault(row, api, async () => { api = await startFakeBotApi(api.port); });
    if (!isOff) api.push(hit, other);
    // What the connection said last has to arrive: on one that is just being cut nobody knows what got through.
    else await pause(CUT_MS);
    gate.resolve();
    const othersAt = row.at === 'send' && !isOff ? await until(() => repliesTo([OTHER], other.message.message_id) > 0, Math.max(60_000, 10_000 * speed)) : null;
    if (row.times === undefined) {
      await pause(outageMs / speed);
      await endFault();
    }
    const endedAt = row.times === undefined ? clock.now() : startedAt;
    if (isOff && row.at === 'poll') api.push(hit);
    const isEnding = typeof row.becomes === 'object';
    const isGivenUp = row.becomes === 'given_up' || row.becomes === 'at_most_once';
    // What comes after a message that was given up shows that the chat goes on.
    const next = privateText(HIT, '后来再问');
    if (isGivenUp) api.push(next);
    const chats = [HIT, NEW_GROUP];
    const doneAt = await until(() => (isEnding ? ended.length > 0 : repliesTo(chats, (isGivenUp ? next : hit).message.message_id) > 0), row.withinMs + Math.max(120_000, 10_000 * speed));
    if (row.becomes === 'sent') await pause(AFTERMATH_MS / speed);
    const copies = repliesTo(chats, hit.message.message_id);
    const [recoverMs, waitedMs] = [doneAt === null ? null : doneAt - endedAt, doneAt === null ? null : doneAt - startedAt];
    const exitCode = ended[0] ?? null;
    const isDelivered = isEnding ? exitCode === (row.becomes as { exitCode: number }).exitCode : row.becomes === 'sent' ? copies === 1 : row.becomes === 'given_up' ? copies === 0 : copies <= 1;
    return { recoverMs, waitedMs, copies, othersMs: othersAt === null ? null : othersAt - startedAt, exitCode, isKept: recoverMs !== null && isDelivered && waitedMs !== null && waitedMs >= (row.notBeforeMs ?? 0) };
  } finally {
    await bot.stop();
    await api.close();
    updates.close();
    state.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives what ends the fault. */
async function beginFault({ fault, at, times }: FaultRow, api: FakeBotApi, reopenApi: () => Promise<void>): Promise<() => Promise<void>> {
  if (fault === 'refuse') {
    await api.close();
    return reopenApi;
  }
  const end = api.fault({ method: at === 'poll' ? 'getUpdates' : 'sendMessage', ...(at === 'send' ? { chatId: HIT } : {}), times: times ?? Number.POSITIVE_INFINITY, with: fault });
  // The poll that is open would go on: what is pushed next must meet the fault.
  if (at === 'poll') api.endPoll();
  return () => { end(); return Promise.resolve(); };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((fulfil) => { resolve = fulfil; });
  return { promise, resolve };
}
