/** Decoded text, or one clear sentence why the bytes are not text. */
export type Decoded = { text: string } | { reason: string };

/** The commonest characters of printed Chinese, simplified and traditional: real text has many, a wrong decoding has none. */
const COMMON = new Set('的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府委市县省会议報告議員這個國們會說時來對發過學經進電現實開關業問題與為後無動'.split(''));
const SIGNS = [
  { head: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { head: [0xff, 0xfe], encoding: 'utf-16le' },
  { head: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
/** Share of common characters among Chinese ones that makes a guess safe; measured: right decodings ≥ 0.3, wrong ones ≤ 0.05. */
const SAFE_SHARE = 0.15;

/**
 * Text in UTF-8, UTF-16, GB18030 or Big5. A byte order mark or a stated encoding decides; otherwise UTF-8 where it is
 * valid, then whichever of the others gives Chinese that reads like Chinese. What none gives is refused, never guessed at:
 * wrong characters would stand in the index without anybody noticing.
 */
export function decodeText(bytes: Uint8Array, stated: string | null = null): Decoded {
  if (bytes.length === 0) return { reason: 'The file is empty.' };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { reason: 'The file is a PDF; name it .pdf.' };
  const sign = SIGNS.find(({ head }) => startsWith(bytes, head));
  if (sign !== undefined) return checked(decode(bytes, sign.encoding), `The file begins as ${sign.encoding.toUpperCase()} and is not valid ${sign.encoding.toUpperCase()}; save it as UTF-8.`);
  if (bytes.includes(0)) {
    const wide = bytes.length % 2 === 0 ? bestOf(bytes, ['utf-16le', 'utf-16be']) : null;
    return wide === null ? { reason: 'The file is binary (it holds a zero byte); give text in UTF-8.' } : checked(wide, '');
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, '');
  const named = stated === null ? null : decodeStated(bytes, stated);
  if (named !== null) return checked(named, '');
  const other = bestOf(bytes, ['gb18030', 'big5']) ?? (bytes.length % 2 === 0 ? bestOf(bytes, ['utf-16le', 'utf-16be']) : null);
  if (other !== null) return checked(other, '');
  return { reason: `The file is not valid UTF-8 (line ${String(firstBadLine(bytes))}), and neither GB18030 nor Big5 makes Chinese of it; save it as UTF-8.` };
}

function checked(text: string | null, reason: string): Decoded {
  if (text === null) return { reason };
  if (text.trim() === '') return { reason: 'The file holds nothing but white space.' };
  // A mark of the byte order inside a text is left by joined files and prints nothing.
  const clean = text.replaceAll('\ufeff', '').replaceAll('\0', '');
  return clean.includes('\ufffd') ? { reason: 'The file holds characters that were lost in an earlier conversion (U+FFFD); give the original.' } : { text: clean };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeStated(bytes: Uint8Array, stated: string): string | null {
  const encoding = /^gb/i.test(stated) ? 'gb18030' : /^big5/i.test(stated) ? 'big5' : null;
  return encoding === null ? null : decode(bytes, encoding);
}

/** The reading that looks most like Chinese, or null when none does. */
function bestOf(bytes: Uint8Array, encodings: readonly string[]): string | null {
  const read = encodings.flatMap((encoding) => {
    const text = decode(bytes, encoding);
    return text === null ? [] : [{ text, share: commonShare(text) }];
  });
  const best = read.reduce<{ text: string; share: number } | null>((most, each) => (most === null || each.share > most.share ? each : most), null);
  return best !== null && best.share >= SAFE_SHARE ? best.text : null;
}

/** Share of common characters among what is not plain ASCII; plain ASCII in UTF-16 counts as it is. */
function commonShare(text: string): number {
  let common = 0;
  let counted = 0;
  let plain = 0;
  for (const character of text.slice(0, 20_000)) {
    if (character >= ' ' && character <= '~') plain++;
    else if (character > '\u00a0' && !/[\u3000-\u303f\uff00-\uffef\u2010-\u2027]/.test(character)) {
      counted++;
      if (COMMON.has(character)) common++;
    }
  }
  return counted === 0 ? (plain > text.length * 0.8 ? 1 : 0) : common / counted;
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
