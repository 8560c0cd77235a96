import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_PAGES = 200;
const PAGE_MS = 60_000;
const LANGUAGES = 'chi_sim+eng';
const ADVICE = 'The PDF is a scan without a text layer, and no text recognition is installed; install it (Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils) and ingest again.';

/**
 * Recognises the pages of a scanned PDF with `pdftoppm` and `tesseract` (chi_sim), where both are installed; else the
 * sentence that advises to install them (`isRetried`: afterwards the same bytes can be read). Every page has a minute; a page that fails is left empty.
 */
export async function recognisePdf(bytes: Uint8Array): Promise<{ pages: string[] } | { reason: string; isRetried?: true }> {
  if (!(await hasRecognition())) return { reason: ADVICE, isRetried: true };
  const folder = await mkdtemp(join(tmpdir(), 'huida-ocr-'));
  try {
    const file = join(folder, 'scan.pdf');
    await writeFile(file, bytes);
    await run('pdftoppm', ['-r', '200', '-gray', '-png', '-l', String(MAX_PAGES), file, join(folder, 'page')], { timeout: PAGE_MS * 5, env: environment() });
    const images = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    const pages: string[] = [];
    for (const image of images) pages.push(await recognisePage(join(folder, image)));
    return pages.join('').trim() === '' ? { reason: 'The PDF is a scan, and no text was recognised in it; scan it again at 300 dpi.' } : { pages };
  } catch {
    return { reason: 'The PDF is a scan whose pages cannot be drawn; scan it again.' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recognisePage(image: string): Promise<string> {
  try {
    const { stdout } = await run('tesseract', [image, 'stdout', '-l', LANGUAGES, '--psm', '3'], { timeout: PAGE_MS, maxBuffer: 4 * 1024 * 1024, env: environment() });
    // The program sets a space between Chinese characters and a form feed at the end.
    return stdout.replaceAll('\f', '').replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])/g, '').trimEnd();
  } catch {
    return '';
  }
}

async function hasRecognition(): Promise<boolean> {
  try {
    const { stdout } = await run('tesseract', ['--list-langs'], { timeout: 10_000, env: environment() });
    await run('pdftoppm', ['-v'], { timeout: 10_000, env: environment() });
    return /^chi_sim$/m.test(stdout);
  } catch {
    return false;
  }
}

/** What the programs need to be found, and no secret. */
function environment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' };
}
