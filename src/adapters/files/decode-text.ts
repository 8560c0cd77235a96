/** Decoded text, or one clear sentence why the bytes are not text. */
export type Decoded = { text: string } | { reason: string };

/**
 * UTF-8 with or without a byte order mark. Nothing is guessed: a wrong guess would put wrong characters
 * into the index without anybody noticing, so other encodings are named and refused.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { reason: 'The file is empty.' };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { reason: 'The file is UTF-16; save it as UTF-8.' };
  if (bytes.includes(0)) return { reason: 'The file is binary (it holds a zero byte); give text in UTF-8.' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { reason: 'The file holds nothing but white space.' } : { text };
  } catch {
    return { reason: `The file is not valid UTF-8 (line ${String(firstBadLine(bytes))})${isGb18030(bytes) ? '; it looks like GB18030, convert it with: iconv -f GB18030 -t UTF-8' : '; save it as UTF-8'}.` };
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** A line feed never stands inside a UTF-8 character, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    return /[\u4e00-\u9fff]{2}/.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
