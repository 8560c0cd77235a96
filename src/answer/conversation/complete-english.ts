import { findDates } from '../../language/dates.js';
import { peopleInAnswer } from './name-in-answer.js';
import type { AnswerOf } from './resolve-references.js';

const OPENING = /^(?:(?:and|so|ok|okay|thanks|thank you|then|also|right)[,.!\s]+)+/i;
const ABOUT = /^(?:(?:what|how) about|(?:and )?what of)\s+/i;
const PERSON = /\b(?:his|her|their|he|she|him|they|them|that person|this person)\b/i;
const MEETING = /\b(?:(?:the|this|that) (?:meeting|session|conference)|there)\b/i;
const THING = /\b(?:it|its|they|them|their|(?:the|this|that|these|those) (?:report|topic|item|proposal|proposals|project|target|resolution|decision)|this|that|these|those)\b/i;
const ORDINAL = /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))\b/i;
const NAME = /(?<=\S\s+|^(?:in|for|on|at)\s+|^)(?!(?:What|Who|When|Where|Why|How|Which|Did|Was|Were|Is|Are|The|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*(?![A-Za-z])/;
const ASKS = /\b(?:how (?:many|much|long|often|large|high)|who|whom|when|where|why|what|which)\b/i;
const START = /^(?:(?:how (?:many|much|long|often|large|high)|who|whom|when|where|why|what|which|did|do|does|was|were|is|are|has|have|had)\b\s*)+/i;
const CHAIRS = /^(?:chaired|presided(?: over)?|delivered|gave|presented|attended|hosted|opened|closed|led|made|held|received|adopted|passed|approved)\s+/i;

/** The English sibling of the completion: the fragment takes the place of its like, or is asked of what the earlier question was about. */
export async function completeEnglish(question: string, earlier: string, answerOf?: AnswerOf): Promise<string> {
  const text = question.trim().replace(OPENING, '');
  const fragment = text.replace(ABOUT, '').replace(/[?.!\s]+$/, '');
  if (fragment === '') return question;
  const shift = /^(?:in )?(?:the (?:year|one) before|the previous year|the preceding year|a year earlier)$/i.test(fragment.replace(ABOUT, '')) ? -1 : /^(?:in )?(?:the (?:year|one) after|the (?:next|following) year|a year later)$/i.test(fragment) ? 1 : 0;
  const year = /\b(?:19|20)\d\d\b/.exec(earlier)?.[0];
  if (shift !== 0 && year !== undefined) return earlier.replace(year, String(Number(year) + shift));
  const isBare = !ASKS.test(text) && text.split(/\s+/).length <= 5;
  if (ABOUT.test(text) || (isBare && /^(?:(?:in|on|for|at|by)\s|the\s|["“\d])/i.test(text))) return substituteEnglish(earlier, fragment.replace(/^(?:in|on|for|at|by)\s+/i, ''));
  const done = countOfDeed(fragment, earlier);
  if (done !== null) return done;
  const topic = topicOf(earlier);
  const person = PERSON.exec(text);
  if (person !== null && /\bwho\b/i.test(earlier)) {
    const name = peopleInAnswer((await answerOf?.(earlier)) ?? '', [])[0];
    if (name !== undefined) return text.replace(PERSON, /^(?:his|her|their)$/i.test(person[0]) ? `${name}'s` : name);
  }
  const pointer = MEETING.exec(text) ?? THING.exec(text);
  if (pointer !== null && topic !== '') {
    const meant = (OF_MEETING.test(text) ? MEETING_NAME.exec(earlier)?.[0] : undefined) ?? topic;
    return text.replace(pointer[0], /^(?:its|their)$/i.test(pointer[0]) ? `${meant}'s` : pointer[0] === 'there' ? `at ${meant}` : meant);
  }
  const isWhole = text.split(/\s+/).length > 5 || findDates(text).length > 0 || /["“]/.test(text) || NAME.test(text.replace(/^\S+/, ''));
  if ((isWhole && text === question.trim()) || topic === '') return question;
  return `Of ${topic}, ${fragment.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}?`;
}

/** How many were filed? after How many proposals did the session receive? is How many proposals were filed at the session? */
function countOfDeed(fragment: string, earlier: string): string | null {
  const deed = /^how many (?:of (?:them|these|those) )?(?:were|was|got) (\w+)$/i.exec(fragment)?.[1];
  const counted = /^how many (.+?) (?:did|were|was|has|have) (.+?)(?: (?:receive|get|have|collect|handle|file|\w+ed))?[?.\s]*$/i.exec(earlier);
  if (deed === undefined || counted === null) return null;
  const place = (counted[2] ?? '').replace(/^\w+ed (?:at|by|in) /i, '');
  return `How many ${counted[1] ?? ''} were ${deed} at ${place}?`;
}

/** Said of a meeting as a whole. */
const OF_MEETING = /\b(?:chair(?:ed)?|held|attend(?:ed)?|open(?:ed)?|close[ds]?|take place|took place|convened|preside[ds]?)\b/i;
const MEETING_NAME = /\bthe\s+(?:[\w'-]+\s+){0,6}?(?:meeting|session|conference|congress)\b(?:\s+(?:of|on)\s+(?!")[\w' ,-]+)?/i;

/** What a question is about: all of it but the question words and the verb behind them. */
export function topicOf(question: string): string {
  const rest = question.trim().replace(/[?.!\s]+$/, '').replace(START, '').replace(/\s+did\s+/i, ' of ').trim();
  const noun = rest.replace(CHAIRS, '').replace(/^the (?:conclusion|decision|outcome|date|venue) (?:of|on)\s+/i, '');
  return noun.replace(/\s+(?:held|convened|receive|received|take place|start|begin|chaired|delivered)$/i, '');
}

/** A date, quoted topic, ordinal or name takes the place of its like; anything else is added. */
function substituteEnglish(earlier: string, fresh: string): string {
  const date = findDates(fresh)[0];
  const old = findDates(earlier)[0];
  const year = /\b(?:19|20)\d\d\b/;
  if (date !== undefined && old !== undefined) return earlier.slice(0, old.start) + fresh.slice(date.start, date.end) + earlier.slice(old.end);
  if (year.test(fresh) && year.test(earlier)) return earlier.replace(year, year.exec(fresh)?.[0] ?? '');
  if (/["“]/.test(fresh) && /["“][^"”]+["”]/.test(earlier)) return earlier.replace(/["“][^"”]+["”]/, fresh);
  const ordinal = ORDINAL.exec(fresh)?.[0];
  if (ordinal !== undefined && ORDINAL.test(earlier)) return earlier.replace(ORDINAL, ordinal);
  const name = NAME.exec(fresh)?.[0];
  const before = NAME.exec(earlier.replace(/^\S+/, (word) => word.toLowerCase()))?.[0];
  if (name !== undefined && before !== undefined) return earlier.replace(before, name);
  const head = fresh.split(/\s+/).at(-1) ?? '';
  const like = new RegExp(`\\b(?:the|how many|what)?\\s*((?:[\\w-]+\\s+){0,2}${head.replace(/[^\w-]/g, '')})\\b`, 'i').exec(earlier)?.[1];
  if (head.length > 3 && like !== undefined) return earlier.replace(like, fresh.replace(/^the\s+/i, ''));
  return `${earlier.replace(/[?.!\s]+$/, '')}, ${fresh}?`;
}
