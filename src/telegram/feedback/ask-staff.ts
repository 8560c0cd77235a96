import type { Answer } from '../../domain/answer.js';
import { cleanText } from '../clean-text.js';
import type { Desk } from '../desk.js';
import { sendReply } from '../send-reply.js';
import { clip } from '../split-rich-text.js';
import { noteFeedback } from './take-vote.js';
import { textsIn } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';

const ASKED_KIND = 'asked';
const SHOWN_UNITS = 600;
const NOTED_DAYS = 90;

/** Notes that a person passed a question on, so that staff hear of it once; gives what they are told. */
export function askStaff(answer: Answer, person: string, desk: Desk): TextKey {
  if (moderatorsOf(desk).length === 0) return 'ask_staff_off';
  const id = `${answer.id}/${person}`;
  if (desk.state.kept(ASKED_KIND, id) !== null) return 'asked_staff_already';
  desk.state.keep(ASKED_KIND, id, { value: true, person, untilMs: desk.nowMs() + NOTED_DAYS * 86_400_000 });
  noteFeedback({ answerId: answer.id, person, vote: 'staff', reason: null, comment: null }, desk);
  return 'asked_staff';
}

/** Passes the question on to everybody who judges answers. */
export async function tellModerators(answer: Answer, desk: Desk): Promise<void> {
  const texts = textsIn('zh-Hans');
  const text = texts.say('asked_staff_notice', { question: clip(cleanText(answer.question), SHOWN_UNITS) });
  for (const chatId of moderatorsOf(desk)) await sendReply(desk.sender, { chatId }, { text: [{ text }], keyboard: [], about: answer.id });
}

function moderatorsOf(desk: Desk): number[] {
  const { moderators, administrators } = desk.roles();
  return [...new Set([...moderators, ...administrators])];
}
