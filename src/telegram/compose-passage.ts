import { hasVisibleText } from './clean-text.js';
import { oneLine, sayPlace, titleOf } from './name-passage.js';
import type { OpenedPassage } from './passage-key.js';
import { cleanRuns, type RichText, type Run } from './rich-text.js';
import { clip, dropGraphemes } from './split-rich-text.js';
import type { Texts } from './texts/texts.js';

/** Past this many units a passage is folded, so that it does not push the conversation off the screen. */
const FOLD_UNITS = 900;
/** What is shown of a passage on either side of the quote: three messages at most, however long the passage. */
const SIDE_UNITS = 5_000;
/** After a cut at an arbitrary place the first graphemes found may be halves; these few are dropped. */
const RESYNC_GRAPHEMES = 4;

/** What stands before and after a passage in its article, and the link that opens it for ever. */
export interface Around {
  link: string | null;
  before: string;
  after: string;
  /** Its document changed since, or is gone. */
  isPast?: boolean;
}

const NEIGHBOUR_UNITS = 400;

/** A passage as a message of its own: title, meeting, date and place, then the words with the quote in bold, then what stands around them. */
export function composePassage(passage: OpenedPassage, texts: Texts, { link, before, after, isPast = false }: Around = { link: null, before: '', after: '' }): RichText {
  const about = [passage.body, passage.meeting, passage.date ?? ''].filter(hasVisibleText).map((part) => clip(oneLine(part), 200)).join(texts.say('separator'));
  const mark = passage.marker === undefined ? '' : `[${passage.marker}] `;
  const head: RichText = [
    { text: `${mark}${titleOf(passage, texts)}\n`, isBold: true },
    { text: `${about === '' ? '' : `${about}\n`}${clip(oneLine(sayPlace(passage.source, texts)), 300)}\n` },
  ];
  if (isPast) head.push({ text: `${texts.say('passage_past')}\n` });
  const quote = passage.text.length > FOLD_UNITS ? 'folded' : 'open';
  return cleanRuns([
    ...head,
    ...neighbour('before_heading', lastUnits(before, NEIGHBOUR_UNITS, ''), texts),
    ...quoteRuns(passage, texts).map((run): Run => ({ ...run, quote })),
    ...neighbour('after_heading', after.length <= NEIGHBOUR_UNITS ? after : clip(after, NEIGHBOUR_UNITS), texts),
    ...(link === null ? [] : [{ text: '\n' }, { text: texts.say('permanent_link'), link }]),
  ]);
}

function neighbour(heading: 'before_heading' | 'after_heading', words: string, texts: Texts): Run[] {
  if (!hasVisibleText(words)) return [];
  return [{ text: `${texts.say(heading)}\n`, isBold: true, quote: 'folded' }, { text: words.trim(), quote: 'folded' }, { text: '\n' }];
}

function quoteRuns(passage: OpenedPassage, texts: Texts): Run[] {
  const { text, quote = '' } = passage;
  const found = quote === '' ? -1 : text.indexOf(quote);
  const start = Math.max(0, found);
  const end = found < 0 ? 0 : found + quote.length;
  return [
    { text: lastUnits(text.slice(0, start), SIDE_UNITS, texts.say('left_out')) },
    { text: firstUnits(text.slice(start, end), SIDE_UNITS, texts.say('left_out')), isBold: true },
    { text: firstUnits(text.slice(end), SIDE_UNITS, texts.say('left_out')) },
  ];
}

function firstUnits(text: string, limit: number, leftOut: string): string {
  return text.length <= limit ? text : `${clip(text, limit)}${leftOut}`;
}

function lastUnits(text: string, limit: number, leftOut: string): string {
  if (text.length <= limit) return text;
  const tail = text.slice(-limit);
  const sentence = tail.search(/[。！？；\n]/) + 1;
  return `${leftOut}…${sentence > 0 ? tail.slice(sentence) : dropGraphemes(tail, RESYNC_GRAPHEMES)}`;
}
