import type { Message } from 'grammy/types';
import { answerInChat } from '../answer-in-chat.js';
import type { Reply } from '../compose-answer.js';
import { composeHelp } from '../compose-help.js';
import { composePassage } from '../compose-passage.js';
import type { Desk } from '../desk.js';
import { fromStartPayload, passageOf } from '../passage-key.js';
import { cleanRuns, type RichText } from '../rich-text.js';
import { sendReply } from '../send-reply.js';
import { mayAct, type Visit } from '../visit.js';
import { offerLanguages } from './change-language.js';
import { type CommandName, commandNamed, menuOf } from './command-table.js';
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
  ask: async ({ rest, message }, visit, desk) => {
    await answerInChat(visit, message.message_id, rest, desk);
    return null;
  },
  sources: (_given, visit, desk) => showSources(visit, desk),
  lang: (_given, visit) => offerLanguages(visit),
  help: (_given, visit, desk) => plain(helpFor(visit, desk, false)),
  start: ({ rest }, visit, desk) => plain(startReply(rest.trim(), visit, desk)),
};

/** Runs a command if this person may give it here; else says what it is not. One that a person has no right to is unknown to them. */
export async function runCommand(given: GivenCommand, visit: Visit, desk: Desk): Promise<void> {
  const row = commandNamed(given.name);
  const reply = await replyTo(row, given, visit, desk);
  if (reply !== null) await sendReply(desk.sender, visit.place, reply);
}

async function replyTo(row: ReturnType<typeof commandNamed>, given: GivenCommand, visit: Visit, desk: Desk): Promise<Reply | null> {
  if (row === null || !mayAct(visit, row.role, desk)) return plain([{ text: visit.texts.say('unknown_command') }]);
  if (row.where === 'private' && !visit.isPrivate) return plain([{ text: visit.texts.say('not_here') }]);
  return await HANDLERS[row.name](given, visit, desk);
}

function plain(text: RichText): Reply {
  return { text: cleanRuns(text), keyboard: [] };
}

function helpFor(visit: Visit, desk: Desk, isWelcome: boolean): RichText {
  const role = (['administrator', 'moderator', 'staff'] as const).find((known) => mayAct(visit, known, desk)) ?? 'citizen';
  const commands = isWelcome ? [] : menuOf(role, visit.isPrivate, visit.texts).map(({ command, description }) => `/${command} – ${description}`);
  return composeHelp(desk.coverage(), visit.texts, { isWelcome, bot: visit.me.username, commands });
}

/** A start link may name a passage, so that a citation can be opened from anywhere. */
function startReply(payload: string, visit: Visit, desk: Desk): RichText {
  const key = fromStartPayload(payload);
  if (key === null) return helpFor(visit, desk, true);
  const answer = desk.findAnswer(key.answerId);
  const passage = answer === null ? null : passageOf(answer, key);
  return passage === null ? [{ text: visit.texts.say('passage_gone') }] : composePassage(passage, visit.texts);
}
