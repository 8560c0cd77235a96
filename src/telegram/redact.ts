const WITHHELD = '<withheld>';
/** Any bot token, ours or a pasted foreign one, also with its colon URL-encoded. */
const ANY_TOKEN = /\d{6,}(?::|%3a)[\w-]{30,}/gi;
const ANY_BOT_PATH = /\bbot\d+(?::|%3a)[\w-]+/gi;

/**
 * Returns a function that withholds the bot token from a line: plain, URL-encoded, as a `bot<id>:` path,
 * its secret half alone, and in base64. Also folds the line breaks, so that one log line stays one line.
 */
export function createRedactor(token: string): (line: string) => string {
  const needles = secretForms(token).filter((form) => form.length >= 6).sort((a, b) => b.length - a.length);
  return (line) => {
    let safe = line.replace(/[\r\n]+/g, ' ');
    for (const needle of needles) safe = safe.replaceAll(needle, WITHHELD);
    return safe.replace(ANY_BOT_PATH, `bot${WITHHELD}`).replace(ANY_TOKEN, WITHHELD);
  };
}

function secretForms(token: string): string[] {
  const secret = token.slice(token.indexOf(':') + 1);
  const encoded = encodeURIComponent(token);
  return [token, encoded, encoded.replaceAll('%3A', '%3a'), secret, encodeURIComponent(secret), ...base64Forms(token), ...base64Forms(secret)];
}

/** The middle of the base64 of a text at each of the three byte alignments: what survives whatever stands around it. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const standard = Buffer.from('x'.repeat(shift) + text).toString('base64').replace(/=+$/, '');
    const middle = standard.slice(shift === 0 ? 0 : 4, -2);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
