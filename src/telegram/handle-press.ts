import type { CallbackQuery, UserFromGetMe } from 'grammy/types';
import type { Outcome, Presser } from './buttons/presser.js';
import { readPress } from './buttons/read-press.js';
import { chooseLanguage } from './commands/change-language.js';
import { forgetNow } from './commands/forget-me.js';
import { openMeeting, openRecord } from './commands/show-meeting.js';
import { describeError, type Desk } from './desk.js';
import { askStaff, teamOf, tellTeam } from './feedback/ask-staff.js';
import { keepPlace } from './feedback/kept-place.js';
import { askReason, REASONS, takeVote } from './feedback/take-vote.js';
import { answerInChat } from './answer-in-chat.js';
import { outcomeOfModeration } from './moderation/press-moderation.js';
import { toStartPayload } from './passage-key.js';
import { openCited } from './passages/open-passage.js';
import { keptRelated } from './related-questions.js';
import { sendReply } from './send-reply.js';
import type { Place } from './send/sender.js';
import { confirmDocument } from './staff/add-document.js';
import { outcomeOfWithdrawal } from './staff/withdraw-document.js';
import { placeOf, whoIs } from './visit.js';

/**
 * Does what a pressed button says. The press is answered before anything is sent, as Telegram gives it about 10 seconds;
 * data that is unknown, old or forged gets a notice. Taps on a button whose message is being sent send it only once.
 */
export async function handlePress(press: CallbackQuery, updateId: number, me: UserFromGetMe, desk: Desk): Promise<void> {
  const place = placeOfPress(press);
  const isPrivate = place !== null && place.chatId === press.from.id;
  const presser: Presser = { ...whoIs(press.from, writtenIn(press), place ?? { chatId: press.from.id }, desk), press, place, me, isPrivate, updateId };
  let outcome: Outcome;
  try {
    outcome = await outcomeOf(presser, desk);
  } catch (error) {
    desk.log(`telegram: a button failed: ${describeError(error)}`);
    outcome = { notice: presser.texts.say('failed') };
  }
  if ('notice' in outcome) {
    await desk.sender.answerPress(press.id, { text: outcome.notice });
    return outcome.afterwards?.();
  }
  if ('url' in outcome) return desk.sender.answerPress(press.id, outcome);
  await desk.sender.answerPress(press.id);
  if (place !== null) await once(`${place.chatId}/${place.replyTo}/${press.data}`, desk, async () => {
    if ('run' in outcome) await outcome.run({ ...presser, place });
    else await sendReply(desk.sender, place, outcome.reply);
  });
}

async function outcomeOf(presser: Presser, desk: Desk): Promise<Outcome> {
  const { texts, place, me, person, press } = presser;
  const unknown: Outcome = { notice: texts.say('unknown_button') };
  const wish = readPress(press.data ?? '');
  if (wish === null) return unknown;
  switch (wish.kind) {
    case 'passage': {
      const reply = await openCited(wish.key, presser, desk);
      if (reply === null) return { notice: texts.say('passage_gone') };
      return place === null ? { url: `https://t.me/${me.username}?start=${toStartPayload(wish.key)}` } : { reply };
    }
    case 'vote': {
      if (desk.findAnswer(wish.answerId) === null) return unknown;
      takeVote({ answerId: wish.answerId, person, vote: wish.vote, reason: null, comment: null }, desk);
      if (wish.vote === 'up' || !presser.isPrivate) return { notice: texts.say(wish.vote === 'up' ? 'thanks_up' : 'thanks_down') };
      return { reply: askReason(wish.answerId, texts, mayTell(desk)) };
    }
    case 'reason':
      if (desk.findAnswer(wish.answerId) === null || !Object.hasOwn(REASONS, wish.reason)) return unknown;
      takeVote({ answerId: wish.answerId, person, vote: 'down', reason: wish.reason, comment: null }, desk);
      return { notice: texts.say('thanks_reason') };
    case 'tell_me': {
      const answer = desk.findAnswer(wish.answerId);
      // A group would hear what one of it wanted to.
      if (answer === null || place === null || !presser.isPrivate || !mayTell(desk)) return unknown;
      return { notice: texts.say(keepPlace('tell', answer, { ...presser, place }, desk) ? 'will_tell' : 'will_tell_already') };
    }
    case 'ask_staff': {
      const answer = desk.findAnswer(wish.answerId);
      if (answer === null || place === null) return unknown;
      const asked = askStaff(answer, { ...presser, place }, desk);
      return { notice: texts.say(asked), ...(asked === 'asked_staff' ? { afterwards: () => tellTeam(answer, person, desk) } : {}) };
    }
    case 'related': {
      const question = keptRelated(wish.answerId, desk)[wish.number - 1];
      if (question === undefined) return unknown;
      return { run: (visit) => answerInChat(visit, { text: question, messageId: visit.place.replyTo ?? 0, heading: texts.say('inline_asked', { question }) }, desk) };
    }
    case 'language': {
      const said = chooseLanguage(wish.choice, presser, desk);
      return said === null ? unknown : { notice: said };
    }
    case 'forget':
      return { notice: forgetNow(wish.isSure, presser, desk) };
    case 'meeting':
      return (await openMeeting(wish.name, desk)) ?? unknown;
    case 'add_document':
      return confirmDocument(wish.key, wish.isYes, presser, desk) ?? unknown;
    case 'withdraw_document':
      return (await outcomeOfWithdrawal(wish.key, wish.answer, presser, desk)) ?? unknown;
    case 'review':
    case 'judge':
    case 'correct':
    case 'withdraw':
      return (await outcomeOfModeration(wish, presser, desk)) ?? unknown;
    case 'record':
      return (await openRecord(wish.name, presser, desk)) ?? { notice: texts.say('passage_gone') };
  }
}

/** Whether somebody is there who corrects answers. */
function mayTell(desk: Desk): boolean {
  return desk.moderation !== null && teamOf(desk).length > 0;
}

async function once(key: string, desk: Desk, work: () => Promise<void>): Promise<void> {
  if (desk.opening.has(key)) return;
  desk.opening.add(key);
  try {
    await work();
  } finally {
    desk.opening.delete(key);
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
