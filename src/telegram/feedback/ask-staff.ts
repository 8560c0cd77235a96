import type { Answer } from '../../domain/answer.js';
import type { Presser } from '../buttons/presser.js';
import { cleanText } from '../clean-text.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import { cleanRuns } from '../rich-text.js';
import { sendReply } from '../send-reply.js';
import type { Place } from '../send/sender.js';
import { clip } from '../split-rich-text.js';
import { LANGUAGES } from '../texts/languages.js';
import { textsIn } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';
import { mayAct, type Visit } from '../visit.js';
import { personIdOf } from '../moderation/person-id.js';
import { keepPlace, keptPlace, placeKey } from './kept-place.js';
import { noteFeedback } from './take-vote.js';

const SHOWN_UNITS = 600;
const REPLY_UNITS = 3_000;
/** In front of the key of a question, in what a message to staff is about; the answer's id stands behind it. */
const ASKED = /^ask:([\w-]{1,40})\/([\w-]{1,40})$/;

/** Notes that a person passed a question on, so that staff hear of it once; gives what they are told. */
export function askStaff(answer: Answer, presser: Pick<Presser, 'person' | 'texts'> & { place: Place }, desk: Desk): TextKey {
  if (teamOf(desk).length === 0) return 'ask_staff_off';
  if (!keepPlace('asked', answer, presser, desk)) return 'asked_staff_already';
  noteFeedback({ answerId: answer.id, person: presser.person, vote: 'staff', reason: null, comment: null }, desk);
  return 'asked_staff';
}

/** Passes the question on to everybody who keeps the records or judges answers. */
export async function tellTeam(answer: Answer, person: string, desk: Desk): Promise<void> {
  for (const chatId of teamOf(desk)) {
    const texts = textsIn(LANGUAGES.find((language) => language === desk.language(desk.nameOf('person', chatId))) ?? 'zh-Hans');
    const text = texts.say('asked_staff_notice', { question: clip(cleanText(answer.question), SHOWN_UNITS) });
    await sendReply(desk.sender, { chatId }, { text: [{ text }], keyboard: [], about: `ask:${placeKey(answer.id, person, desk)}/${answer.id}` });
  }
}

/** Words of the team under a question that was passed on go to whoever asked it. Null when the message is about something else. */
export async function takeAnswerByHand(about: string, written: string, visit: Visit, desk: Desk): Promise<Reply | null> {
  const [, key = '', answerId = ''] = ASKED.exec(about) ?? [];
  if (key === '' || !mayAct(visit, 'team', desk)) return null;
  const where = keptPlace('asked', key, desk);
  if (where === null) return composePlain(visit.texts.say('asker_gone'));
  const texts = textsIn(where.language);
  const question = desk.findAnswer(answerId)?.question ?? '';
  const words = cleanText(written).trim();
  if (words.length > REPLY_UNITS) return composePlain(visit.texts.say('by_hand_too_long', { most: REPLY_UNITS }));
  const text = cleanRuns([{ text: `${texts.say('by_hand_heading')}\n`, isBold: true }, { text: question === '' ? '' : clip(cleanText(question), SHOWN_UNITS), quote: 'open' }, { text: `\n${words}` }]);
  desk.moderation?.note(personIdOf(visit), 'answered by hand', answerId, { letters: words.length });
  const { outcome } = await sendReply(desk.sender, where.place, { text, keyboard: [], about: answerId });
  return composePlain(visit.texts.say(outcome === 'lost' ? 'by_hand_lost' : 'by_hand_sent'));
}

/** The id of the answer that a message to staff is about; other subjects stay as they are. */
export function answerIdOf(about: string): string {
  return ASKED.exec(about)?.[2] ?? about.replace(/^note:/, '');
}

/** Everybody who keeps the records or judges answers. */
export function teamOf(desk: Desk): number[] {
  const { staff, moderators, administrators } = desk.roles();
  return [...new Set([...moderators, ...administrators, ...staff])];
}
