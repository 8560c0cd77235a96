/**
 * Escape sequences (CSI, OSC with its text, other escapes), then single control and direction characters.
 * A corpus is outside data: it must not colour, link, rename or reverse what stands on somebody's terminal.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|(?:\u001B[PX^_]|[\u0090\u0098\u009E\u009F])[^\u001B\u009C]*(?:\u001B\\|\u009C)?|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** Text that is safe to print on a terminal: line breaks and tabs stay, nothing else acts. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(CONTROL, '');
}
