import type { CallbackQuery, UserFromGetMe } from 'grammy/types';
import { chooseTexts } from './choose-texts.js';
import { composePassage } from './compose-passage.js';
import type { Desk } from './desk.js';
import { placeOf } from './handle-message.js';
import { fromButtonData, passageOf, toStartPayload } from './passage-key.js';
import { sendReply } from './send-reply.js';
import type { Place } from './send/sender.js';

/**
 * Opens the passage of a pressed button. The press is answered first, as Telegram gives it about 10 seconds; data that is unknown,
 * old or forged gets a notice. Taps on a button whose passage is being sent open it only once.
 */
export async function handlePress(press: CallbackQuery, me: UserFromGetMe, desk: Desk): Promise<void> {
  const texts = chooseTexts(press.from.language_code, press.message?.date === 0 ? '' : press.message?.text);
  const key = fromButtonData(press.data ?? '');
  if (key === null) return desk.sender.answerPress(press.id, { text: texts.unknownButton });
  const answer = desk.findAnswer(key.answerId);
  const passage = answer === null ? null : passageOf(answer, key);
  if (passage === null) return desk.sender.answerPress(press.id, { text: texts.passageGone });
  // A message sent in inline mode has no chat we may write to: the passage opens in the private chat.
  const place = pressPlace(press);
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

function pressPlace(press: CallbackQuery): Place | null {
  const message = press.message;
  if (message === undefined) return null;
  // An old message comes without its content (date 0), but with its chat and number.
  return message.date === 0 ? { chatId: message.chat.id, replyTo: message.message_id } : placeOf(message);
}
