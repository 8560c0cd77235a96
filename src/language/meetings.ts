import { NUMERAL_CLASS, parseNumeral } from './chinese-numerals.js';
import { fold } from './fold.js';

/** Which kind of organ a numbered session belongs to. */
export type Organ = 'cppcc' | 'congress' | 'party';

export interface MeetingMention {
  start: number;
  end: number;
  /** As written. */
  text: string;
  organ: Organ | null;
  /** 届. */
  term: number | null;
  /** 次. */
  session: number | null;
  /** `organ:term:session`, `*` for what is not said; equal keys mean the same session of an organ of that kind. */
  key: string;
}

const N = `[${NUMERAL_CLASS}\\d]`;
const ORGAN = '人民政协|政协|人民政治协商会议|政治协商会议|人大|人民代表大会|委员会|市委|省委|县委|区委|中央|全国|常委会|常务委员会';
/** 政协第七届朔州市委员会第四次会议 · 市七届人大五次会议 · 市委七届八次全会 · 二十届三中全会 */
const TERM_SESSION = new RegExp(`(?:(?:${ORGAN})[^。，,、;:\\s]{0,6}?)?第?(${N}{1,3})届(?:[^。，,、;:\\s\\d届]{0,18}?)第?(${N}{1,3})(?:次|中)(?:全体)?(?:会议|全会|大会)?`, 'g');
const ORGAN_OF: readonly (readonly [RegExp, Organ])[] = [[/政协|政治协商|cppcc/, 'cppcc'], [/人大|人民代表大会/, 'congress'], [/[市省县区]委|中央|中共|中全会|全会/, 'party']];

/** Numbered sessions (第X届…第Y次会议) named in the text, in order; offsets are those of `text`. */
export function findMeetings(text: string): MeetingMention[] {
  const folded = fold(text);
  const found: MeetingMention[] = [];
  for (const match of folded.matchAll(TERM_SESSION)) {
    const term = parseNumeral(match[1] ?? '');
    const session = parseNumeral(match[2] ?? '');
    if (term === null || session === null || term === 0) continue;
    const before = folded.slice(Math.max(0, match.index - 14), match.index);
    const organ = organOf(match[0]) ?? organOf(before.slice(Math.max(0, before.search(/[^。，,;:\s]*$/))));
    found.push({ start: match.index, end: match.index + match[0].length, text: text.slice(match.index, match.index + match[0].length), organ, term, session, key: meetingKey(organ, term, session) });
  }
  return found;
}

/** True when the two keys can mean the same session: each part equal or unsaid in one of them. */
export function meetingsAgree(a: string, b: string): boolean {
  const left = a.split(':');
  const right = b.split(':');
  return left.every((part, index) => part === '*' || right[index] === '*' || part === right[index]);
}

export function meetingKey(organ: Organ | null, term: number | null, session: number | null): string {
  return `${organ ?? '*'}:${String(term ?? '*')}:${String(session ?? '*')}`;
}

/** The kind of organ a wording names, or null. */
export function organOf(text: string): Organ | null {
  let best: { organ: Organ; at: number } | null = null;
  for (const [pattern, organ] of ORGAN_OF) {
    const at = text.search(pattern);
    if (at >= 0 && (best === null || (organ !== 'party' && best.organ === 'party'))) best = { organ, at };
  }
  return best?.organ ?? null;
}
