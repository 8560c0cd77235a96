import type { Message } from 'grammy/types';
import type { Answer } from '../../domain/answer.js';
import { REVIEW_VERDICTS, type Review, type ReviewVerdict } from '../../review/review-state.js';
import type { Keyboard } from '../buttons/answer-buttons.js';
import { composeAnswer, type Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import { cleanText } from '../clean-text.js';
import type { Desk } from '../desk.js';
import { answerOfMessage } from '../replied-answer.js';
import { cleanRuns } from '../rich-text.js';
import { clip } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';
import type { Visit } from '../visit.js';
import { personIdOf } from './person-id.js';

/** The letter of a verdict in a button, and its name. */
const VERDICTS = { right: { letter: 'r', key: 'judge_right' }, wrong: { letter: 'w', key: 'judge_wrong' }, incomplete: { letter: 'i', key: 'judge_incomplete' } } as const;
const NOTE_UNITS = 500;
const QUESTION_UNITS = 300;
/** In front of the record's id, in what a message of ours is about. */
const NOTE = 'note:';

/** `/review`: the answer replied to, the record of that id, or the newest that waits, with buttons to judge it. */
export function startReview(written: string, message: Message, visit: Visit, desk: Desk): Reply {
  const replied = answerOfMessage(message.reply_to_message, desk);
  if (replied !== null) return composeReview(replied.id, visit, desk);
  const id = written.trim();
  return id === '' || message.reply_to_message !== undefined ? reviewNext(visit, desk) : composeReview(id, visit, desk);
}

/** The newest record that waits. */
export function reviewNext(visit: Pick<Visit, 'texts'>, desk: Desk): Reply {
  const next = desk.moderation?.waiting()[0];
  return next === undefined ? composePlain(visit.texts.say('queue_empty')) : composeReview(next.id, visit, desk);
}

/** A record as moderators see it, with what was said of it. */
export function composeReview(recordId: string, { texts }: Pick<Visit, 'texts'>, desk: Desk): Reply {
  const answer = /^[\w-]{1,36}$/.test(recordId) ? desk.findAnswer(recordId) : null;
  if (answer === null || desk.moderation === null) return composePlain(texts.say('record_unknown'));
  const review = desk.moderation.review(recordId);
  const { text, keyboard } = composeAnswer(answer, texts, { isForReview: true });
  const head = [{ text: `${clip(cleanText(answer.question), QUESTION_UNITS)}\n`, isBold: true }, { text: `${answer.status}${texts.say('separator')}${sayReview(review, texts)}\n\n` }];
  return { text: cleanRuns([...head, ...text]), keyboard: [...keyboard, ...judgeButtons(answer, review, texts)], about: answer.id };
}

function sayReview({ verdict, by, note, isFlagged, isCorrected }: Review, texts: Texts): string {
  const parts = [
    verdict === null ? texts.say('review_unjudged') : texts.say('review_judged', { verdict: texts.say(VERDICTS[verdict].key), by }),
    ...(note === '' ? [] : [`“${clip(cleanText(note), NOTE_UNITS)}”`]),
    ...(isFlagged ? [texts.say('eyes_flagged')] : []),
    ...(isCorrected ? [texts.say('review_corrected')] : []),
  ];
  return parts.join(texts.say('separator'));
}

/** The version goes with the button: a decision on what somebody else changed meanwhile is not taken. */
function judgeButtons({ id }: Answer, { version }: Review, texts: Texts): Keyboard {
  const of = (letter: string): string => `v:${id}:${letter}${version.toString(36)}`;
  return [
    REVIEW_VERDICTS.map((verdict) => ({ text: texts.say(VERDICTS[verdict].key), callback_data: of(VERDICTS[verdict].letter) })),
    [{ text: texts.say('judge_flag'), callback_data: of('f') }, { text: texts.say('review_correct'), callback_data: `e:${id}` }, { text: texts.say('review_next'), callback_data: 'q:next' }],
  ];
}

/** Takes the verdict (or the flag) of a pressed button; null for a button that was not made here. */
export function judge(recordId: string, code: string, visit: Pick<Visit, 'texts' | 'user'>, desk: Desk): Reply | null {
  const { texts } = visit;
  const version = Number.parseInt(code.slice(1), 36);
  const verdict = REVIEW_VERDICTS.find((one) => VERDICTS[one].letter === code[0]);
  if (desk.moderation === null || desk.findAnswer(recordId) === null || !Number.isSafeInteger(version) || (verdict === undefined && !code.startsWith('f'))) return null;
  const detail = verdict === undefined ? {} : { verdict, note: '' };
  const outcome = desk.moderation.decide({ recordId, action: verdict === undefined ? 'flagged' : 'judged', personId: personIdOf(visit), detail, version });
  if (outcome === 'stale') {
    const seen = composeReview(recordId, visit, desk);
    return { ...seen, text: [{ text: `${texts.say('review_stale')}\n\n` }, ...seen.text] };
  }
  const next = [[{ text: texts.say('review_next'), callback_data: 'q:next' }]];
  if (verdict === undefined) return { ...composePlain(texts.say('flag_taken')), keyboard: next };
  return { ...composePlain(texts.say('verdict_taken', { verdict: texts.say(VERDICTS[verdict].key) })), keyboard: next, about: `${NOTE}${recordId}` };
}

/** Words under "noted": the note to the verdict this person gave. Null when the message is about something else. */
export function takeNote(about: string, written: string, visit: Pick<Visit, 'texts' | 'user'>, desk: Desk): Reply | null {
  const recordId = about.startsWith(NOTE) ? about.slice(NOTE.length) : null;
  if (recordId === null || desk.moderation === null) return null;
  const personId = personIdOf(visit);
  const review = desk.moderation.review(recordId);
  const given: ReviewVerdict | undefined = review.verdicts.get(personId);
  const note = cleanText(written).trim().slice(0, NOTE_UNITS);
  if (given === undefined || review.by !== personId) return { ...composePlain(visit.texts.say('review_stale')), about: recordId };
  // An update that comes again after a crash must not be a second decision.
  if (review.note !== note) desk.moderation.decide({ recordId, action: 'judged', personId, detail: { verdict: given, note }, version: review.version });
  return composePlain(visit.texts.say('note_taken'));
}
