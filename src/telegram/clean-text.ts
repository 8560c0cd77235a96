const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Bidirectional embeddings, overrides and isolates: they turn around what a reader sees. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const LINE_END = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g;
// eslint-disable-next-line no-control-regex -- control characters are the point
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** What Telegram counts as nothing: a message of these alone is refused as empty. */
const INVISIBLE = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu;

/** A text as Telegram takes it: well-formed UTF-16, no NUL, no control characters but line break and tab, no bidi overrides. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replaceAll('\0', '\ufffd').replace(LINE_END, '\n').replace(CONTROL, ' ').replace(BIDI, '');
}

/** False for a text that a reader would see as empty. */
export function hasVisibleText(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}
