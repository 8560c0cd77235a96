import type { ChatState } from '../ports/chat-state.js';
import type { Clock } from './clock.js';
import type { TextKey } from './texts/wording.js';

/** How much may be asked. */
export interface Limits {
  /** Questions of one person within any 60 seconds. */
  perMinute: number;
  /** Questions of one person on one day (UTC). */
  perDay: number;
  /** Questions of all people together on one day (UTC). */
  perDayAll: number;
}

/** `late`: over a limit, and told so already. */
export type Admission = { kind: 'open' } | { kind: 'over'; notice: TextKey } | { kind: 'late' };

/** Lets questions in, so that one person cannot take the service from the others. */
export interface Gate {
  /** Counts one question of a person. Of those over a limit only the first gets a notice. What is urgent comes in whatever the limits, once a minute. */
  admit(person: string, isUrgent?: boolean): Admission;
}

export interface GateSettings {
  state: ChatState;
  /** Null for none. */
  limits: Limits | null;
  clock: Clock;
  log: (line: string) => void;
}

const MINUTE_MS = 60_000;
const WATCHED_PERSONS = 20_000;
const ALL = 'all';

/** A minute is counted in memory, a day on the disk: a restart must not give a second day. */
export function createGate({ state, limits, clock, log }: GateSettings): Gate {
  const recent = new Map<string, number[]>();
  const noticed = new Map<string, string>();
  const urgent = new Map<string, number>();

  function inThisMinute(person: string): number {
    const times = (recent.get(person) ?? []).filter((at) => clock.now() - at < MINUTE_MS);
    if (times.length < (limits?.perMinute ?? 0)) times.push(clock.now());
    else return times.length + 1;
    recent.delete(person);
    recent.set(person, times);
    for (const oldest of recent.keys()) {
      if (recent.size <= WATCHED_PERSONS) break;
      recent.delete(oldest);
    }
    return times.length;
  }

  /** One notice a person, reason and span. */
  function over(person: string, notice: TextKey, span: string): Admission {
    const key = `${notice}/${span}`;
    if (noticed.get(person) === key) return { kind: 'late' };
    noticed.delete(person);
    noticed.set(person, key);
    for (const oldest of noticed.keys()) {
      if (noticed.size <= WATCHED_PERSONS) break;
      noticed.delete(oldest);
    }
    return { kind: 'over', notice };
  }

  function isUrgentAgain(person: string): boolean {
    const last = urgent.get(person);
    if (last !== undefined && clock.now() - last < MINUTE_MS) return true;
    urgent.delete(person);
    urgent.set(person, clock.now());
    for (const oldest of urgent.keys()) {
      if (urgent.size <= WATCHED_PERSONS) break;
      urgent.delete(oldest);
    }
    return false;
  }

  function countDay(person: string, day: string, { perDay, perDayAll }: Limits): TextKey | null {
    try {
      if (state.uses(person, day) >= perDay) return 'limit_day';
      if (state.uses(ALL, day) >= perDayAll) return 'limit_day_all';
      state.countUse(person, day);
      state.countUse(ALL, day);
    } catch (error) {
      // A limit that cannot be counted must not silence the bot.
      log(`telegram: a question could not be counted: ${error instanceof Error ? error.name : 'no error'}`);
    }
    return null;
  }

  return {
    admit(person, isUrgent = false) {
      if (limits === null || (isUrgent && !isUrgentAgain(person))) return { kind: 'open' };
      const day = new Date(clock.utcMs()).toISOString().slice(0, 10);
      if (inThisMinute(person) > limits.perMinute) return over(person, 'limit_minute', String(Math.floor((recent.get(person)?.[0] ?? 0) / MINUTE_MS)));
      const notice = countDay(person, day, limits);
      return notice === null ? { kind: 'open' } : over(person, notice, day);
    },
  };
}
