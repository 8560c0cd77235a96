import { findDanger } from '../answer/danger/find-danger.js';
import type { Answer } from '../domain/answer.js';
import { cleanText } from './clean-text.js';
import { composeAnswer, type Reply } from './compose-answer.js';
import { recallQuestions, rememberAnswer } from './conversation.js';
import { describeError, type Desk } from './desk.js';
import { keepTyping } from './keep-typing.js';
import { relatedTo } from './related-questions.js';
import { sendReply } from './send-reply.js';
import { showDraft } from './show-draft.js';
import type { Visit } from './visit.js';

export interface Asked {
  text: string;
  /** Of the message the question stands in. */
  messageId: number;
  /** A line of ours above the answer. */
  heading?: string;
}

/** Asks, shows that it is working meanwhile, and sends the answer. A person over a limit gets one notice. */
export async function answerInChat(visit: Visit, asked: Asked, desk: Desk): Promise<void> {
  const { place, texts } = visit;
  const id = desk.questionId({ updateId: visit.updateId, chatId: place.chatId, messageId: asked.messageId });
  // An update delivered again after a crash has its answer in the log already, and was counted.
  const logged = desk.findAnswer(id);
  if (logged === null && !(await isAdmitted(visit, desk, findDanger(asked.text) !== null))) return;
  const reply = await whileTyping(visit, desk, async () => {
    const answer = logged ?? (await ask(id, asked, visit, desk));
    rememberAnswer(visit, answer, desk);
    const group = visit.isPrivate ? {} : { group: { bot: visit.me.username } };
    return composeAnswer(answer, texts, { ...group, related: visit.isPrivate ? await relatedTo(answer, desk) : [] });
  });
  const heading = asked.heading === undefined ? [] : [{ text: `${asked.heading}\n` }];
  await sendReply(desk.sender, place, { ...reply, text: [...heading, ...reply.text] });
}

/** True when this person may ask now; else the notice is sent, once. Whoever is in danger is not told to wait. */
export async function isAdmitted(visit: Pick<Visit, 'person' | 'place' | 'texts'>, desk: Desk, isUrgent = false): Promise<boolean> {
  const admission = desk.gate.admit(visit.person, isUrgent);
  if (admission.kind === 'over') await sendReply(desk.sender, visit.place, { text: [{ text: visit.texts.say(admission.notice) }], keyboard: [] });
  return admission.kind === 'open';
}

/** Most answers are there before anybody could see that they are being written. */
export const TYPING_AFTER_MS = 400;

/** What `work` replies, or that it failed; the chat shows typing where it takes a while. */
export async function whileTyping({ place, texts }: Pick<Visit, 'place' | 'texts'>, desk: Desk, work: () => Promise<Reply>): Promise<Reply> {
  const stopTyping = keepTyping(() => desk.sender.showTyping(place), desk.clock, TYPING_AFTER_MS);
  try {
    return await work();
  } catch (error) {
    desk.log(`telegram: a question failed: ${describeError(error)}`);
    return { text: [{ text: texts.say('failed') }], keyboard: [] };
  } finally {
    stopTyping();
  }
}

function ask(id: string, { text, messageId }: Asked, visit: Visit, desk: Desk): Promise<Answer> {
  const question = { id, question: cleanText(text).trim(), history: recallQuestions(visit.conversation, desk), asker: visit.person };
  return desk.ask(question, visit.isPrivate ? showDraft(desk.sender, visit.place, messageId) : undefined);
}
