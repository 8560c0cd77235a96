import type { Message } from 'grammy/types';
import { citationsOfQuote } from './answer-sentences.js';
import { addPassageButton, type Keyboard } from './buttons/answer-buttons.js';
import { sourceLine, type Reply } from './compose-answer.js';
import type { Desk } from './desk.js';
import { oneLine } from './name-passage.js';
import { toButtonData } from './passage-key.js';
import { answerOfQuote } from './replied-answer.js';
import { cleanRuns, type Run } from './rich-text.js';
import { clip } from './split-rich-text.js';
import type { Visit } from './visit.js';

const SHOWN_UNITS = 600;
/** A longer text beside a quote is a question of its own. */
const ASIDE_UNITS = 12;
const WHENCE = /出处|出處|来源|來源|哪里|哪裡|哪儿|依据|依據|原文|根据|根據|where|source|which (?:document|record)|from/i;

/** The passages behind the quoted sentence of an answer, exactly those; null when nothing of an answer is quoted, or something else is asked. */
export function explainQuote(message: Message, visit: Visit, desk: Desk): Reply | null {
  const quoted = message.quote?.text;
  if (typeof quoted !== 'string' || !asksWhence(message.text ?? '')) return null;
  const answer = answerOfQuote(message.reply_to_message, quoted, visit.conversation, desk);
  const citations = answer === null ? null : citationsOfQuote(answer, quoted);
  if (answer === null || citations === null) return null;
  const { texts } = visit;
  if (citations.length === 0) return { text: [{ text: texts.say('which_sentence') }], keyboard: [], about: answer.id };
  const keyboard: Keyboard = [];
  const runs: Run[] = [{ text: texts.say('passages_of_sentence'), isBold: true }];
  for (const citation of citations) {
    runs.push({ text: `\n[${citation.marker}] ${sourceLine(citation, texts)}\n` }, { text: clip(oneLine(citation.quote.slice(0, 4 * SHOWN_UNITS)), SHOWN_UNITS), quote: 'open' });
    addPassageButton(keyboard, `[${citation.marker}]`, citation, toButtonData({ kind: 'citation', answerId: answer.id, number: citation.marker }), texts);
  }
  return { text: cleanRuns(runs), keyboard, about: answer.id };
}

function asksWhence(text: string): boolean {
  return [...text.trim()].length <= ASIDE_UNITS || (WHENCE.test(text) && text.length <= 3 * ASIDE_UNITS);
}
