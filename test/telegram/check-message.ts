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
}

const bad = (reason: string) => new Refusal(400, `Bad Request: ${reason}`);
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
// eslint-disable-next-line no-control-regex -- a server sees these too
const CONTROL = /[\0-\x08\x0b-\x1f\x7f]/;

/** The text of a sendMessage after entity parsing. Throws a Refusal where Telegram, or its strictest reading, would refuse. */
export function checkText(params: Record<string, unknown>): ParsedText {
  const raw = params['text'];
  if (typeof raw !== 'string' || raw === '') throw bad('message text is empty');
  if (Buffer.byteLength(raw) > 32_768) throw bad('text is too long');
  let parsed: ParsedText = { text: raw, entities: [] };
  if (params['parse_mode'] === 'HTML') {
    try {
      parsed = parseTelegramHtml(raw);
    } catch (error) {
      throw bad((error as Error).message);
    }
  } else if (params['parse_mode'] !== undefined) throw bad('unsupported parse_mode');
  if (LONE_SURROGATE.test(parsed.text)) throw bad('strings must be encoded in UTF-8');
  if (CONTROL.test(parsed.text)) throw bad('control character in text');
  if (parsed.text.replace(/[\s\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\u3164\u2800]/g, '') === '') throw bad('text must be non-empty');
  if (parsed.text.length > 4_096) throw bad('message is too long');
  return parsed;
}

/** The buttons of a message; throws a Refusal for what Telegram refuses. */
export function checkKeyboard(params: Record<string, unknown>): Button[] {
  const markup = params['reply_markup'] as { inline_keyboard?: Button[][] } | undefined;
  const buttons = (markup?.inline_keyboard ?? []).flat();
  if (markup !== undefined && buttons.length === 0) throw bad('empty keyboard');
  for (const button of buttons) {
    if (typeof button.text !== 'string' || button.text.trim() === '') throw bad('inline keyboard button text must be non-empty');
    const bytes = Buffer.byteLength(button.callback_data ?? '');
    if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
  }
  if (buttons.length > 100) throw bad('reply markup is too long');
  return buttons;
}
