import type { Answer, PassageView } from '../domain/answer.js';
import { cleanText, hasVisibleText } from './clean-text.js';
import { oneLine, titleOf } from './name-passage.js';
import { toButtonData } from './passage-key.js';
import { cleanRuns, type RichText } from './rich-text.js';
import { clip } from './split-rich-text.js';
import type { Texts } from './texts/texts.js';

/** An inline keyboard, one button a row. */
export type Keyboard = { text: string; callback_data: string }[][];

/** A message ready to be cut and sent. */
export interface Reply {
  text: RichText;
  keyboard: Keyboard;
}

/** Telegram takes 100 buttons; past this many a keyboard hides the answer it belongs to. */
const MOST_BUTTONS = 40;
const BUTTON_UNITS = 48;
const DATE_UNITS = 10;
const SNIPPET_UNITS = 90;

/** The sources of an answer alone, with their buttons. */
export function composeSources(answer: Answer, texts: Texts): Reply {
  const { text, keyboard } = composeAnswer({ ...answer, answer: texts.say('sources_of') }, texts);
  return { text, keyboard };
}

/** The answer with its sources folded below it; for a refusal the nearest passages under a heading of their own. */
export function composeAnswer(answer: Answer, texts: Texts): Reply {
  const text: RichText = [{ text: hasVisibleText(answer.answer) ? answer.answer : texts.say('failed') }];
  const keyboard: Keyboard = [];
  if (answer.citations.length > 0) {
    text.push({ text: '\n\n' }, { text: `${texts.say('sources_heading')}\n`, isBold: true, quote: 'folded' });
    text.push({ text: answer.citations.map((citation) => `[${citation.marker}] ${sourceLine(citation, texts)}`).join('\n'), quote: 'folded' });
    for (const citation of answer.citations) {
      addButton(keyboard, `[${citation.marker}]`, citation, toButtonData({ kind: 'citation', answerId: answer.id, number: citation.marker }), texts);
    }
  } else if (answer.nearest.length > 0) {
    text.push({ text: '\n\n' }, { text: texts.say('nearest_heading'), isBold: true });
    answer.nearest.forEach((passage, index) => {
      text.push({ text: `\n${letterOf(index)}. ${sourceLine(passage, texts)}\n` }, { text: snippetOf(passage), quote: 'open' });
      addButton(keyboard, `${letterOf(index)}.`, passage, toButtonData({ kind: 'nearest', answerId: answer.id, number: index + 1 }), texts);
    });
  }
  return { text: cleanRuns(text), keyboard: keyboard.slice(0, MOST_BUTTONS) };
}

function addButton(keyboard: Keyboard, mark: string, passage: PassageView, data: string | null, texts: Texts): void {
  if (data === null) return;
  const tail = passage.date === null ? '' : `${texts.say('separator')}${passage.date.slice(0, DATE_UNITS)}`;
  const title = clip(titleOf(passage, texts), BUTTON_UNITS - mark.length - tail.length);
  keyboard.push([{ text: cleanText(`${mark} ${title}${tail}`), callback_data: data }]);
}

function sourceLine(passage: PassageView, texts: Texts): string {
  // A nameless article goes by its meeting, which need not stand there twice.
  const parts = new Set([titleOf(passage, texts), oneLine(passage.meeting), passage.date ?? '']);
  return [...parts].filter(hasVisibleText).join(texts.say('separator'));
}

function snippetOf(passage: PassageView): string {
  return clip(oneLine(passage.text.slice(0, 4 * SNIPPET_UNITS)), SNIPPET_UNITS);
}

/** Letters, because a number would look like the mark of a citation. */
function letterOf(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
