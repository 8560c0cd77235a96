import { findDates } from '../../language/dates.js';

const WHAT_ABOUT = /^(?:(?:and|so|ok|okay|thanks|then)[,\s]+)*(?:(?:what|how) about|and)\s+(?:(?:in|on|for|at)\s+)?(.+?)[?.!\s]*$/i;
const POINTS_BACK = /\b(?:it|its|they|their|them|he|she|his|her|this|that|these|those|there|the same|the meeting|the session|the report)\b/i;
const QUESTION_START = /^(?:how (?:many|much|long|often)|who|when|where|why|what|which|did|was|were|is|are|does|do|has|have)\b/i;

/** The English sibling of the completion: a date or a quoted topic is replaced, everything else is asked in the scope of the earlier question. */
export function completeEnglish(question: string, earlier: string): string {
  const about = WHAT_ABOUT.exec(question.trim())?.[1];
  if (about !== undefined) return replaceIn(earlier, about);
  const isShort = question.trim().split(/\s+/).length <= 5 && findDates(question).length === 0 && !/["“]|\b[A-Z][a-z]+/.test(question.trim().slice(1));
  if (!POINTS_BACK.test(question) && !isShort) return question;
  const scope = earlier.replace(/[?.!\s]+$/, '').replace(QUESTION_START, '').trim();
  return `${question.replace(/[?.!\s]+$/, '')} (${scope})?`;
}

function replaceIn(earlier: string, fresh: string): string {
  const date = findDates(fresh)[0];
  const old = findDates(earlier)[0];
  const year = /\b(?:19|20)\d\d\b/;
  if (date !== undefined && old !== undefined) return earlier.slice(0, old.start) + fresh + earlier.slice(old.end);
  if (year.test(fresh) && year.test(earlier)) return earlier.replace(year, year.exec(fresh)?.[0] ?? '');
  if (/["“]/.test(fresh) && /["“][^"”]+["”]/.test(earlier)) return earlier.replace(/["“][^"”]+["”]/, fresh);
  return `${earlier.replace(/[?.!\s]+$/, '')}, ${fresh}?`;
}
