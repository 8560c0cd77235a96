import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Article, Passage, RawDocument } from '../../src/domain/corpus.js';
import { sha256 } from '../../src/domain/ids.js';
import { CUTTER_VERSION } from '../../src/ingest/cut-passages.js';
import { headerText } from '../../src/ingest/passage-header.js';
import { prepareDocument, type PreparedDocument } from '../../src/ingest/prepare-document.js';
import { splitLongText } from '../../src/adapters/langchain/split-long-text.js';
import { MINUTES, PAGE, rawDocument, REPORT_PAGE } from './page-of-news.js';

const prepare = (text: string, more: Partial<RawDocument> = {}): Promise<PreparedDocument> => prepareDocument(rawDocument(text, more), splitLongText);
const row = { format: 'jsonl', isSingleLine: true, given: { title: '例会' } } as const;
const sentence = (index: number): string => `第${String(index)}项工作由有关部门在年底以前完成并向会议报告进展情况。`;

/** Every character of the text that is not white space lies in exactly one passage. */
function expectWhole(article: Article, passages: readonly Passage[]): void {
  let at = 0;
  for (const passage of passages) {
    expect(article.text.slice(at, passage.start).trim()).toBe('');
    expect(passage.text).toBe(article.text.slice(passage.start, passage.end));
    expect(passage.text).toBe(passage.text.trim());
    expect(passage.text).not.toBe('');
    at = passage.end;
  }
  expect(article.text.slice(at).trim()).toBe('');
}

describe('passages of minutes', () => {
  it('keep presenter, conclusion and open points of an agenda item together', async () => {
    const { passages } = await prepare(MINUTES, row);
    expect(passages.map(({ text }) => text.split('\n')[0])).toEqual(['水务数字化工作组例会 2024-05-14', '议题1、泵站数据接入平台', '议题2、水质监测点命名规则']);
    expect(passages[1]?.text).toContain('汇报人：沈亦舟');
    expect(passages[1]?.text).toContain('五月底前给出改造报价');
    expect(passages[1]?.heading).toBe('会议纪要(Notes) / 议题1、泵站数据接入平台');
  });

  it('keep a long agenda whole', async () => {
    const agenda = Array.from({ length: 12 }, (_, index) => `议题${String(index + 1)}、第${String(index + 1)}座泵站的改造方案评审及经费安排`);
    const { passages } = await prepare(`例会\n\n议题(Agenda)\n\n${agenda.join('\n')}\n\n与会人(Attendees)\n\n沈亦舟`, row);
    expect(passages.filter(({ text }) => text.includes('议题1、') && text.includes('议题12、'))).toHaveLength(1);
  });

  it('never cut inside a row of a table', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| ${String(index)} | 泵站${String(index)}改造。验收！ | 沈亦舟 |`);
    const { passages } = await prepare(`# 泵站\n\n| 号 | 事项 | 人 |\n| -- | -- | -- |\n${rows.join('\n')}`, { format: 'md' });
    expect(passages.length).toBeGreaterThan(1);
    for (const line of passages.flatMap(({ text }) => text.split('\n')).filter((printed) => printed !== '')) expect(line).toMatch(/^#|^\|.*\|$/);
  });
});

describe('passages of prose', () => {
  it('are of a fair size, end at sentences and know their headings and lines', async () => {
    const body = Array.from({ length: 5 }, (_, paragraph) => Array.from({ length: 12 }, (_, index) => sentence(paragraph * 12 + index)).join(''));
    const { passages } = await prepare(`工作报告\n（2023年3月8日市人大常委会会议通过）\n一、抓落实\n${body.slice(0, 3).join('\n')}\n二、抓督查\n${body.slice(3).join('\n')}`);
    for (const { text } of passages.slice(0, -1)) {
      expect(text.length).toBeLessThanOrEqual(450);
      expect(text.length).toBeGreaterThanOrEqual(150);
      expect(text).toMatch(/。$/);
    }
    const second = passages.find(({ text }) => text.includes('二、抓督查'));
    expect(second?.heading).toBe('二、抓督查');
    expect(second?.place).toEqual({ file: 'page.txt', page: null, startLine: 7, endLine: 8 });
  });

  it('keep a lead-in with its list', async () => {
    const { passages } = await prepare(`# 目标\n\n${sentence(1).repeat(10)}\n\n今年的目标有三个：\n\n- 修路二百公里\n- 治水十二公里\n- 办学九所`, { format: 'md' });
    expect(passages.at(-1)?.text).toContain('三个：\n\n- 修路');
  });

  it('cut an overlong sentence at a comma and leave the comma where it was', async () => {
    const clause = '会议对各项指标逐条作了说明并征求了代表的意见，';
    const { articles, passages } = await prepare(`说明\n（2023年3月8日市人大常委会会议通过）\n${clause.repeat(60)}就这样决定。`);
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(600);
    for (const { text } of passages.slice(1)) expect(text).toMatch(/^会议对/);
    expectWhole(articles[0]!, passages);
  });

  it('count pages by form feeds and lines over repaired breaks', async () => {
    const { passages } = await prepare(`关于节水的决定\n（2023年3月8日市人大常委会会议通过）\n${sentence(1).repeat(8)}\f\n${sentence(2).repeat(8)}`);
    expect(passages.map(({ place }) => [place.page, place.startLine, place.endLine])).toEqual([[1, 1, 3], [2, 4, 4]]);
  });

  it('of a row all stand on its line', async () => {
    const { passages } = await prepare(REPORT_PAGE, { ...row, firstLine: 7 });
    expect(new Set(passages.map(({ place }) => `${String(place.startLine)}-${String(place.endLine)}`))).toEqual(new Set(['7-7']));
  });
});

describe('all passages', () => {
  it('cover the text of their article without overlap, whatever the text', async () => {
    const line = fc.oneof(
      fc.constantFrom('议题1、甲', '议题(Agenda)', '汇报人：乙', '会议结论：', '一、修路', '# 题', '## 节', '| 甲 | 乙 |', '| -- | -- |', '- 条目', '', '（2023年3月8日通过）', '本报讯 3月1日，会议召开。', '声明', '目标如下：'),
      fc.integer({ min: 1, max: 40 }).map((count) => sentence(count).repeat(count)),
      fc.integer({ min: 1, max: 900 }).map((count) => '无标点的长句子和字母abc 123'.repeat(60).slice(0, count)),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), fc.constantFrom('txt' as const, 'md' as const, 'jsonl' as const), async (lines, format) => {
        const { articles, passages, terms, texts } = await prepare(lines.join('\n'), { format });
        for (const article of articles) expectWhole(article, passages.filter(({ articleId }) => articleId === article.articleId));
        expect(new Set(passages.map(({ passageId }) => passageId)).size).toBe(passages.length);
        expect([terms.length, texts.length]).toEqual([passages.length, passages.length]);
      }),
      { numRuns: 150 },
    );
  });

  it('are indexed under a header of title, body, meeting, day and headings', async () => {
    const { articles, passages, texts, terms } = await prepare(PAGE);
    const header = headerText(articles[0]!, passages[0]!);
    expect(header).toBe('清河市第三届人民代表大会第二次会议关于清河市人民政府工作报告的决议\n清河市第三届人民代表大会\n清河市第三届人民代表大会第二次会议\n2023-03-08');
    expect(texts[0]).toBe(`${header}\n${String(passages[0]?.text)}`);
    expect(terms[0]).toContain('d:2023-03-08');
  });

  it('come out as they did, or under a new CUTTER_VERSION', async () => {
    const prepared = await Promise.all([prepare(PAGE), prepare(REPORT_PAGE), prepare(MINUTES, row)]);
    const digest = sha256(prepared.flatMap(({ articles, passages, texts }) => [...articles.map(({ title, text }) => `${title}\n${text}`), ...passages.map(({ start, end }) => `${String(start)}-${String(end)}`), ...texts]).join('\n')).slice(0, 12);
    // Indexes are told by the version which documents to read anew: when this fails, raise CUTTER_VERSION and note the new digest.
    expect(`${CUTTER_VERSION} ${digest}`).toBe('cut-8 5d713abe7aa2');
  });
});
