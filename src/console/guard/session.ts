import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sha256 } from '../../domain/ids.js';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import { viewOf } from '../page/view.js';

const MINUTE_MS = 60_000;
export const IDLE_MS = 30 * MINUTE_MS;
export const LONGEST_MS = 12 * 60 * MINUTE_MS;
/** A page a second needs no row a second. */
const TOUCH_MS = MINUTE_MS;

/** Starts a session under a new secret, whatever cookie the browser brought. */
export function startSession(context: Context<ConsoleEnv>, desk: ConsoleDesk, personId: string): void {
  const secret = randomBytes(32).toString('base64url');
  const nowMs = desk.nowMs();
  desk.entry.removeOld(nowMs, nowMs - LONGEST_MS);
  desk.entry.saveSession(sha256(secret), { personId, startedAtMs: nowMs, lastSeenMs: nowMs, agentDigest: agentOf(context) });
  setCookie(context, cookieName(desk), secret, { httpOnly: true, sameSite: 'Strict', path: '/', secure: desk.isSecure, maxAge: LONGEST_MS / 1000 });
}

/** The visit of a signed-in person, or null: no cookie, an unknown, idle, overlong or stolen session, a person who was removed. */
export function findVisit(context: Context<ConsoleEnv>, desk: ConsoleDesk): Visit | null {
  const secret = getCookie(context, cookieName(desk));
  if (secret === undefined || secret.length > 100) return null;
  const digest = sha256(secret);
  const session = desk.entry.findSession(digest);
  if (session === null) return null;
  const nowMs = desk.nowMs();
  const role = desk.roleOf(session.personId);
  const isOver = nowMs - session.lastSeenMs > IDLE_MS || nowMs - session.startedAtMs > LONGEST_MS || nowMs < session.startedAtMs - MINUTE_MS;
  if (role === null || isOver || session.agentDigest !== agentOf(context)) {
    desk.entry.endSession(digest);
    return null;
  }
  if (nowMs - session.lastSeenMs > TOUCH_MS) desk.entry.touchSession(digest, nowMs);
  const url = new URL(context.req.url);
  return { ...viewOf(context), personId: session.personId, role, sessionDigest: digest, formToken: formTokenOf(secret), here: url.pathname + url.search };
}

/** Ends the session of this browser. */
export function endSession(context: Context<ConsoleEnv>, desk: ConsoleDesk, { sessionDigest }: Visit): void {
  desk.entry.endSession(sessionDigest);
  deleteCookie(context, cookieName(desk), { path: '/', secure: desk.isSecure });
}

/** True when the form was made for this session. */
export function isOwnForm({ formToken }: Visit, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [own, other] = [Buffer.from(formToken), Buffer.from(given)];
  return own.length === other.length && timingSafeEqual(own, other);
}

function formTokenOf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}

function cookieName({ isSecure }: ConsoleDesk): string {
  return isSecure ? '__Host-huida' : 'huida';
}

function agentOf(context: Context<ConsoleEnv>): string {
  return sha256(context.req.header('user-agent') ?? '');
}
