import { findDates } from '../../../language/dates.js';
import { stripNumber } from '../../../language/item-number.js';
import { readOutline, type Topic } from '../../../language/outline.js';
import { splitClauses, splitSentences, type Span } from '../../../language/sentences.js';
import { draftOf, type Cut, type Draft } from '../draft.js';

/** Least room for the outcome of one topic, in UTF-16 units. */
const MIN_OUTCOME = 45;
const MAX_TITLE = 60;
/** How far into the minutes their head reaches. */
const HEAD_LENGTH = 400;

/** Minutes in short: when, then topic by topic what it was and what came of it, as far as `max` UTF-16 units reach. */
export function composeMinutes(article: number, text: string, max: number): Draft {
  const { topics } = readOutline(text);
  const held = heldLine(text, topics[0]?.start ?? HEAD_LENGTH);
  const titles = topics.map((topic, index): Cut => ({ article, ...shortTitle(topic), label: `${String(index + 1)}. ` }));
  let rest = max - lengthOf(titles) - (held === null ? 0 : held.end - held.start + 1);
  const cuts: Cut[] = held !== null && rest >= 0 ? [{ article, ...held }] : [];
  for (const [index, title] of titles.entries()) {
    cuts.push(title);
    const share = Math.max(MIN_OUTCOME, Math.floor(rest / (titles.length - index)) - OUTCOME.length - 1);
    const outcome = outcomeOf(text, topics[index] as Topic, Math.min(share, rest));
    if (outcome === null) continue;
    cuts.push({ article, ...outcome, label: OUTCOME });
    rest -= outcome.end - outcome.start + OUTCOME.length + 1;
  }
  return draftOf(cuts);
}

const OUTCOME = '→ ';

function lengthOf(cuts: readonly Cut[]): number {
  return cuts.reduce((sum, { start, end, label }) => sum + end - start + (label?.length ?? 0) + 1, 0);
}

/** The line of the head that says when the meeting was. */
function heldLine(text: string, before: number): Span | null {
  const head = text.slice(0, Math.min(before, HEAD_LENGTH));
  return splitSentences(head).find(({ start, end }) => end - start <= 80 && findDates(head.slice(start, end)).some(({ day }) => day !== null)) ?? null;
}

/** A long title up to the colon behind what it names. */
function shortTitle(topic: Topic): Span {
  const colon = topic.title.length > MAX_TITLE ? topic.title.search(/[:：]/) : topic.title.search(/[:：]\s*$/);
  return { start: topic.titleStart, end: colon > 1 ? topic.titleStart + colon : topic.titleEnd };
}

/** The first sentences of a topic's conclusion within `max`, the first cut at a clause border where it alone is longer; null when nothing fits. */
function outcomeOf(text: string, topic: Topic, max: number): Span | null {
  const field = topic.fields.find(({ kind, start, end }) => kind === 'conclusion' && end > start);
  if (field === undefined) return null;
  const sentences = splitSentences(text.slice(field.start, field.end)).map(({ start, end }) => ({ start: field.start + start, end: field.start + end }));
  const [first] = sentences;
  if (first === undefined) return null;
  const number = sentences.length > 1 ? 0 : first.end - first.start - stripNumber(text.slice(first.start, first.end)).length;
  const start = first.start + number;
  const whole = sentences.findLast(({ end }) => end - start <= max) ?? splitClauses(text, { start, end: first.end }).findLast(({ end }) => end - start <= max);
  return whole === undefined ? null : { start, end: /[，,；;、]/.test(text[whole.end - 1] ?? '') ? whole.end - 1 : whole.end };
}
