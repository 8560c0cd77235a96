import { cleanText } from './clean-text.js';

/** A stretch of text of one style. Folded quotes show three lines until they are tapped. */
export interface Run {
  text: string;
  isBold?: boolean;
  quote?: 'open' | 'folded';
}

/** A message before it is cut and turned into HTML; lengths are those of the plain text, as Telegram counts. */
export type RichText = Run[];

/** Runs with their text cleaned and the empty ones left out. */
export function cleanRuns(runs: RichText): RichText {
  return runs.map((run) => ({ ...run, text: cleanText(run.text) })).filter((run) => run.text !== '');
}

export function toPlain(runs: RichText): string {
  return runs.map((run) => run.text).join('');
}

/** Bot API HTML; every tag opened is closed, nothing nests but bold inside a quote. */
export function toHtml(runs: RichText): string {
  let html = '';
  let quote: Run['quote'];
  for (const run of runs) {
    if (run.quote !== quote) html += closeQuote(quote) + openQuote(run.quote);
    quote = run.quote;
    html += run.isBold ? `<b>${escapeHtml(run.text)}</b>` : escapeHtml(run.text);
  }
  return html + closeQuote(quote);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function openQuote(quote: Run['quote']): string {
  return quote === undefined ? '' : quote === 'folded' ? '<blockquote expandable>' : '<blockquote>';
}

function closeQuote(quote: Run['quote']): string {
  return quote === undefined ? '' : '</blockquote>';
}
