import { describe, expect, it } from 'vitest';
import type { Article, RawDocument } from '../../src/domain/corpus.js';
import { describeArticles } from '../../src/ingest/describe-articles.js';
import { printedLines } from '../../src/ingest/printed-lines.js';
import { repairParagraphs } from '../../src/ingest/repair-paragraphs.js';
import { findSessionName } from '../../src/ingest/session-name.js';
import { splitArticles } from '../../src/ingest/split-articles.js';
import { MINUTES, NARROW_PAGE, PAGE, rawDocument, REPORT_PAGE } from './page-of-news.js';
import { SECOND_PAGE } from './second-page-of-news.js';

function described(text: string, more: Partial<RawDocument> = {}): Article[] {
  const document = rawDocument(text, more);
  return describeArticles(splitArticles(repairParagraphs(printedLines(document), document.format), document.format), document);
}

describe('what is said of an article', () => {
  it('reads title, organ, session, day and kind of every article of a page', () => {
    const session = '清河市第三届人民代表大会第二次会议';
    const organ = '清河市第三届人民代表大会';
    expect(described(PAGE).map(({ title, body, meeting, date, kind }) => [title, body, meeting, date, kind])).toEqual([
      ['清河市第三届人民代表大会第二次会议关于清河市人民政府工作报告的决议', organ, session, '2023-03-08', 'resolution'],
      [`${session}公告`, organ, session, '2023-03-08', 'announcement'],
      ['春灌用水调度会召开 今年计划放水四轮', '', '春灌用水调度会', '2023-03-07', 'news'],
      ['把小巷修成会说话的路', '', '', '2023-03-09', 'news'],
      ['盐碱地里种出了甜瓜——访东洼村合作社理事长曲长河', '', '', '2023-03-09', 'news'],
      ['遗失声明', '', '', '2023-03-09', 'notice'],
    ]);
  });

  it('knows an editorial, a wire story, a continuation, a list of names and an advertisement', () => {
    expect(described(SECOND_PAGE).map(({ title, meeting, date, kind }) => [title.slice(0, 12), meeting.slice(-8), date, kind])).toEqual([
      ['清河市第三届人民代表大会', '表大会第二次会议', '2023-03-08', 'resolution'],
      ['清河市第三届人民代表大会', '表大会第二次会议', null, 'other'],
      ['坚定信心 实干争先！——', '三届人大二次会议', null, 'news'],
      ['种子下地之前', '', '2023-03-08', 'news'],
      ['市领导调研“两会”精神落', '', '2023-03-09', 'news'],
      ['page', '', null, 'other'],
      ['我市出台《清河市电动自行', '', '2023-03-08', 'news'],
      ['拍卖公告', '', '2023-03-09', 'announcement'],
      ['遗失声明', '', null, 'notice'],
    ]);
  });

  it('takes organ and session of a report from its subtitle', () => {
    expect(described(REPORT_PAGE)[0]).toMatchObject({ title: '2022年清河市政府工作报告', body: '清河市第三届人民代表大会', meeting: '清河市第三届人民代表大会第一次会议', date: '2022-02-15', kind: 'report' });
  });

  it('takes the organ of a numbered executive meeting from the headline', () => {
    expect(described(NARROW_PAGE)[0]).toMatchObject({ title: '市政府召开第十七次常务会议 研究部署汛期安全工作', body: '市政府', meeting: '市政府第十七次常务会议', kind: 'news' });
  });

  it('gives no year to a page that names none', () => {
    expect(described(NARROW_PAGE).map(({ date }) => date)).toEqual([null, null]);
  });

  it('takes the year of a page from full dates elsewhere on it', () => {
    const page = '春灌开始\n本报讯 3月7日，全市春灌开始。\n清河市关于节水的决定\n（2021年3月5日市人大常委会通过）\n决定节约用水。';
    expect(described(page).map(({ date }) => date)).toEqual(['2021-03-07', '2021-03-05']);
  });

  it('does not take the day of a count for the day of the event', () => {
    expect(described('提案工作进展\n本报讯 截至3月2日，共收到提案九十件。3月4日，提案委员会开会审查。\n清河市通告\n2021年3月5日起施行。')[0]?.date).toBe('2021-03-04');
  });

  it('lets front matter stand against the text, and the dateline against the day of a row', () => {
    const text = '关于节水的决定\n（2021年3月5日市人大常委会通过）\n决定节约用水。';
    expect(described(text, { format: 'md', given: { date: '2021-03-09', kind: 'record', body: '某机关', meeting: '某会议', title: '某题' } })[0]).toMatchObject({ date: '2021-03-09', kind: 'record', body: '某机关', meeting: '某会议', title: '某题' });
    expect(described(text, { format: 'jsonl', given: { date: '2021-03-09', title: '关于节水的决定' } })[0]).toMatchObject({ date: '2021-03-05', kind: 'resolution' });
    expect(described(MINUTES, { format: 'jsonl', given: { date: '2024-05-15', title: '水务数字化工作组例会' } })[0]).toMatchObject({ date: '2024-05-15', kind: 'minutes', meeting: '水务数字化工作组例会' });
  });

  it('does not take a term that is set for the year of a page, and counts a signature most', () => {
    const page = '渡轮补贴延长\n本报讯 7月3日，市政府决定，渡轮补贴延长到2033年12月31日。\n致谢公告\n澜桥市红十字会感谢市民捐款。\n澜桥市红十字会\n2031年7月2日';
    expect(described(page).map(({ date }) => date)).toEqual(['2031-07-03', '2031-07-02']);
  });

  it('takes the last of several days for that of a session, and the day of a count where there is no other', () => {
    expect(described('县十二届人大常委会举行第三次会议\n本报讯（记者 白棠）5月26日至27日，县十二届人大常委会举行第三次会议。\n澜桥县通告\n2031年5月1日起施行。')[0]).toMatchObject({ date: '2031-05-27', body: '县十二届人大常委会', meeting: '县十二届人大常委会第三次会议' });
    expect(described('提案工作进展\n本报讯(记者 白棠) 截至3月2日，共收到提案九十件。\n清河市通告\n2021年3月5日起施行。')[0]?.date).toBe('2021-03-02');
  });

  it('names relative organs in full by the place of the page', () => {
    const page = '澜桥市第三届人民代表大会第二次会议公告\n（2031年3月8日澜桥市第三届人民代表大会第二次会议通过）\n现予公告。\n市政协三届二次会议收到提案90件\n本报讯(记者 白棠) 3月7日，市政协三届二次会议收到提案90件。';
    expect(described(page)[1]).toMatchObject({ body: '澜桥市政协', meeting: '澜桥市政协三届二次会议' });
  });

  it('names the committee of minutes and the publisher of a notice, and leaves the number of a paper out of its title', () => {
    expect(described('澜桥市规划委员会2031年第二次会议纪要\n时间：2031年4月11日\n一、审议码头选址\n审议意见：同意。')[0]).toMatchObject({ body: '澜桥市规划委员会', meeting: '澜桥市规划委员会2031年第二次会议', kind: 'minutes' });
    expect(described('渡口花园第三届业主委员会第五次会议记录\n会议日期：2031年4月11日\n【议题1】照明\n决定：换灯。\n【议题2】停车\n决定：缓议。').map(({ body, meeting }) => [body, meeting])).toEqual([['渡口花园第三届业主委员会', '渡口花园第三届业主委员会第五次会议']]);
    expect(described('澜桥市自来水公司停水通知\n因检修，定于2031年4月11日停水，请市民提前储水。')[0]).toMatchObject({ body: '澜桥市自来水公司', meeting: '' });
    expect(described('澜桥市人民政府关于白棠等同志职务任免的通知\n澜府字〔2031〕48号\n各县人民政府：\n任命白棠为市交通局局长。\n2031年4月11日')[0]).toMatchObject({ title: '澜桥市人民政府关于白棠等同志职务任免的通知', body: '澜桥市人民政府', kind: 'announcement' });
  });

  it('falls back to the name of the file', () => {
    expect(described('会议指出，今年要把灌区改造做完。', { file: 'b/会议摘记.txt' })[0]?.title).toBe('会议摘记');
  });
});

describe('names of sessions', () => {
  it.each([
    ['中国人民政治协商会议第四届清河市委员会第二次会议政治决议', '中国人民政治协商会议第四届清河市委员会第二次会议', '中国人民政治协商会议第四届清河市委员会'],
    ['（2023年3月6日政协第四届清河市委员会第二次会议通过）', '政协第四届清河市委员会第二次会议', '政协第四届清河市委员会'],
    ['3月8日，出席市三届人大二次会议的代表审议报告', '市三届人大二次会议', '市三届人大'],
    ['关于市政协四届一次会议以来提案工作的报告', '市政协四届一次会议', '市政协'],
    ['贯彻落实市委五届六次全会精神', '市委五届六次全会', '市委'],
  ])('%s', (text, meeting, body) => {
    expect(findSessionName(text)).toEqual({ meeting, body });
  });

  it('finds none where none is numbered', () => {
    expect(findSessionName('全市春灌用水调度会召开')).toBeNull();
  });
});
