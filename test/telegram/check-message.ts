import { parseTelegramHtml, type ParsedText } from './parse-telegram-html.js';

/** A refusal of the Bot API. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly parameters?: Record<string, unknown>,
  ) {
    super(message);
  }
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

/** Parameters of a call, of every method that the tests look at. */
export interface Params {
  chat_id?: number;
  text?: string;
  parse_mode?: string;
  message_thread_id?: number;
  reply_markup?: { inline_keyboard: Button[][] };
  reply_parameters?: { message_id: number; allow_sending_without_reply: boolean };
  link_preview_options?: { is_disabled: boolean };
  callback_query_id?: string;
  show_alert?: boolean;
  url?: string;
  inline_query_id?: string;
  results?: { id: string; title: string; description?: string; input_message_content: { message_text: string; parse_mode?: string }; reply_markup?: { inline_keyboard: Button[][] } }[];
  cache_time?: number;
  is_personal?: boolean;
  button?: { text: string; start_parameter: string };
  offset?: number;
  limit?: number;
  timeout?: number;
  language_code?: string;
  file_id?: string;
  draft_id?: number;
}

const bad = (reason: string) => new Refusal(400, `Bad Request: ${reason}`);
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/;

/** A preview as the Bot API takes it. Throws a Refusal. */
export function checkDraft({ chat_id: chatId = 0, draft_id: draftId, text = '' }: Params): void {
  if (chatId <= 0) throw bad('drafts are for private chats');
  if (!Number.isInteger(draftId) || draftId === 0) throw bad('draft_id must be a non-zero integer');
  if (text.length > 4_096 || LONE_SURROGATE.test(text)) throw bad('message is too long or no UTF-8');
}

/** The text of a sendMessage after entity parsing. Throws a Refusal where Telegram, or its strictest reading, would refuse. */
export function checkText({ text: raw, parse_mode: mode }: Params): ParsedText {
  if (typeof raw !== 'string' || raw === '') throw bad('message text is empty');
  if (Buffer.byteLength(raw) > 32_768) throw bad('text is too long');
  if (mode !== undefined && mode !== 'HTML') throw bad('unsupported parse_mode');
  const parsed = mode === undefined ? { text: raw, entities: [] } : parse(raw);
  if (LONE_SURROGATE.test(parsed.text)) throw bad('strings must be encoded in UTF-8');
  if (CONTROL.test(parsed.text)) throw bad('control character in text');
  if (parsed.text.replace(/\s|[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\u3164\u2800]/gu, '') === '') throw bad('text must be non-empty');
  if (parsed.text.length > 4_096) throw bad('message is too long');
  return parsed;
}

function parse(html: string): ParsedText {
  try {
    return parseTelegramHtml(html);
  } catch (error) {
    throw bad((error as Error).message);
  }
}

/** The buttons of a message; throws a Refusal for what Telegram refuses. */
export function checkKeyboard({ reply_markup: markup }: Params): Button[] {
  const buttons = markup?.inline_keyboard.flat() ?? [];
  if (markup !== undefined && buttons.length === 0) throw bad('empty keyboard');
  for (const button of buttons) {
    if (typeof button.text !== 'string' || button.text.trim() === '') throw bad('inline keyboard button text must be non-empty');
    if (button.url !== undefined && button.callback_data === undefined && /^https:\/\/t\.me\/\w+\?start=[\w-]{1,64}$/.test(button.url)) continue;
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
  }
  if (buttons.length > 100) throw bad('reply markup is too long');
  return buttons;
}

/** The results of an inline query; throws a Refusal for what Telegram refuses. */
export function checkInline({ results = [], button }: Params): void {
  if (results.length > 50) throw bad('too many results');
  if (new Set(results.map(({ id }) => id)).size !== results.length) throw bad('RESULT_ID_DUPLICATE');
  if (button !== undefined && !/^[\w-]{1,64}$/.test(button.start_parameter)) throw bad('START_PARAM_INVALID');
  for (const { id, title, input_message_content: content, reply_markup } of results) {
    if (id === '' || Buffer.byteLength(id) > 64) throw bad('RESULT_ID_INVALID');
    if (title.trim() === '') throw bad('ARTICLE_TITLE_EMPTY');
    checkText({ text: content.message_text, ...(content.parse_mode === undefined ? {} : { parse_mode: content.parse_mode }) });
    checkKeyboard(reply_markup === undefined ? {} : { reply_markup });
  }
}
