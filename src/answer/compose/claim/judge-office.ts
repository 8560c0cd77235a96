import type { Finding } from './finding.js';
import type { Spot } from './claim-spots.js';
import { findPeople } from '../../../language/people.js';
import { OFFICE } from '../../../language/people-words.js';
import type { Assertion } from './read-claim.js';

/** Offices that one person holds at a time. */
const SOLE = /^(?:市长|省长|州长|县长|区长|镇长|乡长|主席|书记|局长|厅长|部长|院长|校长|行长|会长|检察长|秘书长|总理|董事长|组长)$/;
const SEAT = '人大代表|政协委员';
const OFFICE_END = new RegExp(`(${OFFICE}|${SEAT})[\\s\u3000]*$`);
const OFFICE_START = new RegExp(`^(${OFFICE})`);
const IS_SEAT = new RegExp(`^(?:${SEAT})$`);
const OFFICE_NAMED = new RegExp(`^的?(?:职务|职位|身份)(?:是|为)[^。]*?(${OFFICE})`);

/** Judges whether a person holds an office: by the offices the record gives the person, then by who else holds that office. */
export function judgeOffice(assertion: Extract<Assertion, { kind: 'office' }>, spots: readonly Spot[]): Finding[] {
  const { name, office } = assertion;
  const claimed = `${name}是${office}`;
  let other: Finding | null = null;
  let holder: Finding | null = null;
  for (const spot of spots) {
    if (spot.gaps > 0) continue;
    for (const held of officesOf(name, spot.own)) {
      if (held === office || held === `党组${office}`) return [{ outcome: 'holds', claimed, recorded: held, spot }];
      if (baseOf(held) === baseOf(office) || (IS_SEAT.test(held) && IS_SEAT.test(office))) other ??= { outcome: 'differs', claimed, recorded: `${name}${held}`, spot };
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
  return found;
}

function holderOf(office: string, own: string): string | null {
  const before = new RegExp(`(?<![副理])${office}([\\u4e00-\\u9fff]{2,3}?)(?:在|作|出席|主持|参加|批示|表示|说|代表|等|、|[,，。;；]|$)`).exec(own)?.[1];
  const after = new RegExp(`([\\u4e00-\\u9fff]{2,3})(?<![副常务])${office}(?:代表|在|作|所作|批示|出席|主持|表示|说)`).exec(own)?.[1];
  const people = new Set(findPeople(own).map(({ name }) => name));
  return [before, after].find((name) => name !== undefined && people.has(name)) ?? null;
}

function baseOf(office: string): string {
  return office.replace(/^(?:党组|常务|执行|名誉|第一|总)?副?/, '');
}
