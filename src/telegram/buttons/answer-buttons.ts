import type { Answer, PassageView } from '../../domain/answer.js';
import { familyOf, isDanger } from '../../domain/status.js';
import { cleanText } from '../clean-text.js';
import { titleOf } from '../name-passage.js';
import { clip } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';

/** One button: it says something to the bot, or opens an address of the bot's own. */
export type Button = { text: string; callback_data: string } | { text: string; url: string };
/** An inline keyboard, row by row. */
export type Keyboard = Button[][];

/** Telegram takes 100 buttons; past this many a keyboard hides the answer it belongs to. */
const MOST_ROWS = 40;
const BUTTON_UNITS = 48;
const DATE_UNITS = 10;

/** Adds a row that opens a passage; none for data that would not fit. */
export function addPassageButton(keyboard: Keyboard, mark: string, passage: PassageView, data: string | null, texts: Texts): void {
  if (data === null) return;
  const tail = passage.date === null ? '' : `${texts.say('separator')}${passage.date.slice(0, DATE_UNITS)}`;
  const lead = mark === '' ? '' : `${mark} `;
  const title = clip(titleOf(passage, texts), BUTTON_UNITS - lead.length - tail.length);
  keyboard.push([{ text: cleanText(`${lead}${title}${tail}`), callback_data: data }]);
}

/** What can be done with an answer: judge it, ask staff, ask on; nothing where a telephone is what helps: no button answers at night. In a group what was said is judged, and the whole answer opened in private. */
export function answerButtons({ id, status, citations }: Answer, texts: Texts, related: readonly string[], group?: { bot: string }): Keyboard {
  if (familyOf(status) === 'clarification' || isDanger(status) || !/^[\w-]{1,36}$/.test(id)) return [];
  const votes = [{ text: texts.say('button_up'), callback_data: `u:${id}` }, { text: texts.say('button_down'), callback_data: `d:${id}` }];
  const askStaff = { text: texts.say('button_ask_staff'), callback_data: `s:${id}` };
  const questions = related.map((question, index): Button[] => [{ text: cleanText(clip(question, BUTTON_UNITS)), callback_data: `r:${id}:${index + 1}` }]);
  if (group !== undefined) return [votes, ...(citations.length > 0 ? [[{ text: texts.say('full_answer'), url: `https://t.me/${group.bot}?start=a_${id}` }]] : [])];
  return [[...votes, askStaff], ...questions];
}

/** Passages first, as many as leave room for the rest. */
export function clipKeyboard(passages: Keyboard, rest: Keyboard): Keyboard {
  return [...passages.slice(0, MOST_ROWS - rest.length), ...rest];
}
