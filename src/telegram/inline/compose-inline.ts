import type { InlineQueryResultArticle } from 'grammy/types';
import type { Answer } from '../../domain/answer.js';
import { composeAnswer, sourceLine } from '../compose-answer.js';
import { oneLine } from '../name-passage.js';
import { toButtonData } from '../passage-key.js';
import { cleanRuns, type RichText, toHtml } from '../rich-text.js';
import { clip, splitRichText } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';

const TITLE_UNITS = 100;
const DESCRIPTION_UNITS = 160;
const QUESTION_UNITS = 256;
const MOST_SOURCES = 8;
/** What does not fit into one message of another chat is left to the private one. */
const POSTED_UNITS = 3_500;

/** An answer as a result of inline mode: posted, it holds the question, the answer with its marks, and what it rests on. */
export function composeInline(answer: Answer, texts: Texts): InlineQueryResultArticle {
  const posted: RichText = cleanRuns([{ text: `${texts.say('inline_asked', { question: clip(oneLine(answer.question), QUESTION_UNITS) })}\n\n` }, ...composeAnswer(answer, texts).text]);
  const buttons = answer.citations.slice(0, MOST_SOURCES).flatMap(({ marker }) => {
    const data = toButtonData({ kind: 'citation', answerId: answer.id, number: marker });
    return data === null ? [] : [{ text: `[${marker}]`, callback_data: data }];
  });
  const [first = []] = splitRichText(posted, POSTED_UNITS);
  return {
    type: 'article',
    id: answer.id,
    title: clip(oneLine(answer.answer.slice(0, 4 * TITLE_UNITS)), TITLE_UNITS),
    description: clip(answer.citations.map((citation) => sourceLine(citation, texts)).join('; '), DESCRIPTION_UNITS),
    input_message_content: { message_text: toHtml(first), parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
    ...(buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: [buttons] } }),
  };
}
