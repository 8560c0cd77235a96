import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { FAKE_TOKEN } from '../fake-bot-api.js';
import type { Simulator } from './simulators.js';

export interface CrashPlan {
  simulator: Simulator;
  /** An empty folder. */
  folder: string;
  updates: number;
  kills: number;
  chats: number;
  /** How long an answer takes, in turn. */
  handlerMs: readonly number[];
  /** The service is given up on when it has not answered all within this long after the last kill. */
  patienceMs: number;
  /** How long a service lives once it is connected; one of ten is killed as long after its start instead, while it opens its files. */
  lifeMs: () => number;
  onProgress?: (line: string) => void;
}

export interface CrashResult {
  lost: number;
  surplus: number;
  /** Messages of which the service said, when it started again, that they may arrive a second time. */
  announced: number;
  outOfOrder: number;
  kills: number;
  /** Replies there were while the kills went on: a run where everything happened after them proves little. */
  repliedDuringKills: number;
  recoverMs: number;
  log: string;
}

/** Found from here: the service runs in a folder without packages. */
const TSX = import.meta.resolve('tsx');
const CHILD = fileURLToPath(new URL('service-child.ts', import.meta.url));

/** Kills the service again and again while questions arrive, lets the last one finish, and counts what citizens got. */
export async function runCrashes({ simulator, folder, updates, kills, chats, handlerMs, patienceMs, lifeMs, onProgress }: CrashPlan): Promise<CrashResult> {
  const asked: { chatId: number; messageId: number }[] = [];
  let log = '';
  let announced = 0;
  const start = (): { child: ChildProcess; ended: Promise<unknown>; connected: Promise<unknown> } => {
    const environment = { DATA_DIR: folder, BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: simulator.url, QUESTIONS_PER_MINUTE: '999999', QUESTIONS_PER_DAY: '999999' };
    const child = spawn(process.execPath, ['--import', TSX, CHILD], { cwd: folder, env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const ended = once(child, 'close').then(() => { announced += Number(/(\d+) of them perhaps for a second time/u.exec(said)?.[1] ?? 0); });
    const connected = new Promise<void>((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-20_000);
        said += text;
        if (said.includes('connected as')) resolve();
      });
    });
    return { child, ended, connected: Promise.race([connected, ended]) };
  };
  const askUpTo = (count: number): void => {
    while (asked.length < count) {
      const index = asked.length;
      const chatId = 1_000 + (index % chats);
      asked.push({ chatId, messageId: simulator.ask(chatId, `第${index}问，用时${handlerMs[index % handlerMs.length] ?? 0}毫秒：村务会议决定修缮几座桥？`) });
    }
  };
  for (let kill = 1; kill <= kills; kill++) {
    const { child, ended, connected } = start();
    const life = lifeMs();
    if (kill % 10 !== 0) await connected;
    // New questions arrive in the middle of a life, when the service reads them, not only before its start.
    await pause(life * 0.6);
    askUpTo(Math.floor((updates * kill) / kills));
    await pause(life * 0.4);
    child.kill('SIGKILL');
    await ended;
    if (kill % 10 === 0) onProgress?.(`${kill} kills, ${new Set((await simulator.replies()).map(keyOf)).size} of ${asked.length} answered`);
  }
  askUpTo(updates);
  const repliedDuringKills = (await simulator.replies()).length;
  const { child: last, ended } = start();
  const startedAt = Date.now();
  const isOver = async (): Promise<boolean> => new Set((await simulator.replies()).map(keyOf)).size >= updates || last.exitCode !== null || Date.now() - startedAt > patienceMs;
  while (!(await isOver())) await pause(100);
  const recoverMs = Date.now() - startedAt;
  if (last.exitCode === null) last.kill('SIGTERM');
  await ended;
  return { ...count(asked, await simulator.replies()), announced, kills, repliedDuringKills, recoverMs, log };
}

const keyOf = ({ chatId, replyTo }: { chatId: number; replyTo: number }): string => `${chatId}/${replyTo}`;

/** A reply in several messages is several texts; the same text twice is a surplus. */
function count(asked: readonly { chatId: number; messageId: number }[], replies: readonly { chatId: number; replyTo: number; text: string }[]): Pick<CrashResult, 'lost' | 'surplus' | 'outOfOrder'> {
  const answered = new Set(replies.map(keyOf));
  const seen = new Set<string>();
  const newest = new Map<number, number>();
  let [surplus, outOfOrder] = [0, 0];
  for (const reply of replies) {
    const whole = `${keyOf(reply)}/${reply.text}`;
    if (seen.has(whole)) {
      surplus++;
      continue;
    }
    seen.add(whole);
    if (reply.replyTo < (newest.get(reply.chatId) ?? 0)) outOfOrder++;
    newest.set(reply.chatId, Math.max(reply.replyTo, newest.get(reply.chatId) ?? 0));
  }
  return { lost: asked.filter(({ chatId, messageId }) => !answered.has(`${chatId}/${messageId}`)).length, surplus, outOfOrder };
}
