import { fold } from '../../../language/fold.js';
import { findDates, type DateMention } from '../../../language/dates.js';
import { findFigures, type Figure } from '../../../language/figures.js';
import type { Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';
import type { WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import { blankYesNo, type Framed } from './claim-frame.js';
import { findPeople } from '../../../language/people.js';
import { OFFICE } from '../../../language/people-words.js';
import { findPlaces } from './places.js';
import { stancesOf } from './polarity.js';

/** One thing a claim asserts; offsets are those of the question. */
export type Assertion = Span & { text: string } & ({ kind: 'figure'; figure: Figure } | { kind: 'date'; date: DateMention } | { kind: 'person'; name: string } | { kind: 'office'; name: string; office: string } | { kind: 'place'; place: string; verb: string });

/** A claim taken apart: what it asserts, and of which matter. */
export interface Claim {
  /** The stated part, folded, question words blanked. */
  text: string;
  /** The same as typed. */
  visible: string;
  start: number;
  assertions: Assertion[];
  /** The words of the matter, without the asserted values. */
  topic: WeighedWord[];
  /** What is left of phrases that the segmenter cut badly (要修 → 修). */
  pieces: string[];
  /** Quoted topics, folded. */
  quoted: string[];
  /** Quoted topics that stand inside this statement, folded. */
  titles: string[];
  /** The intent with the asserted dates and everything of the frame left out. */
  intent: Intent;
}

const ROLE = /(?:是|由|让)([\u4e00-\u9fff·]{2,4}?|[a-z][a-z·.]+(?: [a-z·.]+)?)(?:来|所)?(?:汇报|介绍|主讲|主持|分享|演讲|宣讲|带队|宣读|作的?(?:报告|汇报|说明)|作的)/;
/** 某某(在…会上)汇报了…: whoever stands first. */
const SUBJECT = /^\s*([\u4e00-\u9fff·]{2,4})(?:在[^,。]{2,40}[上中里])?(?:汇报|介绍|主讲|主持|分享|演讲|宣讲|带队|宣读|参加|出席|参会)/;
const DOCUMENT = /(?:政府|人民政府|常委会|常务委员会|法院|检察院|提案|预算|计划|财政|审查|调研|建议)(?:工作)?(?:情况|结果)?(?:的)?报告/g;
/** 某某说…: who speaks is part of the matter, what is said is the claim. */
const SPEAKS = /^(?:代表|委员|局长|主席|市长)?(?:在.{1,12}?[中上里])?(?:说|表示|指出|介绍|认为|强调|要求|希望|透露)/;
/** The beginning, course and end of a meeting. */
const LIFE = /开幕|闭幕|开始|结束|开到|举行|召开|会期/;
const PIECE = /[会作为把被将要是了的在于和与及就都也还说去来没不]/g;
const NO_VALUE_UNITS = new Set(['届', '级', '号', '步', '字']);
/** Words that bound or colour a value. */
const MANNER = /^(?:议题|活动|工作|开幕|闭幕|开始|结束|开到|举行|召开|会期|以上|以下|超过|左右|不足|达到|已经|目前|现在|将近|大约|只有|仅|全都|全部|今年|本次|这次|市|省|县|有|没有|说法|说|称)$/;
/** 是5月6日去的, 2031年才设立: the date is what is stated, not a frame for it. */
const DATE_STATED = /(?:是|在|于|为|从|到|自)\s*$/;
const STATED_AFTER = /^\s*(?:才|就|便)|的\s*$/;

/** Takes a framed question apart. With `everyDay` a day that only frames the rest counts as stated too. */
export function readClaim(intent: Intent, words: readonly WeighedWord[], framed: Framed, everyDay = false): Claim {
  const folded = blankQuotes(intent);
  const raw = folded.slice(framed.start, framed.end);
  const text = (framed.isClaim ? raw : blankYesNo(folded).slice(framed.start, framed.end)).replace(/^\s*(?:是|说|称)(?=\s)/, (part) => ' '.repeat(part.length));
  const offset = framed.start;
  const dates = datesIn(text, offset).filter((date) => date.start >= framed.start && date.end <= framed.end);
  const taken: Span[] = [...intent.meetings, ...dates];
  const inside = (span: Span): boolean => span.start >= framed.start && span.end <= framed.end && !taken.some((other) => other.start < span.end && span.start < other.end);
  const figures = findFigures(text).map((figure) => ({ ...figure, start: figure.start + offset, end: figure.end + offset })).filter((figure) => inside(figure) && !NO_VALUE_UNITS.has(figure.unit));
  const spoken = peopleIn(text);
  const speakers = spoken.filter(({ end }) => SPEAKS.test(text.slice(end)));
  const people = spoken.filter((person) => !speakers.includes(person)).map(({ start, end, name }) => ({ start: start + offset, end: end + offset, name })).filter(inside);
  const assertions: Assertion[] = [
    ...figures.map((figure): Assertion => ({ kind: 'figure', start: figure.start, end: figure.end, text: intent.text.slice(figure.start, figure.end).trim(), figure })),
    ...people.map((person): Assertion => officeAsserted(text, person, offset, intent.text) ?? { kind: 'person', start: person.start, end: person.end, text: person.name, name: person.name }),
  ];
  for (const { start, end, place, verb } of findPlaces(text)) if (inside({ start: start + offset, end: end + offset })) assertions.push({ kind: 'place', start: start + offset, end: end + offset, text: intent.text.slice(start + offset, end + offset), place, verb });
  const hasOther = assertions.length > 0;
  for (const date of dates.filter((candidate) => (everyDay && candidate.day !== null) || isStated(text, candidate, offset, hasOther))) assertions.push({ kind: 'date', start: date.start, end: date.end, text: intent.text.slice(date.start, date.end), date });
  assertions.sort((a, b) => a.start - b.start);
  const isAsserted = (word: string): boolean => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!assertions.some(({ start, end }) => start < at + offset + word.length && at + offset < end)) return false;
    }
    return true;
  };
  const quoted = intent.quoted.map((quote): WeighedWord => ({ text: fold(quote), importance: 1, synonyms: [], isName: false, weight: 1.5, isUnknown: false }));
  const known = words.map(({ text: word }) => word).join(' ');
  const outcomes = stancesOf(text).filter((stance) => !known.includes(stance.word)).map((stance): WeighedWord => ({ text: stance.word, importance: 0.6, synonyms: [], isName: false, weight: 0.6, isUnknown: false }));
  const speaking = speakers.map(({ name }): WeighedWord => ({ text: name, importance: 1, synonyms: [], isName: true, weight: 0.6, isUnknown: false }));
  const topic = [...outcomes, ...namedThings(text), ...speaking,  ...words.map(withoutNegation).filter((word) => text.includes(word.text) && !MANNER.test(word.text) && !isPiece(word) && !isAsserted(word.text) && !speakers.some(({ name }) => word.text.includes(name))), ...quoted];
  const compounds = intent.compounds.filter((compound) => text.includes(compound) && !isAsserted(compound));
  const assertedDates = new Set(assertions.flatMap((assertion) => (assertion.kind === 'date' ? [assertion.start] : [])));
  // What a name reaches into (某某耕为…) is no place.
  const isOfName = (place: string): boolean => people.some(({ start, end }) => { const at = intent.folded.indexOf(place); return at >= 0 && at < end && start < at + place.length; });
  const narrowed: Intent = { ...intent, places: intent.places.filter((place) => !isOfName(place)), compounds, dates: intent.dates.filter(({ start }) => !assertedDates.has(start)), words: topic };
  const pieces = words.filter((word) => text.includes(word.text) && isPiece(word)).map((word) => word.text.replace(PIECE, '')).filter((piece) => piece !== '');
  const visible = intent.text.slice(framed.start, framed.end).trim();
  return { text, visible, start: offset, assertions, topic, pieces, quoted: quoted.map(({ text: quote }) => quote), titles: quoted.map(({ text: quote }) => quote).filter((quote) => intent.folded.slice(framed.start, framed.end).includes(quote)), intent: narrowed };
}

/** 会作, 要建: pieces of a phrase that the segmenter took for words. */
function isPiece(word: WeighedWord): boolean {
  return word.isUnknown && !word.isName && word.text.replace(PIECE, '') !== word.text;
}

/** 没立案 is 立案 denied: the comparison of outcomes reads the negation itself. */
function withoutNegation(word: WeighedWord): WeighedWord {
  return /^[没未不][\u4e00-\u9fff]{2,}$/.test(word.text) ? { ...word, text: word.text.slice(1), isUnknown: false, isName: false } : word;
}

/** Documents by their whole names (政府工作报告) and the holding of a meeting, which single words do not tell. */
function namedThings(text: string): WeighedWord[] {
  const plain = { importance: 1, isName: false, weight: 0.8, isUnknown: false };
  const documents = [...text.matchAll(DOCUMENT)].map((match) => ({ ...plain, text: match[0], synonyms: [] }));
  return LIFE.test(text) ? [...documents, { ...plain, weight: 0.5, text: '举行', synonyms: ['召开', '开始', '结束', '会期', '举办', '开幕', '闭幕'] }] : documents;
}

/** What a quoted title says is not stated by the claim. Same length. */
function blankQuotes({ folded, quoted }: Intent): string {
  return quoted.reduce((text, quote) => text.replace(fold(quote), (part) => ' '.repeat(part.length)), folded);
}

/** Persons by their surnames, else whoever stands where only a person can (由某某汇报). */
function peopleIn(text: string): readonly { start: number; end: number; name: string }[] {
  const people = findPeople(text);
  if (people.length > 0) return people;
  const subject = SUBJECT.exec(text);
  const match = ROLE.exec(text) ?? (subject !== null && mayBeName(subject[1] ?? '') ? subject : null);
  const name = match?.[1];
  if (match === null || name === undefined) return people;
  const start = match.index + match[0].indexOf(name);
  return [{ start, end: start + name.length, name }];
}

/** Whether no dictionary word explains what stands where a name does. */
function mayBeName(name: string): boolean {
  return tagWords(name).every(({ word, tag }) => word.length === 1 || tag === 'x' || tag.startsWith('nr') || !/^[\u4e00-\u9fff]+$/.test(word));
}

/** Dates of the text; the second of a range (6日到9日) takes year and month from the first. */
function datesIn(text: string, offset: number): DateMention[] {
  const dates = findDates(text);
  const rangeEnds = dates.flatMap((date) => {
    const match = /^\s*(?:至|到|-|~|—)+\s*(\d{1,2})[日号]/.exec(text.slice(date.end));
    if (match === null || date.day === null) return [];
    const day = Number(match[1]);
    return [{ ...date, start: date.end + match[0].search(/\d/), end: date.end + match[0].length, day, iso: `${date.iso.slice(0, -2)}${String(day).padStart(2, '0')}` }];
  });
  return [...dates, ...rangeEnds].map((date) => ({ ...date, start: date.start + offset, end: date.end + offset })).sort((a, b) => a.start - b.start);
}

/** A date in front frames what follows; one behind its subject, or in 是…的, is what is stated. A day stated beside nothing else is always meant. */
function isStated(text: string, date: DateMention, offset: number, hasOther: boolean): boolean {
  const before = text.slice(0, date.start - offset);
  const isMarked = DATE_STATED.test(before) || STATED_AFTER.test(text.slice(date.end - offset));
  if (hasOther) return date.day !== null && isMarked;
  return date.day !== null || (isMarked && before.trim() !== '') || /[\u4e00-\u9fff]{2}$/.test(before);
}

/** X是Y, Y是X: an office is asserted of a person; null when the person does or did something. */
function officeAsserted(text: string, person: { start: number; end: number; name: string }, offset: number, visible: string): Assertion | null {
  const after = new RegExp(`^(?:现在|目前)?(?:是|为|担任|出任|任|当选为?|当上?了?|升任)[^,。]{0,16}?(${OFFICE}|人大代表|政协委员)\\s*(?:的)?$`).exec(text.slice(person.end - offset));
  const before = new RegExp(`(${OFFICE})(?:是|叫|由)$`).exec(text.slice(0, person.start - offset));
  const office = after?.[1] ?? before?.[1];
  return office === undefined ? null : { kind: 'office', start: person.start, end: person.end, text: visible.slice(person.start, person.end), name: person.name, office };
}
