import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { makeDocxOf, makePdf, makeZip, WORD_PAGE_BREAK, wordParagraph } from '../adapters/files/make-office-files.js';

const TITLE = '澜桥市第六届人民代表大会第四次会议关于水务工作的决议';
const BODY = ['（2024年3月12日澜桥市第六届人民代表大会第四次会议通过）', '澜桥市第六届人民代表大会第四次会议审议了水务工作报告。会议决定新建水厂三座，投资4.8亿元。', '会议要求在2026年底前改造老旧供水管网215公里，漏损率降到百分之九以下。'];
const LINES = [TITLE, ...BODY];
const TEXT = `${LINES.join('\n\n')}\n`;
const QUESTIONS = [['新建水厂多少座？', '三座'], ['改造老旧供水管网多少公里？', '215公里'], ['新建水厂投资多少？', '4.8亿元']] as const;

let folder = '';
const houses: BoundHouse[] = [];
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'huida-formats-')); });
afterAll(() => {
  for (const house of houses) house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function houseOf(name: string, bytes: string | Uint8Array): Promise<BoundHouse> {
  const corpus = join(folder, `${name}-corpus`);
  mkdirSync(corpus);
  writeFileSync(join(corpus, name), bytes);
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, `${name}-data`), corpusFolder: corpus }, () => undefined);
  houses.push(house);
  const summary = await house.ingest([corpus], () => undefined);
  expect(summary.skipped).toEqual([]);
  return house;
}

const iconv = (text: string, to: string): Buffer => execFileSync('iconv', ['-f', 'UTF-8', '-t', to], { input: text });
const wrapped = (text: string): string[] => text.match(/.{1,40}/g) ?? [];

const FORMS: readonly (readonly [string, () => Promise<string | Uint8Array>])[] = [
  ['utf8.txt', () => Promise.resolve(TEXT)],
  ['utf8-mark.txt', () => Promise.resolve(`\ufeff${TEXT}`)],
  ['utf16le.txt', () => Promise.resolve(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]))],
  ['utf16be.txt', () => Promise.resolve(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TEXT, 'utf16le').swap16()]))],
  ['gb18030.txt', () => Promise.resolve(iconv(TEXT, 'GB18030'))],
  ['crlf.txt', () => Promise.resolve(TEXT.replaceAll('\n', '\r\n'))],
  ['page.md', () => Promise.resolve(`# ${TITLE}\n\n${BODY.join('\n\n')}\n`)],
  ['page.html', () => Promise.resolve(`<!doctype html><title>网站</title><script>bad()</script><h1>${TITLE}</h1>${BODY.map((line) => `<p>${line}</p>`).join('')}<p hidden>新建水厂九座</p>`)],
  ['gbk.html', () => Promise.resolve(iconv(`<html><head><meta charset="gbk"></head><body><h1>${TITLE}</h1>${BODY.map((line) => `<p>${line}</p>`).join('')}</body></html>`, 'GB18030'))],
  ['word.docx', () => makeDocxOf(wordParagraph(TITLE, '<w:pStyle w:val="H1"/>') + BODY.map((line) => wordParagraph(line)).join(''))],
  ['print.pdf', () => Promise.resolve(makePdf([LINES.flatMap(wrapped)]))],
  ['packed.zip', () => makeZip({ '决议.txt': TEXT })],
  ['rows.jsonl', () => Promise.resolve(`${JSON.stringify({ id: 'water', title: TITLE, text: BODY.join('\n'), date: '2024-03-12' })}\n`)],
];

describe('one content in thirteen formats and encodings', () => {
  it.each(FORMS)('%s gives the same answers', async (name, make) => {
    const house = await houseOf(name, await make());
    for (const [question, expected] of QUESTIONS) {
      const { status, answer, citations } = await house.ask({ id: `${name}-${question}`, question, history: [] }, 'test');
      expect({ name, status, answer }).toEqual({ name, status: 'answered', answer: expect.stringContaining(expected) as string });
      expect(citations[0]?.date).toBe('2024-03-12');
    }
  });

  it('reads traditional Chinese in Big5', async () => {
    const house = await houseOf('big5.txt', iconv('瀾橋市議會第三次會議關於圖書館的決議\n\n會議決定新建圖書館六座，經費二億元。\n', 'BIG5'));
    expect((await house.ask({ id: 'b', question: '新建圖書館幾座？', history: [] }, 'test')).answer).toContain('六座');
  });
});

describe('pages', () => {
  const towns = ['柳溪', '石门', '青浦', '白云', '东河', '西坪', '南岭', '北塘', '安平', '永乐', '长春', '高桥', '大营', '小店', '三合', '五里', '七星', '九龙', '金山', '银川', '铜川', '铁岭', '锡林', '玉泉', '珠江'];
  const fact = (town: string, index: number): string => `${town}镇完成植树造林${String(310 + index * 7)}亩，受到会议表扬。`;
  const filler = '其他工作按照年初部署稳步推进，有关部门加强督促检查，各项任务有序落实。';

  it.each(['pdf', 'docx'])('are cited right for 25 of 25 questions in a %s', async (kind) => {
    const bytes = kind === 'pdf'
      ? makePdf(towns.map((town, index) => [...(index === 0 ? ['澜桥市林业工作会议纪要'] : []), fact(town, index), ...wrapped(filler), String(index + 1)]))
      : await makeDocxOf(wordParagraph('澜桥市林业工作会议纪要') + towns.map((town, index) => (index === 0 ? '' : WORD_PAGE_BREAK) + wordParagraph(fact(town, index)) + wordParagraph(filler)).join(''));
    const house = await houseOf(`pages-${kind}.${kind}`, bytes);
    const wrong: string[] = [];
    for (const [index, town] of towns.entries()) {
      const { citations, answer } = await house.ask({ id: `${kind}-${town}`, question: `${town}镇完成植树造林多少亩？`, history: [] }, 'test');
      if (citations[0]?.source.page !== index + 1) wrong.push(`${town}: page ${String(citations[0]?.source.page)} instead of ${String(index + 1)}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    const { citations } = await house.ask({ id: `${kind}-mark`, question: '柳溪镇完成植树造林多少亩？', history: [] }, 'test');
    expect(citations[0]?.source.pageIsApproximate).toBe(kind === 'docx' ? true : undefined);
  });
});
