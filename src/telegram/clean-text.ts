const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Bidirectional embeddings, overrides and isolates: they turn around what a reader sees. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
/** What Telegram counts as nothing: a message of these alone is refused as empty. */
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A text as Telegram takes it: well-formed UTF-16, no NUL, no control characters but line break and tab, no bidi overrides. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replaceAll('\0', '\ufffd').replace(LINE_END, '\n').replace(CONTROL, ' ').replace(BIDI, '');
}

/** False for a text that a reader would see as empty. */
export function hasVisibleText(text: string): boolean {
  return text.replace(INVISIBLE, '') !== '';
}
