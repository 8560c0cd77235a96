import type { OfficeState, PersonInOffice } from '../../domain/facts.js';
import { findDates } from '../../language/dates.js';
import { englishHolders } from '../../language/english-offices.js';
import { fold } from '../../language/fold.js';
import { officeHolders } from '../../language/office-holders.js';
import { OFFICE, SEAT } from '../../language/people-words.js';
import { clauseAround } from '../../language/sentences.js';

/** A person found in a sentence; `at` is the offset of the name in it. */
export type FoundPerson = Omit<PersonInOffice, 'line'> & { at: number };

const PUBLIC = new RegExp(`(?:${OFFICE}|${SEAT})$`);
/** 企业家代表, 家属代表 hold no seat. */
const OTHER_DEPUTY = /(?<!^|人大|党|政协)代表$/;
/** Reading names takes most of the time of describing: sentences without any office are passed over. */
const HINT = new RegExp(`${OFFICE}|${SEAT}`);
const ENGLISH_HINT = /mayor|chair|president|secretary|minister|governor|director|councill?or|senator|commissioner|speaker|treasurer|clerk|head|procurator/;
const ACTING = /^(?:[\u3400-\u9fff]{0,12}(?:省|市|县|区|镇|乡|局|府|会|院))?代理?(?=[副省市县区州镇乡院检])|代理|临时(?:负责|主持)/;
const FORMER_WORD = /^(?:原|前任?|时任|曾任)(?!.{0,2}沿)/;

/**
 * The people to whom a sentence gives a public office, one entry an office; professions and kinship are none.
 * `date` is that of the article; a day that the clause itself names goes before it.
 */
export function drawPeople(sentence: string, date: string | null, isEnglish: boolean): FoundPerson[] {
  const folded = fold(sentence);
  if (isEnglish) {
    if (!ENGLISH_HINT.test(folded)) return [];
    return englishHolders(sentence).map(({ start, name, office, state }) => ({ name, office, state, asOf: dayOf(sentence) ?? date, at: start }));
  }
  if (!HINT.test(folded)) return [];
  return officeHolders(sentence).flatMap(({ person, state }) => {
    const asOf = dayOf(clauseAround(sentence, person.start)) ?? date;
    return officesOf(person.office).map((office) => ({ name: person.name, office, state: stateOf(state, office), asOf, at: person.start }));
  });
}

function stateOf(state: OfficeState, office: string): OfficeState {
  return state === 'holds' && ACTING.test(fold(office)) ? 'acting' : state;
}

/** 市委常委、副市长 are two offices; what is no public one (记者, 专家) is left out. */
function officesOf(run: string): string[] {
  const offices = run.split('、').map((part) => part.trim()).filter((part) => PUBLIC.test(fold(part)) && !OTHER_DEPUTY.test(fold(part)));
  return offices.map((office) => office.replace(FORMER_WORD, '')).filter((office) => office !== '');
}

function dayOf(text: string): string | null {
  const day = findDates(text).find(({ year, day: dayOfMonth }) => year !== null && dayOfMonth !== null);
  return day?.iso ?? null;
}

/** Each person and office once: the fullest wording of the office, what ends it before what only names it, the first place. */
export function mergePeople(found: readonly PersonInOffice[]): PersonInOffice[] {
  const kept: PersonInOffice[] = [];
  for (const person of found) {
    const twin = kept.findIndex(({ name, office, state }) => name === person.name && (office.endsWith(person.office) || person.office.endsWith(office)) && weight(state) * weight(person.state) !== 2);
    const before = kept[twin];
    if (before === undefined) kept.push({ ...person });
    else kept[twin] = { ...before, office: before.office.length >= person.office.length ? before.office : person.office, state: weight(person.state) > weight(before.state) ? person.state : before.state };
  }
  return kept;
}

/** 免去局长甲的职务: he is named as holding it, and it ends. Who held it before (2) and who holds it (1) are not merged. */
function weight(state: OfficeState): number {
  return { holds: 1, acting: 1.5, former: 2, ended: 3 }[state];
}
