import type { FakeFault } from '../fake-bot-api.js';

/** What happens to a question while Telegram, or the way to it, is at fault. */
export interface FaultRow {
  name: string;
  /** `refuse`: nobody listens. */
  fault: FakeFault['with'] | 'refuse';
  /** What is at fault: asking for updates, or sending to the one chat that has a question meanwhile. */
  at: 'poll' | 'send';
  /** How often it happens; else for as long as the outage lasts. */
  times?: number;
  /** What PROMISES asks: the message arrives once, may be missing but is never doubled, is given up at once, or the bot ends with that code. */
  becomes: 'sent' | 'at_most_once' | 'given_up' | { exitCode: number };
  /** Longest time (ms) after the end of the fault until the message is there, or until the bot ends. */
  withinMs: number;
  /** The bot has run for this long when it happens: default 0. */
  afterMs?: number;
  /** Shortest time (ms) from the fault to the message. */
  notBeforeMs?: number;
  /** Lasts too long for the suite, where another test has it with timers that are wound on. */
  isSlow?: true;
}

const HTML = { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' };
const TRUNCATED = { status: 200, body: '{"ok":true,"result":[{"update_id":9' };
const refused = (code: number, description: string, parameters?: Record<string, unknown>) => ({ code, description, ...(parameters === undefined ? {} : { parameters }) });
const flood = (seconds: number) => refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
export const NEW_GROUP = -1_009_876_543_210;

/** Each fault at each end of the way, where it can happen there. */
export const FAULT_ROWS: readonly FaultRow[] = [
  { name: 'connection refused', fault: 'refuse', at: 'poll', becomes: 'sent', withinMs: 10_000 },
  { name: 'connection reset', fault: 'drop_before', at: 'poll', becomes: 'sent', withinMs: 10_000 },
  { name: 'no answer', fault: 'hang', at: 'poll', times: 1, becomes: 'sent', withinMs: 60_000, isSlow: true },
  { name: 'truncated answer', fault: TRUNCATED, at: 'poll', becomes: 'sent', withinMs: 10_000 },
  { name: '429, 3 s', fault: flood(3), at: 'poll', times: 1, becomes: 'sent', withinMs: 10_000, notBeforeMs: 3_000 },
  { name: '429, 3600 s', fault: flood(3_600), at: 'poll', times: 1, becomes: 'sent', withinMs: 3_900_000, notBeforeMs: 3_600_000 },
  { name: '502 with HTML', fault: HTML, at: 'poll', becomes: 'sent', withinMs: 10_000 },
  { name: '409 while it runs, twice', fault: refused(409, 'Conflict: terminated by other getUpdates request'), at: 'poll', times: 2, afterMs: 11_000, becomes: 'sent', withinMs: 10_000 },
  { name: '409 again and again', fault: refused(409, 'Conflict: terminated by other getUpdates request'), at: 'poll', becomes: { exitCode: 3 }, withinMs: 60_000 },
  { name: '401', fault: refused(401, 'Unauthorized'), at: 'poll', becomes: { exitCode: 4 }, withinMs: 10_000 },
  { name: 'connection refused', fault: 'refuse', at: 'send', becomes: 'sent', withinMs: 10_000 },
  { name: 'connection reset', fault: 'drop_before', at: 'send', times: 1, becomes: 'at_most_once', withinMs: 10_000 },
  { name: 'delivered, then reset', fault: 'drop_after', at: 'send', times: 1, becomes: 'at_most_once', withinMs: 10_000 },
  { name: 'no answer', fault: 'hang', at: 'send', times: 1, becomes: 'at_most_once', withinMs: 60_000, isSlow: true },
  { name: 'truncated answer', fault: TRUNCATED, at: 'send', times: 1, becomes: 'at_most_once', withinMs: 10_000 },
  { name: '429, 3 s', fault: flood(3), at: 'send', times: 1, becomes: 'sent', withinMs: 10_000, notBeforeMs: 3_000 },
  { name: '429, 3600 s', fault: flood(3_600), at: 'send', times: 1, becomes: 'sent', withinMs: 3_900_000, notBeforeMs: 3_600_000 },
  { name: '502 with HTML', fault: HTML, at: 'send', times: 2, becomes: 'sent', withinMs: 10_000 },
  { name: 'blocked by the user', fault: refused(403, 'Forbidden: bot was blocked by the user'), at: 'send', times: 1, becomes: 'given_up', withinMs: 10_000 },
  { name: 'chat vanished', fault: refused(400, 'Bad Request: chat not found'), at: 'send', times: 1, becomes: 'given_up', withinMs: 10_000 },
  { name: 'group upgraded', fault: refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: NEW_GROUP }), at: 'send', times: 1, becomes: 'sent', withinMs: 10_000 },
];

/** Rows that nobody waits for as long as they last: their clock runs faster. */
export function lastsLong({ notBeforeMs = 0 }: FaultRow): boolean {
  return notBeforeMs > 60_000;
}
