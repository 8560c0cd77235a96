import type { Message } from 'grammy/types';
import { answerInChat } from '../answer-in-chat.js';
import { composeAnswer, type Reply } from '../compose-answer.js';
import { composeHelp } from '../compose-help.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import { sendConsoleLink } from '../moderation/send-console-link.js';
import { startCorrection } from '../moderation/correct-answer.js';
import { showQueue } from '../moderation/show-queue.js';
import { startReview } from '../moderation/review-answer.js';
import { fromStartPayload } from '../passage-key.js';
import { openCited, openPermanent } from '../passages/open-passage.js';
import { relatedTo } from '../related-questions.js';
import { sendReply } from '../send-reply.js';
import { sayHowToAdd } from '../staff/add-document.js';
import { offerWithdrawal } from '../staff/withdraw-document.js';
import { sayStatus, showCoverage } from '../staff/say-status.js';
import { mayAct, type Visit } from '../visit.js';
import { offerLanguages } from './change-language.js';
import { checkText } from './check-text.js';
import { type CommandName, commandNamed, menuOf } from './command-table.js';
import { comparisonQuestion } from './compare.js';
import { askToForget, sayPrivacy } from './forget-me.js';
import { showLatest, showMeeting } from './show-meeting.js';
import { showSources } from './show-sources.js';

/** A command somebody gave, as it was read. */
export interface GivenCommand {
  name: string;
  /** What stands behind it. */
  rest: string;
  message: Message;
}

type Handler = (given: GivenCommand, visit: Visit, desk: Desk) => Promise<Reply | null> | Reply | null;

const HANDLERS: Readonly<Record<CommandName, Handler>> = {
  ask: (given, visit, desk) => askBehind(given.rest, given, visit, desk),
  check: ({ rest, message }, visit, desk) => checkText(rest, message.message_id, visit, desk),
  sources: (_given, visit, desk) => showSources(visit, desk),
  meeting: ({ rest, message }, visit, desk) => showMeeting(rest, message.message_id, visit, desk),
  compare: (given, visit, desk) => askBehind(comparisonQuestion(given.rest, visit.texts), given, visit, desk, 'compare_usage'),
  latest: ({ rest }, visit, desk) => showLatest(rest, visit, desk),
  lang: (_given, visit) => offerLanguages(visit),
  privacy: (_given, visit, desk) => sayPrivacy(visit, desk),
  forgetme: (_given, visit) => askToForget(visit),
  help: (_given, visit, desk) => helpFor(visit, desk, false),
  add: (_given, visit) => sayHowToAdd(visit),
  withdraw: ({ rest }, visit, desk) => offerWithdrawal(rest, visit, desk),
  status: (_given, visit, desk) => sayStatus(visit, desk),
  coverage: (_given, visit, desk) => showCoverage(visit, desk),
  queue: (_given, visit, desk) => showQueue(visit, desk),
  review: ({ rest, message }, visit, desk) => startReview(rest, message, visit, desk),
  correct: ({ rest, message }, visit, desk) => startCorrection(rest, message, visit, desk),
  console: (_given, visit, desk) => sendConsoleLink(visit, desk),
  start: ({ rest }, visit, desk) => startReply(rest.trim(), visit, desk),
};

/** Runs a command if this person may give it here; else says what it is not. One that a person has no right to is unknown to them. */
export async function runCommand(given: GivenCommand, visit: Visit, desk: Desk): Promise<void> {
  const row = commandNamed(given.name);
  const reply = await replyTo(row, given, visit, desk);
  if (reply !== null) await sendReply(desk.sender, visit.place, reply);
}

async function replyTo(row: ReturnType<typeof commandNamed>, given: GivenCommand, visit: Visit, desk: Desk): Promise<Reply | null> {
  if (row === null || !mayAct(visit, row.role, desk)) return composePlain(visit.texts.say('unknown_command'));
  if (row.where === 'private' && !visit.isPrivate) return composePlain(visit.texts.say('not_here'));
  return await HANDLERS[row.name](given, visit, desk);
}

async function askBehind(question: string | null, { message }: GivenCommand, visit: Visit, desk: Desk, usage: 'ask_usage' | 'compare_usage' = 'ask_usage'): Promise<Reply | null> {
  if (question === null || question.trim() === '') return composePlain(visit.texts.say(usage, { example: desk.coverage()?.examples[0] ?? '…' }));
  await answerInChat(visit, { text: question, messageId: message.message_id }, desk);
  return null;
}

function helpFor(visit: Visit, desk: Desk, isWelcome: boolean): Reply {
  const commands = isWelcome ? [] : menuOf((role) => mayAct(visit, role, desk), visit.isPrivate, visit.texts).map(({ command, description }) => `/${command} – ${description}`);
  return { text: composeHelp(desk.coverage(), visit.texts, { isWelcome, bot: visit.me.username, commands }), keyboard: [] };
}

/** A start link may open a passage (`c_`, `n_`, or `p_` for ever) or the whole of an answer (`a_`); any other welcomes. */
async function startReply(payload: string, visit: Visit, desk: Desk): Promise<Reply> {
  const key = fromStartPayload(payload);
  if (key !== null) return (await openCited(key, visit, desk)) ?? composePlain(visit.texts.say('passage_gone'));
  if (payload.startsWith('p_')) return (await openPermanent(payload.slice(2), visit, desk)) ?? composePlain(visit.texts.say('passage_gone'));
  const answer = payload.startsWith('a_') ? desk.findAnswer(payload.slice(2)) : null;
  return answer === null ? helpFor(visit, desk, true) : composeAnswer(answer, visit.texts, { related: await relatedTo(answer, desk) });
}
