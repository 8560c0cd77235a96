import { NUMERAL_CLASS, parseNumeral } from './chinese-numerals.js';
import { fold } from './fold.js';
import { remember } from './remember.js';

/** Which kind of organ a numbered session belongs to. */
export type Organ = 'cppcc' | 'congress' | 'party' | 'presidium' | 'standing_committee';

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
const TERM_SESSION = new RegExp(`(?:(?:${ORGAN})[^。，,、;:\\s]{0,6}?)?第?(${N}{1,3})届(?:[^。，,、;:\\s\\d届]{0,18}?)第?(${N}{1,3})(?:次|中)(?:全体|常务|扩大|临时)?(?:会议|全会|大会)?`, 'g');
/** 主席团第三次会议 · 市政协四次会议 · 第四次会议: a session of which the term is not said. */
const SESSION_ONLY = new RegExp(`(?<![届\\d${NUMERAL_CLASS}])(?:第(${N}{1,3})|([一二三四五六七八九十]{1,3}))次(全体|常务|党组|主席团|常委会|常务委员会|主任|主席|执行|扩大|临时|专题|办公|市长|工作|联席)?(?:会议|全会|大会|例会)`, 'g');
const ORGAN_OF: readonly (readonly [RegExp, Organ])[] = [[/政协|政治协商|cppcc/, 'cppcc'], [/人大|人民代表大会/, 'congress'], [/[市省县区]委(?!员)|中央|中共|中全会|全会/, 'party']];
const SUB_ORGAN: readonly (readonly [RegExp, Organ])[] = [[/主席团(?:会议)?(?:举行|召开)?$/, 'presidium'], [/(?:常委会|常务委员会)(?:会议)?(?:举行|召开)?$/, 'standing_committee']];

/** Numbered sessions (第X届…第Y次会议) named in the text, in order; offsets are those of `text`. */
export const findMeetings: (text: string) => readonly MeetingMention[] = remember(readMeetings, 4_000);

function readMeetings(text: string): MeetingMention[] {
  const folded = fold(text);
  const found: MeetingMention[] = [];
  const push = (match: RegExpExecArray, organ: Organ | null, term: number | null, session: number | null): void => {
    if (session === null || session === 0 || term === 0) return;
    const end = match.index + match[0].length;
    if (found.some((other) => other.start < end && match.index < other.end)) return;
    found.push({ start: match.index, end, text: text.slice(match.index, end), organ, term, session, key: meetingKey(organ, term, session) });
  };
  for (const match of folded.matchAll(TERM_SESSION)) {
    const term = parseNumeral(match[1] ?? '');
    if (term !== null) push(match, organOf(match[0]) ?? organOf(clauseBefore(folded, match.index)), term, parseNumeral(match[2] ?? ''));
  }
  for (const match of folded.matchAll(SESSION_ONLY)) {
    const before = `${clauseBefore(folded, match.index)}${match[3] ?? ''}`;
    push(match, SUB_ORGAN.find(([pattern]) => pattern.test(before))?.[1] ?? organOf(before), null, parseNumeral(match[1] ?? match[2] ?? ''));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Up to 14 characters before an offset, back to the last mark of punctuation. */
function clauseBefore(folded: string, offset: number): string {
  const before = folded.slice(Math.max(0, offset - 14), offset);
  return before.slice(Math.max(0, before.search(/[^。，,;:\s]*$/)));
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
