import type { Message, UserFromGetMe } from 'grammy/types';

/** What a message wants from the bot. */
export type Wish =
  | { kind: 'question'; text: string }
  /** Any word behind a slash; whether there is such a command is not decided here. */
  | { kind: 'command'; name: string; rest: string }
  /** Words of somebody else, passed on to be checked. */
  | { kind: 'check'; text: string }
  | { kind: 'not_text' }
  | { kind: 'nothing' };

interface Command {
  name: string;
  /** Null when the command names no bot. */
  target: string | null;
  rest: string;
}

const NOTHING: Wish = { kind: 'nothing' };
/** Content a person sends; whatever else lacks text is a service message and needs no reply. */
const NOT_TEXT = ['animation', 'audio', 'checklist', 'contact', 'dice', 'document', 'game', 'location', 'paid_media', 'photo', 'poll', 'sticker', 'story', 'venue', 'video', 'video_note', 'voice'];

/** Reads a message by the rules of the place: in a private chat everything is meant for the bot, in a group only /ask, a mention or a reply to it. */
export function readMessage(message: Message, me: Pick<UserFromGetMe, 'id' | 'username'>): Wish {
  if (isFromMachine(message)) return NOTHING;
  const isPrivate = message.chat.type === 'private';
  if (!isPrivate && message.chat.type !== 'group' && message.chat.type !== 'supergroup') return NOTHING;
  if (typeof message.text !== 'string') return isPrivate && NOT_TEXT.some((field) => field in message) ? { kind: 'not_text' } : NOTHING;

  // What somebody else wrote gives no commands, whoever passes it on.
  if (message.forward_origin !== undefined) return isPrivate ? { kind: 'check', text: message.text } : NOTHING;
  const text = dropMention(message.text, me.username);
  const isMentioned = text !== message.text;
  const command = readCommand(text.trim());
  if (command !== null) return readCommandWish(command, message, me, isPrivate || isMentioned);
  if (isPrivate) return { kind: 'question', text };
  if (isMentioned) return { kind: 'question', text: text.trim() === '' ? repliedText(message, me) : text };
  return isReplyToBot(message, me) ? { kind: 'question', text } : NOTHING;
}

function readCommandWish(command: Command, message: Message, me: Pick<UserFromGetMe, 'id' | 'username'>, isForUs: boolean): Wish {
  const isNamed = command.target?.toLowerCase() === me.username.toLowerCase();
  if (command.target !== null && !isNamed) return NOTHING;
  const rest = command.rest.trim() === '' ? repliedText(message, me) : command.rest;
  // Several bots may share a group: a bare /help there is not clearly ours.
  if (command.name !== 'ask' && !isForUs && !isNamed) return NOTHING;
  return { kind: 'command', name: command.name, rest: command.name === 'start' ? command.rest : rest };
}

/** `/name@bot rest`, in any case, with a full-width slash too; Chinese writers often leave no space after the name. */
function readCommand(text: string): Command | null {
  const match = /^[/／]([a-z]\w*)(?:@(\w+))?([^]*)$/i.exec(text);
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), target: match[2] ?? null, rest: match[3] ?? '' };
}

function dropMention(text: string, username: string): string {
  // Not after a word character: "/ask@bot" names the addressee of a command, "a@bot" is somebody's address.
  return text.replace(new RegExp(`(?<![\\w/])@${username}(?!\\w)`, 'gi'), ' ');
}

/** "/ask" or a bare mention under somebody's message asks about that message. */
function repliedText(message: Message, me: Pick<UserFromGetMe, 'id'>): string {
  return isReplyToBot(message, me) ? '' : (message.reply_to_message?.text ?? '');
}

function isReplyToBot(message: Message, me: Pick<UserFromGetMe, 'id'>): boolean {
  const replied = message.reply_to_message;
  // In a forum every message of a topic replies to the service message that opened the topic.
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined;
}

/** Bots and relayed posts are not asked back: two answering bots would never stop. An anonymous administrator is a person. */
function isFromMachine(message: Message): boolean {
  if (message.via_bot !== undefined || message.is_automatic_forward === true) return true;
  if (message.sender_chat !== undefined) return message.sender_chat.id !== message.chat.id;
  return message.from?.is_bot === true;
}
