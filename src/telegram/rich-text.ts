import { cleanText } from './clean-text.js';
import { splitLinkLike } from './link-like.js';

/** A stretch of text of one style. Folded quotes show three lines until they are tapped. */
export interface Run {
  text: string;
  isBold?: boolean;
  quote?: 'open' | 'folded';
  /** An address of our own that the text leads to. */
  link?: string;
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

/** Bot API HTML; every tag opened is closed, nothing nests but bold, links and fixed-width words inside a quote. */
export function toHtml(runs: RichText): string {
  let html = '';
  let quote: Run['quote'];
  for (const run of runs) {
    if (run.quote !== quote) html += closeQuote(quote) + openQuote(run.quote);
    quote = run.quote;
    html += run.link === undefined ? toInnerHtml(run) : `<a href="${escapeHtml(run.link).replaceAll('"', '&quot;')}">${escapeHtml(run.text)}</a>`;
  }
  return html + closeQuote(quote);
}

function toInnerHtml({ text, isBold }: Run): string {
  return splitLinkLike(text)
    .map((part) => (part.isLinkLike ? `<code>${escapeHtml(part.text)}</code>` : isBold ? `<b>${escapeHtml(part.text)}</b>` : escapeHtml(part.text)))
    .join('');
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
