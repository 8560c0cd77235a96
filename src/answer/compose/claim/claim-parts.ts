import { findDates } from '../../../language/dates.js';
import { findFigures } from '../../../language/figures.js';
import type { Span } from '../../../language/sentences.js';
import type { Framed } from './claim-frame.js';
import { findPeople } from '../../../language/people.js';

/** A clause without a value of its own states something by itself from this many Chinese characters on. */
const MIN_PLAIN = 7;
/** What is left of a clause besides its value when it says what the value is of. */
const MIN_NAMED = 2;
/** 占40%, 增长5%: said of what stands before it. */
const LEANS = /^(?:分别)?(?:占|同比|环比|比|增长|下降|达|其余|另|都|均|并且?都)/;

/**
 * The parts of a statement that can be judged each by itself (收到提案312件，立案301件): clauses with a value or matter of their own.
 * What only frames the next clause stays with it; a statement of one part comes back whole. `folded` is the whole question.
 */
export function partsOf(folded: string, framed: Framed): Framed[] {
  const clauses = clausesOf(folded, framed);
  const parts: (Span & { hasValue: boolean })[] = [];
  let openFrom: number | null = null;
  for (const [index, clause] of clauses.entries()) {
    const text = folded.slice(clause.start, clause.end);
    const start: number = openFrom ?? clause.start;
    const isLast = index === clauses.length - 1;
    const value = hasValue(text);
    const last = parts.at(-1);
    if (last !== undefined && openFrom === null && (LEANS.test(text.trim()) || (value ? namedLength(text) < MIN_NAMED : hanLength(text) < MIN_PLAIN))) {
      last.end = clause.end;
      last.hasValue ||= value;
    } else if (value || isLast || (last !== undefined && hanLength(text) >= MIN_PLAIN)) {
      parts.push({ start, end: clause.end, hasValue: value });
      openFrom = null;
    } else {
      // 到2月18日为止，… and 在会上，… belong to what follows.
      openFrom = start;
    }
  }
  return parts.filter(({ hasValue: has }) => has).length === 0 || parts.length < 2 ? [framed] : parts.map(({ start, end }) => ({ start, end, isClaim: framed.isClaim }));
}

/** Clauses at ，and ；outside quotation marks, brackets and figures; absolute offsets. */
function clausesOf(folded: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < end; at++) {
    const character = folded[at] ?? '';
    if (character === '"') isQuoted = !isQuoted;
    else if ('([《【'.includes(character)) depth++;
    else if (')]》】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (!isQuoted && depth === 0 && ',;。'.includes(character) && !(/\d/.test(folded[at - 1] ?? '') && /^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5)))) {
      if (at > from) clauses.push({ start: from, end: at });
      from = at + 1;
    }
  }
  if (end > from) clauses.push({ start: from, end });
  return clauses;
}

function hasValue(text: string): boolean {
  return findFigures(text).some(({ unit }) => unit !== '') || findPeople(text).length > 0;
}

/** Chinese characters beside figures and dates. */
function namedLength(text: string): number {
  const values = [...findFigures(text), ...findDates(text)];
  return hanLength([...text].filter((_, at) => !values.some(({ start, end }) => start <= at && at < end)).join(''));
}

function hanLength(text: string): number {
  return (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
}
