import type { Role, Unit } from './units.js';

/** How many units of one role tell something new; what comes after counts little. */
const ENOUGH: Readonly<Record<Role, number>> = { when: 1, host: 2, decided: 3, heard: 1, figures: 4, demanded: 2, told: 3 };
/** What a unit of a role that is already told is still worth. */
const REPEATED = 0.25;
/** What tells less than this is no more than filling. */
const MIN_VALUE = 0.7;
/** What another unit of the same role is worth beside the first. */
const FURTHER = 0.75;

/** The units that together tell most within `max` UTF-16 units, best first. */
export function chooseUnits(units: readonly Unit[], max: number): Unit[] {
  const chosen: Unit[] = [];
  let rest = max;
  let open = [...units];
  while (open.length > 0) {
    const fitting = open.filter(({ start, end }) => end - start + 1 <= rest);
    const best = fitting.reduce<Unit | null>((a, b) => (a === null || value(b, chosen) > value(a, chosen) ? b : a), null);
    if (best === null || (chosen.length > 0 && value(best, chosen) < MIN_VALUE)) break;
    chosen.push(best);
    rest -= best.end - best.start + 1;
    open = fitting.filter((unit) => unit !== best && !(unit.article === best.article && unit.start < best.end && best.start < unit.end));
  }
  return chosen;
}

function value({ role, worth }: Unit, chosen: readonly Unit[]): number {
  const told = chosen.filter((unit) => unit.role === role).length;
  if (told === 0) return worth;
  return told < ENOUGH[role] ? FURTHER * worth : REPEATED * worth;
}
