import { usageError } from '../usage.js';

const UNITS_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const ALLOWED = 'a day (2025-03-01), a moment (2025-03-01T08:00Z) or an age (30d, 12h, 45m)';

/** An ISO moment (UTC) from what was typed after a flag. `isEnd`: a day means its end. Throws ClearError (2) for anything else. */
export function readMoment(flag: string, text: string, isEnd: boolean, nowMs = Date.now()): string {
  const age = /^(\d{1,6})([mhd])$/u.exec(text);
  if (age !== null) return new Date(nowMs - Number(age[1]) * (UNITS_MS[age[2] ?? ''] ?? 0)).toISOString();
  const day = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u.exec(text);
  const ms = day === null ? Number.NaN : Date.parse(day[2] === undefined ? `${text}T00:00:00Z` : text);
  // Date.parse takes the 30th of February for a day in March.
  const isReal = day !== null && !Number.isNaN(ms) && new Date(Date.parse(`${day[1] ?? ''}T00:00:00Z`)).toISOString().startsWith(day[1] ?? ' ');
  if (!isReal) throw usageError(`${flag} is ${JSON.stringify(text.slice(0, 40))}, but must be ${ALLOWED}; days are counted in UTC.`);
  return new Date(isEnd && day[2] === undefined ? ms + 86_400_000 : ms).toISOString();
}
