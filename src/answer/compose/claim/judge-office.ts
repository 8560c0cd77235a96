import type { Finding } from './finding.js';
import type { Spot } from './claim-spots.js';
import { findPeople } from '../../../language/people.js';
import { OFFICE } from '../../../language/people-words.js';
import type { Assertion } from './read-claim.js';

/** Offices that one person holds at a time. */
const SOLE = /^(?:市长|省长|州长|县长|区长|镇长|乡长|主席|书记|局长|厅长|部长|院长|校长|行长|会长|检察长|秘书长|总理|董事长|组长)$/;
const SEAT = '人大代表|政协委员';
/** One act gives one office. */
const APPOINTED = /补选|选举|选出|任命|当选|推选/;
const OFFICE_END = new RegExp(`(${OFFICE}|${SEAT})[\\s\u3000]*$`);
const OFFICE_START = new RegExp(`^(${OFFICE})`);
const IS_SEAT = new RegExp(`^(?:${SEAT})$`);
const OFFICE_NAMED = new RegExp(`^的?(?:职务|职位|身份)(?:是|为)[^。]*?(${OFFICE})`);

/** Judges whether a person holds an office: by the offices the record gives the person, then by who else holds that office. */
export function judgeOffice(assertion: Extract<Assertion, { kind: 'office' }>, claimedText: string, spots: readonly Spot[]): Finding[] {
  const { name, office } = assertion;
  const claimed = `${name}是${office}`;
  let other: Finding | null = null;
  let holder: Finding | null = null;
  for (const spot of spots) {
    if (spot.gaps > 0) continue;
    for (const held of officesOf(name, spot.own)) {
      if (held === office || held === `党组${office}`) return [{ outcome: 'holds', claimed, recorded: held, spot }];
      const isAppointed = APPOINTED.test(claimedText) && APPOINTED.test(spot.own);
      if (isAppointed || baseOf(held) === baseOf(office) || (IS_SEAT.test(held) && IS_SEAT.test(office))) other ??= { outcome: 'differs', claimed, recorded: `${name}${held}`, spot };
    }
    const who = spot.missing.filter((missing) => missing !== name).length === 0 && spot.held >= 0.5 && SOLE.test(office) ? holderOf(office, spot.own) : null;
    if (who !== null && who !== name) holder ??= { outcome: 'differs', claimed, recorded: `${office}${who}`, spot };
  }
  return [holder, other].filter((finding) => finding !== null);
}

/** The offices a clause gives a person: 副主席某某, 某某副主席, 某某的职务是副主席. */
export function officesOf(name: string, own: string): string[] {
  const found: string[] = [];
  for (let at = own.indexOf(name); at >= 0; at = own.indexOf(name, at + name.length)) {
    const run = /[\u4e00-\u9fff、\s]*$/.exec(own.slice(0, at))?.[0] ?? '';
    // 某会副主任、某委员会主任委员张某: every office of the run that a 、 or the name ends.
    const titles = run.split('、').flatMap((title) => OFFICE_END.exec(title)?.[1] ?? []);
    const after = own.slice(at + name.length);
    for (const office of [...titles, OFFICE_START.exec(after)?.[1], OFFICE_NAMED.exec(after)?.[1]]) if (office !== undefined) found.push(office);
  }
  const named = findPeople(own).filter((person) => person.name === name).flatMap(({ office }) => office.split('、').flatMap((title) => OFFICE_END.exec(title)?.[1] ?? []));
  return [...new Set([...found, ...named])];
}

/** Who holds an office according to a clause; null where it names nobody or several. */
function holderOf(office: string, own: string): string | null {
  const holders = findPeople(own).filter((person) => person.office.split('、').some((title) => OFFICE_END.exec(title)?.[1] === office));
  return holders.length === 1 ? (holders[0]?.name ?? null) : null;
}

function baseOf(office: string): string {
  return office.replace(/^(?:党组|常务|执行|名誉|第一|总)?副?/, '');
}
