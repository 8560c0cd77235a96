import { tableText } from '../../language/table-text.js';
import { readHeadingStyles } from './heading-styles.js';
import { openZip } from './open-zip.js';
import { walkXml } from './walk-xml.js';

/** Text of a word-processor file; a form feed stands where a page began when it was last laid out. */
export interface DocxText {
  text: string;
  hasHeadings: boolean;
}

interface OpenParagraph {
  text: string;
  level: number | null;
  breaksBefore: number;
  breaksInside: number;
}

/** Elements whose text is not part of the text in force: deleted, moved away, codes of fields, a second rendering for old readers. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:comment', 'w:object', 'w:fldData']);

/** Reads the text in force: tracked deletions, hidden text, comments and field codes stay out. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText | { reason: string }> {
  const zip = await openZip(bytes);
  if ('reason' in zip) return zip;
  const main = zip.members.find(({ name }) => name === 'word/document.xml');
  if (main === undefined) return { reason: 'It is no .docx file: it has no word/document.xml; save it again as .docx.' };
  if (zip.members.some(({ isEncrypted }) => isEncrypted)) return { reason: 'The .docx file is encrypted; save it without a password.' };
  try {
    const styles = zip.members.find(({ name }) => name === 'word/styles.xml');
    const levels = styles === undefined ? new Map<string, number>() : readHeadingStyles(await styles.read());
    return bodyText(await main.read(), levels);
  } catch {
    return { reason: 'The .docx file is damaged or holds a document type declaration; save it again as .docx.' };
  }
}

function bodyText(xml: Uint8Array, levels: ReadonlyMap<string, number>): DocxText {
  const out: string[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: { rows: string[][]; depth: number }[] = [];
  let unseen = 0;
  let isHidden = false;
  let inRunProperties = false;
  let hasHeadings = false;
  let inText = false;
  /** Word marks a page break it was told to make and the page that came of it: one turn of the page. */
  let hasBrokenSinceText = false;
  const current = (): OpenParagraph | undefined => paragraphs.at(-1);
  const turnPage = (): void => {
    const open = current();
    if (hasBrokenSinceText || open === undefined) return;
    hasBrokenSinceText = true;
    if (open.text.trim() === '') open.breaksBefore++;
    else open.breaksInside++;
  };
  const endParagraph = (): void => {
    const done = paragraphs.pop();
    if (done === undefined) return;
    const text = done.text.replace(/[ \t\u00a0]+$/gm, '');
    const cells = tables.at(-1)?.rows.at(-1);
    if (cells !== undefined && cells.length > 0) cells.push(`${cells.pop() ?? ''} ${text}`.trim());
    else {
      const mark = done.level === null || text.trim() === '' ? '' : `${'#'.repeat(Math.min(6, done.level))} `;
      if (mark !== '') hasHeadings = true;
      out.push('\f'.repeat(done.breaksBefore) + mark + text + '\f'.repeat(done.breaksInside));
      return;
    }
    if (done.breaksBefore + done.breaksInside > 0) out.push('\f'.repeat(done.breaksBefore + done.breaksInside));
  };
  walkXml(xml, {
    open: (name, attributes) => {
      if (unseen > 0 || UNSEEN.has(name)) {
        unseen++;
        return;
      }
      const value = attributes['w:val'];
      if (name === 'w:p') paragraphs.push({ text: '', level: null, breaksBefore: 0, breaksInside: 0 });
      else if (name === 'w:pStyle' && value !== undefined) setLevel(current(), levels.get(value));
      else if (name === 'w:outlineLvl' && value !== undefined && Number(value) < 6) setLevel(current(), Number(value) + 1);
      else if (name === 'w:pageBreakBefore' && isOn(value)) turnPage();
      else if (name === 'w:rPr') inRunProperties = true;
      else if (name === 'w:r') isHidden = false;
      else if (inRunProperties && (name === 'w:vanish' || name === 'w:webHidden' || name === 'w:strike' || name === 'w:dstrike') && isOn(value)) isHidden = true;
      else if (name === 'w:t') inText = !isHidden;
      else if (name === 'w:tab' && !inRunProperties && !isHidden) append(current(), ' ');
      else if (name === 'w:lastRenderedPageBreak') turnPage();
      else if (name === 'w:br' && attributes['w:type'] === 'page') turnPage();
      else if ((name === 'w:br' || name === 'w:cr') && !isHidden) append(current(), '\n');
      else if (name === 'w:tbl') tables.push({ rows: [], depth: paragraphs.length });
      else if (name === 'w:tr') tables.at(-1)?.rows.push([]);
      else if (name === 'w:tc') tables.at(-1)?.rows.at(-1)?.push('');
      else if (name === 'w:gridSpan') tables.at(-1)?.rows.at(-1)?.push(...Array.from({ length: Math.min(50, Math.max(0, Number(value) - 1)) }, () => ''));
    },
    text: (text) => {
      if (unseen > 0 || !inText) return;
      append(current(), text);
      if (text.trim() !== '') hasBrokenSinceText = false;
    },
    close: (name) => {
      if (unseen > 0) {
        unseen--;
        return;
      }
      if (name === 'w:t') inText = false;
      else if (name === 'w:rPr') inRunProperties = false;
      else if (name === 'w:p') endParagraph();
      else if (name === 'w:tbl') out.push(tableText(tables.pop()?.rows ?? []));
    },
  });
  return { text: `${out.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`, hasHeadings };
}

function setLevel(paragraph: OpenParagraph | undefined, level: number | undefined): void {
  if (paragraph !== undefined && level !== undefined) paragraph.level = level;
}

function append(paragraph: OpenParagraph | undefined, text: string): void {
  if (paragraph !== undefined) paragraph.text += text;
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
