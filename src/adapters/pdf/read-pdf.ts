import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfText = { pages: string[] } | { reason: string; isScanned?: true };

const MAX_PAGES = 3000;
/** A page with less than this has no text layer worth the name. */
const MIN_CHARS_A_PAGE = 8;
/** Lost, private and control characters other than white space: what a font without a Unicode map leaves. */
const UNREAD = /(?![\t\n\r\f])[\p{Cc}\p{Co}\ufffd]/gu;
const PAGE_NUMBER = /^\s*(?:[-—–·]\s*)?(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[-—–·])?\s*$/;

/** The printed lines of every page. Nothing in the file is run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy that is no Buffer: the reader refuses those, and takes the bytes over.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) return { reason: `The PDF has ${String(pdf.numPages)} pages, more than the ${String(MAX_PAGES)} allowed; split it.` };
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    const text = pages.join('');
    const chars = text.replace(/\s/g, '').length;
    if (chars < MIN_CHARS_A_PAGE * Math.max(1, pages.length) && chars < 400) return { reason: 'The PDF is a scan without a text layer.', isScanned: true };
    const unread = text.match(UNREAD)?.length ?? 0;
    if (unread > chars * 0.02) return { reason: 'The letters of the PDF have no meaning of their own (its fonts lack a Unicode map); export it again or give it as text.', isScanned: true };
    return { pages: pages.map((page) => page.replace(UNREAD, '')) };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return { reason: 'The PDF is encrypted; save it without a password.' };
    return { reason: 'The PDF is damaged and cannot be read; export it again.' };
  } finally {
    await task.destroy();
  }
}

interface Item {
  str: string;
  hasEOL: boolean;
  transform: number[];
  width: number;
  height: number;
}

/** Items in the order of the file, which is reading order in what office programs write; a new height begins a new line. */
function linesOf(items: readonly Item[]): string {
  const lines: string[] = [];
  let line = '';
  let last: Item | null = null;
  for (const item of items) {
    const size = Math.abs(item.transform[3] ?? 0) || item.height || 10;
    if (last !== null && item.str !== '' && Math.abs((item.transform[5] ?? 0) - (last.transform[5] ?? 0)) > size * 0.6) {
      lines.push(line);
      line = '';
    } else if (last !== null && line !== '' && item.str !== '') {
      const gap = (item.transform[4] ?? 0) - ((last.transform[4] ?? 0) + last.width);
      if (gap > size * 1.5) line += '  ';
      else if (gap > size * 0.15 && /[A-Za-z\d,.;:]$/.test(line) && /^[A-Za-z\d]/.test(item.str)) line += ' ';
    }
    line += item.str;
    if (item.str !== '') last = item;
    if (item.hasEOL) {
      lines.push(line);
      line = '';
      last = null;
    }
  }
  lines.push(line);
  const printed = lines.map((each) => each.trimEnd()).filter((each, index, all) => each !== '' || all[index - 1] !== '');
  while (PAGE_NUMBER.test(printed.at(-1) ?? 'x') || printed.at(-1) === '') printed.pop();
  while (PAGE_NUMBER.test(printed[0] ?? 'x') || printed[0] === '') printed.shift();
  return printed.join('\n');
}
