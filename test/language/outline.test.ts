import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripNumber } from '../../src/language/item-number.js';
import { readOutline } from '../../src/language/outline.js';
import { inventedText } from './invented-text.js';

/** Agenda, attendees and topics as text, for comparison. */
function outlined(text: string): { agenda: string[]; attendees: string | null; topics: { title: string; fields: string[] }[] } {
  const { agenda, attendees, topics } = readOutline(text);
  const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return { agenda: agenda.map(cut), attendees: attendees === null ? null : cut(attendees), topics: topics.map((topic) => ({ title: topic.title, fields: topic.fields.map((field) => `${field.kind}: ${cut(field)}`) })) };
}

const LABELLED = `灯塔站例会 2031-04-05

参会人员：
陆沉舟、白棠
贺兰舟

会议议题：
1. 灯塔检修
2. 航标移位

会议纪要：
议题一：灯塔检修
汇报人：陆沉舟
进展：已看两处
会议结论：
1) 同意检修
2) 四月底前完工
遗留问题：备件尚未到货

议题二、航标移位
汇报人: 白棠
结论: 缓议
`;

const HEADED = `## 一、码头清淤
主讲人：贺兰舟
结论：同意，预算另报。

## 二、巡船更新
主讲人：白棠
结论：更新两艘。
下一步计划：六月招标
`;

const REPEATED = `议程
- 码头清淤方案
- 巡船更新

与会人
白棠、陆沉舟

内容
码头清淤方案
同意北岸先行。
巡船更新
决议：更新两艘
待办：联系船厂
`;

const TABLE = `议题列表

| 编号 | 议题名称 | 汇报人 | 会议纪要 |
| --- | --- | --- | --- |
| 1 | 灯塔检修 | 陆沉舟 | 会议结论：同意检修 遗留问题：备件未到 |
| 2 | 航标移位 | 白棠 | 缓议 |
`;

describe('readOutline', () => {
  it('reads labelled minutes: agenda, attendees, and what each topic says', () => {
    expect(outlined(LABELLED)).toEqual({
      agenda: ['灯塔检修', '航标移位'],
      attendees: '陆沉舟、白棠\n贺兰舟',
      topics: [
        { title: '灯塔检修', fields: ['presenter: 陆沉舟', 'progress: 已看两处', 'conclusion: 1) 同意检修\n2) 四月底前完工', 'followup: 备件尚未到货'] },
        { title: '航标移位', fields: ['presenter: 白棠', 'conclusion: 缓议'] },
      ],
    });
  });

  it('reads topics that are numbered headings with labelled parts', () => {
    expect(outlined(HEADED).topics).toEqual([
      { title: '码头清淤', fields: ['presenter: 贺兰舟', 'conclusion: 同意，预算另报。'] },
      { title: '巡船更新', fields: ['presenter: 白棠', 'conclusion: 更新两艘。', 'plan: 六月招标'] },
    ]);
  });

  it('takes lines that repeat the agenda for the topics', () => {
    expect(outlined(REPEATED)).toEqual({
      agenda: ['码头清淤方案', '巡船更新'],
      attendees: '白棠、陆沉舟',
      topics: [
        { title: '码头清淤方案', fields: [] },
        { title: '巡船更新', fields: ['conclusion: 更新两艘', 'followup: 联系船厂'] },
      ],
    });
  });

  it('reads topics from a table, labels inside a cell included', () => {
    expect(outlined(TABLE).topics).toEqual([
      { title: '灯塔检修', fields: ['presenter: 陆沉舟', 'conclusion: 同意检修', 'followup: 备件未到'] },
      { title: '航标移位', fields: ['presenter: 白棠', 'conclusion: 缓议'] },
    ]);
  });

  it('counts a topic once that stands in the table of the agenda and under a heading', () => {
    const text = '议程\n|时间|议题|发言人|\n|--|--|--|\n|9:00|灯塔检修|白棠|\n|9:20|航标移位|陆沉舟|\n\n纪要\n\n议题一、灯塔检修\n结论：同意\n\n议题二、航标移位\n结论：缓议\n';
    expect(outlined(text).agenda).toEqual(['灯塔检修', '航标移位']);
  });

  it('keeps agenda lines without a number with the numbered topic they run on from', () => {
    const text = '议题\n议题1：拆分仓库\n旧仓改名\n议题2：航标移位\n\n纪要\n议题1：拆分仓库\n旧仓改名\n结论：再议\n议题2：航标移位\n结论：缓议\n';
    expect(outlined(text).topics).toEqual([{ title: '拆分仓库', fields: ['conclusion: 再议'] }, { title: '航标移位', fields: ['conclusion: 缓议'] }]);
  });

  it('finds the open points of a cell behind a comma or behind nothing, and no topic inside a cell', () => {
    const text = '| 议题 | 会议纪要 |\n| --- | --- |\n| 灯塔检修 | 会议结论：同意，遗留问题：备件未到 |\n| 航标移位 | 会议结论：同意立项遗留问题：选址 |\n| 讲堂筹备 | 结论：\n议题12选4。四月开讲。 |\n';
    expect(outlined(text).topics).toEqual([
      { title: '灯塔检修', fields: ['conclusion: 同意', 'followup: 备件未到'] },
      { title: '航标移位', fields: ['conclusion: 同意立项', 'followup: 选址'] },
      { title: '讲堂筹备', fields: ['conclusion: 议题12选4。四月开讲。'] },
    ]);
  });

  it('keeps an agenda without notes', () => {
    expect(outlined('议题：\n1、灯塔检修\n2、航标移位').agenda).toEqual(['灯塔检修', '航标移位']);
  });

  it('reads English and traditional headings', () => {
    expect(outlined('Agenda:\n1. Pier\n\nAttendees:\nBai Tang\n\nNotes:\n議題1：Pier\n會議結論：同意').topics).toEqual([{ title: 'Pier', fields: ['conclusion: 同意'] }]);
  });

  it('reads headings numbered alike once one of them has a labelled part, the office that reports and the vote', () => {
    const text = '澜桥市规划委员会2031年第一次会议纪要\n一、审议渡口街改造方案\n汇报单位：市住建局（白棠）\n审议意见：\n1．原则同意。\n2．檐口不高于9米。\n表决情况：同意8票，反对1票。\n二、通报上年工作\n白棠通报了情况。\n三、审议码头选址\n汇报单位：市交通局\n审议意见：暂缓。';
    expect(outlined(text).topics).toEqual([
      { title: '审议渡口街改造方案', fields: ['presenter: 市住建局（白棠）', 'conclusion: 1．原则同意。\n2．檐口不高于9米。', 'vote: 同意8票，反对1票。'] },
      { title: '通报上年工作', fields: [] },
      { title: '审议码头选址', fields: ['presenter: 市交通局', 'conclusion: 暂缓。'] },
    ]);
  });

  it('reads bracketed topics, bold labels, labels in two languages, and who came on one line', () => {
    const text = '出席：白棠、陆沉舟\n【议题1】码头照明\n决定：换灯。\n【议题2】停车\n**结论**：缓议\n**理由**：车位不足';
    expect(outlined(text)).toMatchObject({ attendees: '白棠、陆沉舟', agenda: ['码头照明', '停车'] });
    expect(outlined(text).topics.map(({ fields }) => fields)).toEqual([['conclusion: 换灯。'], ['conclusion: 缓议', 'reason: 车位不足']]);
    expect(outlined('## 1. Pier / 栈桥\nPresenter / 汇报人：Bai Tang 白棠\nDecision / 结论: Go.').topics).toEqual([{ title: 'Pier / 栈桥', fields: ['presenter: Bai Tang 白棠', 'conclusion: Go.'] }]);
  });

  it('finds presenter and outcome in official prose', () => {
    const text = '澜桥市人民政府常务会议纪要\n一、关于渡轮补贴\n会议听取了市交通局局长白棠的汇报。渡轮老旧。会议决定：\n（一）每班补贴300元。\n（二）明年再议。\n二、关于灯塔\n会议听取了陆沉舟的汇报，同意检修灯塔。\n三、会议还研究了其他事项。';
    expect(outlined(text).topics.map(({ fields }) => fields)).toEqual([
      ['presenter: 市交通局局长白棠', 'conclusion: 会议决定：\n（一）每班补贴300元。\n（二）明年再议。'],
      ['conclusion: 会议听取了陆沉舟的汇报，同意检修灯塔。', 'presenter: 陆沉舟'],
    ]);
  });

  it('reads topics that are told on one line each, and what is left to do', () => {
    const text = '1. 灯塔标准送审稿。汇报人：白棠。结论：通过，改一处。\n2. 航标标准。汇报人：陆沉舟。结论：延期。\n## 待办\n- 白棠：月底前报批';
    const { topics, actions } = readOutline(text);
    expect(topics.map(({ title, fields }) => [title, fields.map(({ start, end }) => text.slice(start, end))])).toEqual([['灯塔标准送审稿', ['白棠', '通过，改一处。']], ['航标标准', ['陆沉舟', '延期。']]]);
    expect(text.slice(actions?.start, actions?.end)).toBe('- 白棠：月底前报批');
  });

  it.each(['', '云溪今日有雨。', '一、总体要求\n坚持稳中求进。\n二、主要任务\n建设码头。'])('%j has no structure of minutes', (text) => {
    expect(readOutline(text)).toEqual({ topics: [], agenda: [], attendees: null, actions: null });
  });

  it('points into the text whatever stands there, fields inside their topics', () => {
    fc.assert(fc.property(inventedText, (text) => {
      const { topics, agenda, attendees } = readOutline(text);
      const holds = (outer: { start: number; end: number }, inner: { start: number; end: number }): boolean => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
      const whole = { start: 0, end: text.length };
      for (const span of [...agenda, ...topics, ...(attendees === null ? [] : [attendees])]) expect(holds(whole, span)).toBe(true);
      for (const topic of topics) {
        expect(text.slice(topic.titleStart, topic.titleEnd)).toBe(topic.title);
        for (const field of topic.fields) {
          expect(holds(topic, field)).toBe(true);
          expect(field.labelStart).toBeLessThanOrEqual(field.start);
        }
      }
    }), { numRuns: 1000 });
  });
});

describe('stripNumber', () => {
  it.each([['议题3、灯塔检修', '灯塔检修'], ['议题 十二：灯塔', '灯塔'], ['3. 灯塔', '灯塔'], ['（二）灯塔', '灯塔'], ['三、灯塔', '灯塔'], ['- 灯塔', '灯塔'], ['• 灯塔', '灯塔'], ['灯塔', '灯塔'], ['3.5米水深', '3.5米水深'], ['  灯塔  ', '灯塔'], ['## 2）灯塔', '灯塔']])('%j → %j', (line, rest) => {
    expect(stripNumber(line)).toBe(rest);
  });
});
