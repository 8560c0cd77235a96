import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FAKE_TOKEN, type FakeBotApi, startFakeBotApi } from '../../telegram/fake-bot-api.js';
import { privateText } from '../../telegram/make-updates.js';

export interface LoadPlan {
  /** Holds the index. */
  dataFolder: string;
  questions: readonly string[];
  ratePerSecond: number;
  seconds: number;
  chats: number;
  /** Questions at once, to see how many a second are answered at most. */
  burst: number;
  onProgress?: (line: string) => void;
}

export interface LoadResult {
  asked: number;
  lost: number;
  acknowledgedP99Ms: number;
  answeredP50Ms: number;
  answeredP95Ms: number;
  loopP99Ms: number;
  /** Resident memory on average in the second and in the last fifth of the time: single looks differ by what waits to be collected. */
  residentMb: [number, number];
  /** Of the processor, in percent of one core. */
  processorPercent: number;
  /** Answers a second when all questions are there at once, and the same of a bare echo. */
  answersPerSecond: number;
  echoesPerSecond: number;
}

interface Figures {
  loopP99Ms: number;
  residentMb: number;
  processorMs: number;
}

const TSX = import.meta.resolve('tsx');
const BOT = fileURLToPath(new URL('bot-child.ts', import.meta.url));
const ECHO = fileURLToPath(new URL('echo-child.ts', import.meta.url));
const TICK_MS = 10;
const PATIENCE_MS = 120_000;

/** Asks the real service at a steady rate, then all at once, and a bare grammY echo the same; the simulator runs in this process. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const api = await startFakeBotApi();
  const bot = await startChild(BOT, api, plan.dataFolder);
  try {
    const steady = await askSteadily(api, bot, plan);
    const answersPerSecond = await burst(api, plan);
    return { ...steady, answersPerSecond, echoesPerSecond: await measureEcho(plan) };
  } finally {
    await stopChild(bot);
    await api.close();
  }
}

async function measureEcho(plan: LoadPlan): Promise<number> {
  const api = await startFakeBotApi();
  const echo = await startChild(ECHO, api, plan.dataFolder);
  try {
    return await burst(api, plan);
  } finally {
    await stopChild(echo);
    await api.close();
  }
}

async function askSteadily(api: FakeBotApi, bot: ChildProcess, { questions, ratePerSecond, seconds, chats, onProgress }: LoadPlan): Promise<Omit<LoadResult, 'answersPerSecond' | 'echoesPerSecond'>> {
  const watch = createWatch(api);
  const total = Math.round(ratePerSecond * seconds);
  bot.send('reset');
  const before = await figuresOf(bot);
  const resident: number[] = [];
  let asked = 0;
  const startedAt = performance.now();
  let second = 0;
  while (asked < total) {
    await pause(TICK_MS);
    const elapsed = (performance.now() - startedAt) / 1000;
    for (const due = Math.min(total, Math.floor(elapsed * ratePerSecond)); asked < due; asked++) watch.ask(1_000 + ((asked * 7_919) % chats), questions[asked % questions.length] ?? '');
    watch.look();
    if (Math.floor(elapsed / 10) === second) continue;
    second = Math.floor(elapsed / 10);
    const { residentMb } = await figuresOf(bot);
    resident.push(residentMb);
    onProgress?.(`${asked} asked, ${watch.waiting()} wait, ${residentMb.toFixed(0)} MB`);
  }
  const askedForMs = performance.now() - startedAt;
  const { loopP99Ms, residentMb, processorMs } = await figuresOf(bot);
  resident.push(residentMb);
  await watch.untilDone(PATIENCE_MS);
  return {
    asked,
    lost: watch.waiting(),
    acknowledgedP99Ms: percentile(watch.acknowledgedMs, 0.99),
    answeredP50Ms: percentile(watch.answeredMs, 0.5),
    answeredP95Ms: percentile(watch.answeredMs, 0.95),
    loopP99Ms,
    residentMb: [fifthOf(resident, 1), fifthOf(resident, 4)],
    processorPercent: (100 * (processorMs - before.processorMs)) / askedForMs,
  };
}

/** Replies a second to questions that are all there at once, each from a chat of its own. */
async function burst(api: FakeBotApi, { questions, burst: count }: LoadPlan): Promise<number> {
  const watch = createWatch(api);
  const startedAt = performance.now();
  for (let index = 0; index < count; index++) watch.ask(1_000_000 + index, questions[index % questions.length] ?? '');
  await watch.untilDone(PATIENCE_MS);
  return (1000 * (count - watch.waiting())) / (performance.now() - startedAt);
}

/** Follows questions to their confirmation and to their reply, and forgets the calls it has seen. */
function createWatch(api: FakeBotApi) {
  const unanswered = new Map<number, number>();
  const unconfirmed = new Map<number, number>();
  const [acknowledgedMs, answeredMs]: [number[], number[]] = [[], []];
  api.calls.length = api.messages.length = 0;
  const look = (): void => {
    const now = performance.now();
    for (const { params } of api.messages) {
      const askedAt = unanswered.get(params.reply_parameters?.message_id ?? -1);
      if (askedAt === undefined) continue;
      answeredMs.push(now - askedAt);
      unanswered.delete(params.reply_parameters?.message_id ?? -1);
    }
    const left = new Set(api.unconfirmed());
    for (const [id, askedAt] of unconfirmed) {
      if (left.has(id)) continue;
      acknowledgedMs.push(now - askedAt);
      unconfirmed.delete(id);
    }
    api.calls.length = api.messages.length = 0;
  };
  return {
    acknowledgedMs,
    answeredMs,
    look,
    waiting: () => unanswered.size,
    ask(chatId: number, text: string): void {
      const update = privateText(chatId, text);
      unanswered.set(update.message.message_id, performance.now());
      unconfirmed.set(update.update_id, performance.now());
      api.push(update);
    },
    async untilDone(mostMs: number): Promise<void> {
      const startedAt = performance.now();
      while (unanswered.size > 0 && performance.now() - startedAt < mostMs) {
        look();
        await pause(TICK_MS);
      }
    },
  };
}

async function startChild(script: string, api: FakeBotApi, dataFolder: string): Promise<ChildProcess> {
  const environment = { PATH: process.env.PATH, DATA_DIR: dataFolder, BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: api.url, QUESTIONS_PER_MINUTE: '999999', QUESTIONS_PER_DAY: '999999', QUESTIONS_PER_DAY_ALL: '99999999' };
  const child = fork(script, [], { execArgv: ['--import', TSX], env: environment, cwd: dataFolder, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-5_000);
      if (text.includes('connected as')) resolve();
    });
    child.once('exit', () => { reject(new Error(`${script} ended before it was connected: ${log}`)); });
  });
  await api.polling();
  return child;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function figuresOf(child: ChildProcess): Promise<Figures> {
  const told = once(child, 'message');
  child.send('figures');
  return ((await told) as [Figures])[0];
}

/** The average of one fifth of the values, the first being 0; of the whole where there are too few. */
function fifthOf(values: readonly number[], fifth: number): number {
  const [from, to] = [Math.floor((values.length * fifth) / 5), Math.floor((values.length * (fifth + 1)) / 5)];
  const chosen = from === to ? values : values.slice(from, to);
  return chosen.reduce((sum, value) => sum + value, 0) / chosen.length;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}
