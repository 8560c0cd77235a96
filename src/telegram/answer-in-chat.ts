import type { Answer } from '../domain/answer.js';
import { cleanText } from './clean-text.js';
import { composeAnswer, type Reply } from './compose-answer.js';
import { recallQuestions, rememberAnswer } from './conversation.js';
import { describeError, type Desk } from './desk.js';
import { keepTyping } from './keep-typing.js';
import { sendReply } from './send-reply.js';
import type { Visit } from './visit.js';

/** Asks, shows that it is working meanwhile, and sends the answer. `messageId`: of the message the question stands in. */
export async function answerInChat(visit: Visit, messageId: number, text: string, desk: Desk): Promise<void> {
  const { place, texts } = visit;
  const stopTyping = keepTyping(() => desk.sender.showTyping(place), desk.clock);
  let reply: Reply;
  try {
    reply = composeAnswer(await answerOf(visit, messageId, text, desk), texts);
  } catch (error) {
    desk.log(`telegram: a question failed: ${describeError(error)}`);
    reply = { text: [{ text: texts.say('failed') }], keyboard: [] };
  } finally {
    stopTyping();
  }
  await sendReply(desk.sender, place, reply);
}

async function answerOf(visit: Visit, messageId: number, text: string, desk: Desk): Promise<Answer> {
  const id = desk.questionId({ updateId: visit.updateId, chatId: visit.place.chatId, messageId });
  // An update delivered again after a crash has its answer in the log already.
  const answer = desk.findAnswer(id) ?? (await desk.ask({ id, question: cleanText(text).trim(), history: recallQuestions(visit.conversation, desk) }));
  rememberAnswer(visit, answer, desk);
  return answer;
}
