import { setTimeout as pause } from 'node:timers/promises';
import type { FakeBotApi, SentMessage } from '../fake-bot-api.js';
import { documentUpdate, GROUP_ID, messageUpdate, person, press, type privateText } from '../make-updates.js';
import type { startHouseBot } from '../start-house-bot.js';

export type House = Awaited<ReturnType<typeof startHouseBot>>;

/** Somebody in the play, by a name that readers know them by. */
export interface Actor {
  name: string;
  id: number;
  language?: string;
}

/** One thing that one person does; `under` finds the message it is done to: the newest of the chat that holds this text. */
export type Turn = { who: Actor; inGroup?: true } & (
  | { say: string; under?: string; quote?: string; forwarded?: true }
  | { press: string; under?: string }
  | { edit: string }
  | { inline: string }
  | { file: string; content: string }
);

const [EDIT_MS, INLINE_MS, LOOK_MS] = [1_500, 700, 3];

/** Plays the turns one after another, each until nothing is left to do for it, and writes down all that was said as Markdown. */
export async function play(house: House, actors: readonly Actor[], turns: readonly Turn[]): Promise<string> {
  const { api, clock } = house;
  const said: ReturnType<typeof privateText>[] = [];
  const lines: string[] = [];
  for (const [index, turn] of turns.entries()) {
    const chatId = turn.inGroup === true ? GROUP_ID : turn.who.id;
    const [messages, calls] = [api.messages.length, api.calls.length];
    const update = updateOf(turn, chatId, api, said);
    api.push(update);
    if ('edit' in turn || 'inline' in turn) {
      const ms = 'edit' in turn ? EDIT_MS : INLINE_MS;
      await clock.pausing(ms);
      clock.advance(ms);
    }
    await untilDone(house, update.update_id);
    lines.push(`## ${index + 1}. ${turn.who.name}${turn.inGroup === true ? ' · group' : ''}\n`, `${deedOf(turn)}\n`);
    lines.push(...api.calls.slice(calls).flatMap((call) => noticeOf(call)), ...api.messages.slice(messages).map((message) => messageOf(message, actors)));
  }
  return `${lines.join('\n')}\n`;
}

function updateOf(turn: Turn, chatId: number, api: FakeBotApi, said: ReturnType<typeof privateText>[]): { update_id: number } {
  const from = person(turn.who.id, turn.who.language);
  const chat = chatId === GROUP_ID ? { id: GROUP_ID, type: 'supergroup', title: 'G' } : { id: chatId, type: 'private', first_name: 'P' };
  if ('press' in turn) {
    const message = found(api, chatId, turn.under ?? '', turn.press);
    const data = message.buttons.find(({ text }) => text.includes(turn.press))?.callback_data;
    return press(turn.who.id, data, message.messageId, { from, message: { message_id: message.messageId, date: 1_700_000_000, chat, text: message.text } });
  }
  if ('inline' in turn) {
    const { update_id } = messageUpdate({});
    return { update_id, inline_query: { id: `i${update_id}`, from, query: turn.inline, offset: '' } } as { update_id: number };
  }
  if ('file' in turn) {
    api.files.set('file', Buffer.from(turn.content));
    return documentUpdate(turn.who.id, { file_id: 'file', file_name: turn.file, file_size: Buffer.byteLength(turn.content) });
  }
  if ('edit' in turn) {
    const last = said.findLast(({ message }) => (message as { from?: { id: number } }).from?.id === turn.who.id);
    const { update_id } = messageUpdate({});
    return { update_id, edited_message: { ...last?.message, text: turn.edit, edit_date: 1_700_000_060 } } as { update_id: number };
  }
  const update = messageUpdate({ text: turn.say, chat, from, ...(turn.forwarded === true ? { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } } : {}), ...replyFields(turn, chatId, chat, api) });
  said.push(update);
  return update;
}

function replyFields({ under, quote }: { under?: string; quote?: string }, chatId: number, chat: object, api: FakeBotApi): object {
  if (under === undefined) return {};
  const { messageId, text, params } = found(api, chatId, under);
  return { reply_to_message: { message_id: messageId, date: 1_700_000_000, chat, text, from: { id: 123456789, is_bot: true, first_name: 'huida' }, reply_markup: params.reply_markup }, ...(quote === undefined ? {} : { quote: { text: quote, position: 0 } }) };
}

function found(api: FakeBotApi, chatId: number, text: string, label = ''): SentMessage {
  const message = api.messages.findLast((one) => one.chatId === chatId && one.text.includes(text) && (label === '' || one.buttons.some((button) => button.text.includes(label))));
  if (message === undefined) throw new Error(`the chat has no message with ${JSON.stringify(text)} and a button ${JSON.stringify(label)}`);
  return message;
}

/** Until Telegram's queue, the inbox and the outbox hold nothing more. */
async function untilDone({ api, updates }: House, updateId: number): Promise<void> {
  while (api.unconfirmed().includes(updateId) || updates.unfinished().length > 0 || updates.openOutgoing().length > 0) await pause(LOOK_MS);
}

function deedOf(turn: Turn): string {
  if ('say' in turn) return `${turn.forwarded === true ? '*forwards* ' : ''}${turn.under === undefined ? '' : `*replies under “${turn.quote ?? turn.under}”* `}${turn.say}`;
  if ('press' in turn) return `*presses* ${turn.press}`;
  if ('edit' in turn) return `*changes the last question to* ${turn.edit}`;
  return 'inline' in turn ? `*types in another chat* @huida_test_bot ${turn.inline}` : `*sends a file* ${turn.file}`;
}

function noticeOf({ method, params }: FakeBotApi['calls'][number]): string[] {
  if (method === 'answerCallbackQuery' && (params.text ?? params.url) !== undefined) return [`*notice* ${params.text ?? params.url ?? ''}\n`];
  if (method !== 'answerInlineQuery') return [];
  return [`*offers* ${params.results?.map(({ title, description = '' }) => `${title} (${description})`).join('; ') ?? 'nothing'}\n`];
}

function messageOf({ chatId, text, buttons }: SentMessage, actors: readonly Actor[]): string {
  const to = chatId === GROUP_ID ? 'group' : (actors.find(({ id }) => id === chatId)?.name ?? String(chatId));
  const shown = steady(text).split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
  return `**huida → ${to}**\n\n${shown}\n${buttons.length === 0 ? '' : `\n${buttons.map((button) => `\`${button.text}\``).join(' ')}\n`}`;
}

/** Without what differs from run to run: times of the log, secrets of links. */
function steady(text: string): string {
  return text.replace(/\d\d-\d\d \d\d:\d\d/gu, 'MM-DD hh:mm').replace(/\/enter\/[\w-]{22}/gu, '/enter/…');
}
