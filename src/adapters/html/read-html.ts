import { Parser } from 'htmlparser2';
import { tableText } from '../../language/table-text.js';

/** Text of a web page, headings as `#` lines; `hasHeadings` when it has any. */
export interface HtmlText {
  text: string;
  title: string;
  hasHeadings: boolean;
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'nav', 'select', 'textarea', 'button', 'del', 's', 'strike', 'head']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'figure', 'figcaption', 'address', 'form', 'fieldset', 'hr', 'table', 'caption', 'tr', 'body', 'center']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** Deeper pages are built to break readers. */
const MAX_DEPTH = 2000;

/** Reads what a browser would show: no scripts, no hidden or struck-out text, nothing fetched. Tables keep rows and columns. */
export function readHtml(html: string): HtmlText {
  const out: string[] = [];
  const tables: string[][][] = [];
  let title = '';
  let hasHeadings = false;
  let inTitle = false;
  let hiddenDepth = 0;
  let depth = 0;
  let open = '';
  const flush = (before = '', after = '\n\n'): void => {
    const text = open.replace(/[ \t\r\n\u00a0]+/g, ' ').replace(/ ?\u2028 ?/g, '\n').trim();
    open = '';
    if (text === '') return;
    const cells = tables.at(-1)?.at(-1);
    if (cells !== undefined && cells.length > 0) cells.push(`${cells.pop() ?? ''} ${text}`.trim());
    else out.push(before + text + after);
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'title') inTitle = true;
      if (VOID.has(name)) {
        if (name === 'br') open += '\u2028';
        if (name === 'hr') flush();
        return;
      }
      depth++;
      const style = attributes.style ?? '';
      const isHidden = UNSEEN.has(name) || 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|text-decoration[^;]*line-through/i.test(style);
      if (hiddenDepth > 0 || isHidden || depth > MAX_DEPTH) {
        hiddenDepth++;
        return;
      }
      if (BLOCKS.has(name) || /^h[1-6]$/.test(name)) flush();
      if (name === 'table') tables.push([]);
      if (name === 'tr') tables.at(-1)?.push([]);
      if (name === 'td' || name === 'th') {
        flush();
        const span = Math.min(50, Math.max(1, Number(attributes.colspan ?? 1) || 1));
        tables.at(-1)?.at(-1)?.push(...Array.from({ length: span }, () => ''));
      }
    },
    ontext: (text) => {
      if (inTitle) title += text;
      else if (hiddenDepth === 0) open += text;
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false;
      if (VOID.has(name)) return;
      depth--;
      if (hiddenDepth > 0) {
        hiddenDepth--;
        return;
      }
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined && open.trim() !== '' && tables.length === 0) {
        hasHeadings = true;
        flush(`${'#'.repeat(Number(level))} `);
      } else if (BLOCKS.has(name) || name === 'td' || name === 'th') flush();
      if (name === 'table') {
        const text = tableText(tables.pop() ?? []);
        if (text !== '') out.push(`${text}\n\n`);
      }
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return { text: out.join(''), title: title.replace(/\s+/g, ' ').trim(), hasHeadings };
}

/** The encoding that a page states of itself, lower case; null where it states none. */
export function statedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
