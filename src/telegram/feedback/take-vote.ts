import { composePlain } from '../compose-plain.js';
import type { Reply } from '../compose-answer.js';
import type { Feedback } from '../backroom.js';
import { describeError, type Desk } from '../desk.js';
import type { Texts } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';

const KIND = 'vote';

/** Reasons that a button offers, by the code that is kept. */
export const REASONS = {
  wrong: 'reason_wrong',
  source: 'reason_source',
  missing: 'reason_missing',
  other: 'reason_other_question',
  unclear: 'reason_unclear',
} as const satisfies Record<string, TextKey>;

/** Notes what a person thinks of an answer; the last word counts. Throws when it cannot be kept. */
export function takeVote(given: Feedback, desk: Desk): void {
  const id = `${given.answerId}/${given.person}`;
  const earlier = desk.state.kept(KIND, id)?.value as Feedback | undefined;
  // A reason and a person's own words come one after the other and belong to the same 👎.
  const vote = earlier?.vote !== given.vote ? given : { ...given, reason: given.reason ?? earlier.reason, comment: given.comment ?? earlier.comment };
  desk.state.keep(KIND, id, { value: vote, person: vote.person, untilMs: desk.nowMs() + desk.keptDays * 86_400_000 });
  noteFeedback(vote, desk);
}

/** For those who review; what is kept of it beside the log stays when the log cannot be written. */
export function noteFeedback(feedback: Feedback, desk: Desk): void {
  try {
    desk.noteFeedback(feedback);
  } catch (error) {
    desk.log(`telegram: feedback did not reach the log: ${describeError(error)}`);
  }
}

/** The question after a 👎: what is wrong, one button a reason; a reply in words is taken too. `mayTell`: somebody corrects answers here, and who wants can hear of it. */
export function askReason(answerId: string, texts: Texts, mayTell: boolean): Reply {
  const keyboard = Object.entries(REASONS).map(([code, key]) => [{ text: texts.say(key), callback_data: `w:${answerId}:${code}` }]);
  if (mayTell) keyboard.push([{ text: texts.say('button_tell_me'), callback_data: `t:${answerId}` }]);
  return { ...composePlain(texts.say('why_down')), keyboard };
}

/** True for a message of the bot that asked for a reason. */
export function answerIdOfReasonRequest(keyboard: readonly (readonly object[])[] | undefined): string | null {
  for (const button of keyboard?.flat() ?? []) {
    const id = 'callback_data' in button ? /^w:([\w-]{1,36}):/.exec(String(button.callback_data))?.[1] : undefined;
    if (id !== undefined) return id;
  }
  return null;
}
