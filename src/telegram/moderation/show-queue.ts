import type { Keyboard } from '../buttons/answer-buttons.js';
import { cleanText } from '../clean-text.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import { oneLine } from '../name-passage.js';
import { cleanRuns } from '../rich-text.js';
import { clip } from '../split-rich-text.js';
import type { Visit } from '../visit.js';

const LISTED = 8;
const QUESTION_UNITS = 120;

/** What a record's reason to wait is called. */
export const EYES = { flagged: 'eyes_flagged', danger: 'eyes_danger', reported: 'eyes_reported', disliked: 'eyes_disliked', failed: 'eyes_failed', refused: 'eyes_refused', partly: 'eyes_partly', contradicted: 'eyes_contradicted', weak: 'eyes_weak' } as const;

/** `/queue`: the newest records that wait for a moderator, each with a button. */
export function showQueue({ texts }: Pick<Visit, 'texts'>, desk: Desk): Reply {
  const waiting = desk.moderation?.waiting() ?? [];
  if (waiting.length === 0) return composePlain(texts.say('queue_empty'));
  const listed = waiting.slice(0, LISTED);
  const lines = listed.map(({ id, askedAtUtc, reason }, index) => {
    const question = clip(oneLine(desk.findAnswer(id)?.question ?? ''), QUESTION_UNITS);
    return `\n${index + 1}. ${[texts.say(EYES[reason]), askedAtUtc.slice(5, 16).replace('T', ' ')].join(texts.say('separator'))}\n${question}`;
  });
  const buttons = listed.map(({ id }, index) => ({ text: cleanText(String(index + 1)), callback_data: `q:${id}` }));
  const keyboard: Keyboard = [buttons.slice(0, 4), buttons.slice(4)].filter((row) => row.length > 0);
  return { text: cleanRuns([{ text: texts.say('queue_heading', { count: waiting.length }), isBold: true }, { text: lines.join('') }]), keyboard };
}
