import type { Answer, PassageView } from '../domain/answer.js';
import { isDanger } from '../domain/status.js';
import { sentencesOf } from './answer-sentences.js';
import { addPassageButton, answerButtons, clipKeyboard, type Keyboard } from './buttons/answer-buttons.js';
import { hasVisibleText } from './clean-text.js';
import { emphasiseFigures } from './emphasise.js';
import { oneLine, titleOf } from './name-passage.js';
import { toButtonData } from './passage-key.js';
import { cleanRuns, type RichText, type Run } from './rich-text.js';
import { clip } from './split-rich-text.js';
import type { Texts } from './texts/texts.js';

export type { Keyboard } from './buttons/answer-buttons.js';

/** A message ready to be cut and sent. */
export interface Reply {
  text: RichText;
  keyboard: Keyboard;
  /** What it is about, to be found again by the message: the id of an answer. */
  about?: string;
}

export interface AnswerLayout {
  /** Questions that the same articles answer. */
  related?: readonly string[];
  /** In a group an answer is short and leads to the whole one. */
  group?: { bot: string };
  /** For a moderator: without the buttons of those who asked. */
  isForReview?: boolean;
}

const SNIPPET_UNITS = 90;
const QUOTE_UNITS = 300;
const SHORT_UNITS = 300;
/** An answer up to this long stands in one line anyway. */
const ONE_LINE_UNITS = 60;

/** The mark of an item of a list that stands alone. */
const LONE_ITEM = /^[-*•]\s+(?=[^\n]*(?:\n(?![-*•]\s)|$))/;
/** What marks a heading in a file says nothing in a chat. */
const HEADING_MARK = /^#{1,6}[ \t]+/gm;

const VERDICTS = { supported: 'verdict_supported', contradicted: 'verdict_contradicted', not_found: 'verdict_not_found' } as const;

/** The answer with its figure in bold and its evidence folded below it; for a refusal the nearest passages under a heading of their own. */
export function composeAnswer(answer: Answer, texts: Texts, { related = [], group, isForReview = false }: AnswerLayout = {}): Reply {
  const text: RichText = [...verdictRuns(answer, texts), ...answerRuns(answer, texts, group !== undefined)];
  const keyboard: Keyboard = [];
  if (answer.citations.length > 0) {
    if (group === undefined) text.push(...evidenceRuns(answer, texts));
    for (const citation of answer.citations) {
      addPassageButton(keyboard, `[${citation.marker}]`, citation, toButtonData({ kind: 'citation', answerId: answer.id, number: citation.marker }), texts);
    }
  } else if (answer.nearest.length > 0) {
    text.push({ text: '\n\n' }, { text: texts.say('nearest_heading'), isBold: true });
    answer.nearest.forEach((passage, index) => {
      text.push({ text: `\n${letterOf(index)}. ${sourceLine(passage, texts)}\n` }, { text: snippetOf(passage), quote: 'open' });
      addPassageButton(keyboard, `${letterOf(index)}.`, passage, toButtonData({ kind: 'nearest', answerId: answer.id, number: index + 1 }), texts);
    });
  }
  return { text: cleanRuns(text), keyboard: clipKeyboard(keyboard, isForReview ? [] : answerButtons(answer, texts, related, group)), about: answer.id };
}

/** The sources of an answer alone, with their buttons. */
export function composeSources(answer: Answer, texts: Texts): Reply {
  const keyboard: Keyboard = [];
  for (const citation of answer.citations) {
    addPassageButton(keyboard, `[${citation.marker}]`, citation, toButtonData({ kind: 'citation', answerId: answer.id, number: citation.marker }), texts);
  }
  return { text: cleanRuns([{ text: texts.say('sources_of'), isBold: true }, ...evidenceRuns(answer, texts).slice(2)]), keyboard: clipKeyboard(keyboard, []), about: answer.id };
}

function verdictRuns({ verdict, findings = [] }: Answer, texts: Texts): Run[] {
  if (verdict === null) return [];
  const lines = findings.map(({ claimed, recorded, holds }) => (holds || recorded === '' ? texts.say(holds ? 'finding_holds' : 'finding_missing', { claimed }) : texts.say('finding_differs', { claimed, recorded })));
  return [{ text: `${texts.say(VERDICTS[verdict])}\n`, isBold: true }, { text: lines.length === 0 ? '' : `${lines.join('\n')}\n` }];
}

function answerRuns(answer: Answer, texts: Texts, isShort: boolean): Run[] {
  if (!hasVisibleText(answer.answer)) return [{ text: texts.say('failed') }];
  const [first, ...rest] = sentencesOf(answer.answer.replace(LONE_ITEM, ''));
  if (first === undefined) return [];
  const head = emphasiseFigures(first.text, answer.question);
  const tail = rest.map(({ text }) => text).join('');
  if (isShort && !isDanger(answer.status)) return [...head, { text: shortened(rest.map(({ text }) => text), SHORT_UNITS - first.text.length, texts) }];
  const needsBreak = tail !== '' && answer.answer.length > ONE_LINE_UNITS && !first.text.endsWith('\n') && !tail.startsWith('\n');
  return [...head, { text: `${needsBreak ? '\n' : ''}${needsBreak ? tail.trimStart() : tail}` }];
}

/** Whole sentences as far as they fit. */
function shortened(sentences: readonly string[], room: number, texts: Texts): string {
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length > room) return `${text.trimEnd()}\n${texts.say('short_left')}`;
    text += sentence;
  }
  return text;
}

/** Each source with the words of the record that carry the answer. */
function evidenceRuns({ citations }: Answer, texts: Texts): Run[] {
  const lines = citations.flatMap((citation): Run[] => [
    { text: `\n[${citation.marker}] ${sourceLine(citation, texts)}`, quote: 'folded' },
    ...(hasVisibleText(citation.quote) ? [{ text: `\n“${clip(oneLine(citation.quote.slice(0, 4 * QUOTE_UNITS).replace(LONE_ITEM, '')), QUOTE_UNITS)}”`, quote: 'folded' as const }] : []),
  ]);
  return [{ text: '\n\n' }, { text: texts.say('sources_heading'), isBold: true, quote: 'folded' }, ...lines];
}

/** Title, meeting and date in one line. */
export function sourceLine(passage: PassageView, texts: Texts): string {
  // A nameless article goes by its meeting, which need not stand there twice.
  const parts = new Set([titleOf(passage, texts), oneLine(passage.meeting), passage.date ?? '']);
  return [...parts].filter(hasVisibleText).join(texts.say('separator'));
}

function snippetOf(passage: PassageView): string {
  return clip(oneLine(passage.text.slice(0, 4 * SNIPPET_UNITS).replace(HEADING_MARK, '')), SNIPPET_UNITS);
}

/** Letters, because a number would look like the mark of a citation. */
function letterOf(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
