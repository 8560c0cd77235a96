import type { CallbackQuery, UserFromGetMe } from 'grammy/types';
import { chooseLanguage } from './commands/change-language.js';
import { composePassage } from './compose-passage.js';
import type { Desk } from './desk.js';
import { fromButtonData, passageOf, toStartPayload, type PassageKey } from './passage-key.js';
import { sendReply } from './send-reply.js';
import type { Place } from './send/sender.js';
import { placeOf, whoIs, type Visit } from './visit.js';

/** Who pressed and where; no place where the message was sent in inline mode: it has no chat we may write to. */
export interface Press extends Pick<Visit, 'user' | 'person' | 'texts' | 'me'> {
  press: CallbackQuery;
  place: Place | null;
}

/** Does what a pressed button says. Every press is answered; data that is unknown, old or forged gets a notice. */
export async function handlePress(press: CallbackQuery, me: UserFromGetMe, desk: Desk): Promise<void> {
  const place = placeOfPress(press);
  const pressed: Press = { ...whoIs(press.from, writtenIn(press), place ?? { chatId: press.from.id }, desk), press, place, me };
  const data = press.data ?? '';
  const key = fromButtonData(data);
  if (key !== null) return openPassage(key, pressed, desk);
  const language = data.startsWith('l:') ? chooseLanguage(data.slice(2), pressed, desk) : null;
  return desk.sender.answerPress(press.id, { text: language ?? pressed.texts.say('unknown_button') });
}

/** The press is answered first, as Telegram gives it about 10 seconds. Taps on a button whose passage is being sent open it only once. */
async function openPassage(key: PassageKey, { press, place, texts, me }: Press, desk: Desk): Promise<void> {
  const answer = desk.findAnswer(key.answerId);
  const passage = answer === null ? null : passageOf(answer, key);
  if (passage === null) return desk.sender.answerPress(press.id, { text: texts.say('passage_gone') });
  if (place === null) return desk.sender.answerPress(press.id, { url: `https://t.me/${me.username}?start=${toStartPayload(key)}` });
  await desk.sender.answerPress(press.id);
  const doubleTap = `${place.chatId}/${place.replyTo}/${press.data}`;
  if (desk.opening.has(doubleTap)) return;
  desk.opening.add(doubleTap);
  try {
    await sendReply(desk.sender, place, { text: composePassage(passage, texts), keyboard: [] });
  } finally {
    desk.opening.delete(doubleTap);
  }
}

function writtenIn(press: CallbackQuery): string | undefined {
  return press.message === undefined || press.message.date === 0 ? undefined : press.message.text;
}

function placeOfPress(press: CallbackQuery): Place | null {
  const message = press.message;
  if (message === undefined) return null;
  // An old message comes without its content (date 0), but with its chat and number.
  return message.date === 0 ? { chatId: message.chat.id, replyTo: message.message_id } : placeOf(message);
}
