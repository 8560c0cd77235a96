import type { Message, User, UserFromGetMe } from 'grammy/types';
import type { Desk } from './desk.js';
import { hasRole, type Role } from './roles.js';
import type { Place } from './send/sender.js';
import { LANGUAGES, languageOf } from './texts/languages.js';
import { type Texts, textsIn } from './texts/texts.js';

/** Somebody at the desk: who, where, and in which language. */
export interface Visit {
  /** Who acts; undefined for a channel and the like. */
  user: User | undefined;
  /** Pseudonym of the person, or of the chat where a person stays anonymous. */
  person: string;
  /** Pseudonym of the person's conversation in this chat and topic: in a group everybody has one of their own. */
  conversation: string;
  isPrivate: boolean;
  place: Place;
  texts: Texts;
  updateId: number;
  me: UserFromGetMe;
}

export function visitOf(message: Message, updateId: number, me: UserFromGetMe, desk: Desk): Visit {
  const place = placeOf(message);
  const isPrivate = message.chat.type === 'private';
  return { ...whoIs(message.from, message.text ?? message.caption, place, desk), isPrivate, place, updateId, me };
}

/** `written` decides the language where neither the person nor Telegram does. */
export function whoIs(user: User | undefined, written: string | undefined, { chatId, threadId }: Place, desk: Desk): Pick<Visit, 'user' | 'person' | 'conversation' | 'texts'> {
  const person = desk.nameOf('person', user === undefined || user.is_bot ? chatId : user.id);
  return { user, person, conversation: desk.nameOf('conversation', chatId, threadId ?? 0, user?.id ?? 0), texts: textsFor(person, user, written, desk) };
}

/** The language a person chose, else that of the client, else that of the message. */
export function textsFor(person: string, user: User | undefined, written: string | undefined, desk: Desk): Texts {
  const chosen = desk.language(person);
  return textsIn(LANGUAGES.find((language) => language === chosen) ?? languageOf(user?.language_code, written));
}

/** The chat and topic a message came from, and the message itself as the one replied to. */
export function placeOf(message: Message): Place {
  const threadId = message.is_topic_message === true ? message.message_thread_id : undefined;
  return { chatId: message.chat.id, replyTo: message.message_id, ...(threadId === undefined ? {} : { threadId }) };
}

/** Asked at every action, so that a removal from the list counts at once. */
export function mayAct(visit: Pick<Visit, 'user'>, role: Role, desk: Desk): boolean {
  return role === 'citizen' || hasRole(visit.user, role, desk.roles());
}
