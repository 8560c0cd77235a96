import type { Answer, Citation, PassageView } from '../domain/answer.js';
import { plainText } from './plain-text.js';

const BOLD = '\u001B[1m';
const FAINT = '\u001B[2m';
const RESET = '\u001B[0m';

/** An answer for people: the reply, then each source with its place and its words, the quoted ones emphasised. */
export function printAnswer(answer: Answer, hasColour: boolean): string {
  const parts = [plainText(answer.answer)];
  for (const citation of answer.citations) parts.push(printCitation(citation, hasColour));
  if (answer.nearest.length > 0) parts.push('Nearest passages (they do not answer the question):');
  for (const passage of answer.nearest) parts.push(`${heading('-', passage, hasColour)}\n${indent(plainText(passage.text))}`);
  parts.push(faint(`${answer.status}${answer.verdict === null ? '' : `, ${answer.verdict}`}, ${answer.durationMs} ms`, hasColour));
  return `${parts.join('\n\n')}\n`;
}

/** What an answer cites, one source a line with its place and no text: for lists of answers. */
export function printSources({ citations }: Answer, hasColour: boolean): string {
  return citations.map((citation) => `${heading(`[${citation.marker}]`, citation, hasColour)}\n`).join('');
}

function printCitation(citation: Citation, hasColour: boolean): string {
  return `${heading(`[${citation.marker}]`, citation, hasColour)}\n${indent(emphasised(citation, hasColour))}`;
}

/** Title, body, meeting and date on one line, the place to open on the next. */
function heading(mark: string, view: PassageView, hasColour: boolean): string {
  const header = [view.title, view.body, view.meeting, view.date ?? ''].map((part) => oneLine(part)).filter((part) => part !== '');
  return `${mark} ${header.join(' · ')}\n    ${faint(placeOf(view), hasColour)}`;
}

/** `file:10-12`, with the page where there is one. */
export function placeOf(view: PassageView): string {
  const { file, page, pageIsApproximate, startLine, endLine } = view.source;
  const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
  return `${oneLine(file)}:${lines}${page === null ? '' : ` (page ${pageIsApproximate ? '≈' : ''}${page})`}`;
}

function emphasised({ text, quote }: Citation, hasColour: boolean): string {
  const at = text.indexOf(quote);
  if (!hasColour || quote === '' || at < 0) return plainText(text);
  const [before, after] = [text.slice(0, at), text.slice(at + quote.length)];
  return `${plainText(before)}${BOLD}${plainText(quote)}${RESET}${plainText(after)}`;
}

function faint(text: string, hasColour: boolean): string {
  return hasColour ? `${FAINT}${text}${RESET}` : text;
}

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}

function indent(text: string): string {
  return text.replace(/^/gmu, '    ');
}
