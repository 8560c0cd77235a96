import { describe, expect, it } from 'vitest';
import { findArticleBorders } from '../../src/ingest/article-borders.js';
import { printedLines } from '../../src/ingest/printed-lines.js';
import { repairParagraphs } from '../../src/ingest/repair-paragraphs.js';
import { splitArticles, type ArticleDraft } from '../../src/ingest/split-articles.js';
import { NARROW_PAGE, PAGE, rawDocument, REPORT_PAGE } from './page-of-news.js';

const split = (text: string, format: 'txt' | 'md' | 'jsonl' = 'txt'): ArticleDraft[] => splitArticles(repairParagraphs(printedLines(rawDocument(text, { format })), format), format);
const reasons = (text: string): string[] => findArticleBorders(text.split('\n').filter((line) => line.trim() !== '')).map(({ reason }) => reason);

describe('articles of a raw page', () => {
  it('finds every article, each for a reason', () => {
    expect(split(PAGE).map(({ heading, reason }) => [heading[0], reason])).toEqual([
      ['清河市第三届人民代表大会', 'title with a dateline in brackets'],
      ['清河市第三届人民代表大会第二次会议公告', 'title of an official document'],
      ['春灌用水调度会召开 今年计划放水四轮', 'title above a byline'],
      ['委员之声：', 'title above a byline'],
      ['【走基层】', 'title with a subtitle'],
      ['遗失声明', 'heading of a notice'],
    ]);
  });

  it('keeps a signature and its date with the announcement they sign', () => {
    expect(split(PAGE)[1]?.text).toMatch(/现予公告。\n清河市第三届人民代表大会第二次会议主席团\n2023年3月8日$/);
  });

  it('leaves subheads of a story and sections of a report inside', () => {
    expect(split(PAGE)[4]?.text).toContain('卖瓜\n今年的瓜');
    expect(split(REPORT_PAGE)).toHaveLength(1);
  });

  it('finds a headline without byline by the lead under it', () => {
    expect(split(NARROW_PAGE).map(({ reason }) => reason)).toEqual(['title above a byline', 'title above the lead of a report']);
  });

  it.each([
    ['wire news', '全国马拉松名录公布\n新华社北京3月2日电（记者 甲）名录列出一百二十场赛事。', 'title above a byline'],
    ['title and text on one line', '一篇旧稿的末尾在这里结束。\n清河大桥合龙 本报讯（记者 甲）3月2日，清河大桥合龙。', 'title and byline on one line'],
    ['a story that goes on from another page', '会议在上午结束。\n（上接第一版）项目要尽快开工。', 'continued from another page'],
    ['a wire feature', '会议在上午结束。\n新华社北京3月8日电 题：种子下地之前\n在北方，农民检查种子。', 'title and byline on one line'],
    ['interview', '让老街亮起来\n——访市城管局局长石敬山\n“路灯先修。”石敬山说。', 'title with a subtitle'],
    ['lost paper', '上一篇在这里结束。\n声明\n苗可欣的学生证遗失，作废。', 'heading of a notice'],
    ['notice of an organ', '上一篇在这里结束。\n清河市水利局关于停水检修的通告\n定于四月二日停水检修。', 'title of an official document'],
  ])('%s', (_, page, reason) => {
    expect(reasons(page)).toContain(reason);
  });

  it.each([
    ['a bare heading between paragraphs', '会议在上午结束。\n下一步安排\n各单位要抓紧落实。'],
    ['points with a dash', '会议在上午结束。\n主要目标\n——增长百分之六\n——就业一万八千人\n各单位要抓紧落实。'],
    ['a lead-in with a colon', '会议在上午结束。\n安排如下：\n星期一植树\n各单位要抓紧落实。'],
    ['half a sentence above a date', '代表们积极建言，截至\n2月19日下午6时，大会收到建议143件。'],
  ])('sees no border in %s', (_, page) => {
    expect(reasons(`市人大代表审议报告\n本报讯 代表们审议了报告。\n${page}`)).toEqual(['title above a byline']);
  });

  it('does not take the end of an open sentence into the next title', () => {
    const page = '市人大代表审议报告\n本报讯 代表们审议了报告，要求有关部门把十二项任务逐条分解，抓好\n督促落实\n清河大桥合龙\n比原计划早二十天\n本报讯 3月2日，清河大桥合龙。';
    expect(split(page).map(({ heading }) => heading)).toEqual([['市人大代表审议报告'], ['清河大桥合龙', '比原计划早二十天']]);
    expect(split(page)[0]?.text).toMatch(/抓好督促落实$/);
  });

  it('drops a heading without text and a lone masthead', () => {
    expect(split('清河日报\n2023年3月9日 星期四\n要闻')).toEqual([]);
    expect(split('市长调研水利工程\n（2023年3月9日）')).toEqual([]);
  });

  it('keeps text above the first heading', () => {
    expect(split('接着上一版的内容，会议还讨论了三件事。\n声明\n学生证遗失。').map(({ reason }) => reason)).toEqual(['text above the first heading', 'heading of a notice']);
  });
});

describe('articles of other formats', () => {
  it('takes a Markdown file as one article unless it has several first-level headings', () => {
    expect(split('# 甲\n\n文。\n\n## 乙\n\n文。', 'md')).toHaveLength(1);
    expect(split('# 甲\n\n文。\n\n# 乙\n\n文。', 'md').map(({ heading }) => heading)).toEqual([['甲'], ['乙']]);
  });

  it('takes a row as one article', () => {
    expect(split(PAGE, 'jsonl')).toHaveLength(1);
  });
});
