import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const LONGEST = 300;

describe('an overview of a session', () => {
  it('tells when it was, what it approved and how many proposals came in, out of several records', async () => {
    const { status, answer, citations } = await ask('政协五届三次会议讲了什么');
    expect(status).toBe('answered');
    for (const told of ['2024年1月15日至1月18日', '同意蒋绍川主席', '共收到提案312件']) expect(answer).toContain(told);
    expect(new Set(citations.map(({ documentId }) => documentId)).size).toBeGreaterThan(1);
    expect(answer.length).toBeLessThanOrEqual(LONGEST);
    expect(answer.indexOf('1月15日至1月18日')).toBeLessThan(answer.indexOf('同意蒋绍川主席'));
  });

  it.each(['政协五届四次会议有哪些成果', '政协五届四次会议取得了什么成果', '政协五届四次会议的概况'])('%s', async (question) => {
    const { answer } = await ask(question);
    expect(answer).toContain('2025年1月13日至1月16日');
    expect(answer).toContain('共收到提案347件，立案301件');
    expect(answer).not.toContain('312件');
  });

  it('is none of a session that no record names', async () => {
    expect((await ask('政协五届六次会议讲了什么')).status).toMatch(/^refused/);
  });
});

describe('an overview of minutes', () => {
  it('tells topic by topic what came of it', async () => {
    const { answer } = await ask('2024年9月11日市水系治理专班例会的主要内容是什么');
    expect(answer.split('\n').map((line) => line.replace(/ \[\d\]$/, ''))).toEqual(['会议时间：2024年9月11日', '1. 青沙河闸门更换', '→ 更换9扇闸门，费用由区级承担。', '2. 湿地步道选线', '→ 采用北线方案。']);
  });

  it('keeps every topic where the outcomes do not all fit', async () => {
    const topics = ['码头清淤', '航标移位', '巡船更新', '灯塔检修', '仓库迁址'];
    const text = ['会议时间：2031年4月5日', '议题', ...topics.map((topic, index) => `议题${String(index + 1)}：${topic}`), '纪要', ...topics.flatMap((topic, index) => [`议题${String(index + 1)}：${topic}`, `结论：${topic}由云溪站牵头办理，先摸清底数再排定工期，所需经费从年度预算中列支，十月底以前报送一次完整的进展情况。`])].join('\n');
    const generation = await generationOf([inventedDocument('yunxi.md', text, { title: '云溪站例会', body: '云溪站', date: '2031-04-05', kind: 'minutes' })]);
    const { answer } = await ask('2031年4月5日云溪站例会讲了什么', lanqiaoPorts({ generation: () => Promise.resolve(generation) }));
    for (const [index, topic] of topics.entries()) expect(answer).toContain(`${String(index + 1)}. ${topic}`);
    expect(answer).toContain('→ 码头清淤由云溪站牵头办理');
    expect(answer.replace(/ \[\d+\]/g, '').length).toBeLessThanOrEqual(LONGEST);
  });
});

describe('an overview of one document', () => {
  it('keeps a lead-in and its list together', async () => {
    const text = '2031年3月，云溪镇开了渡口工作会。\n\n会议由镇长主持。\n\n会议提出三项要求：\n\n- 加固栈桥\n- 清点救生衣\n- 每日巡查\n\n## 出处\n\n这篇报道的记者是路知微。';
    const generation = await generationOf([inventedDocument('ferry.md', text, { title: '云溪镇渡口工作会议', date: '2031-03-02', kind: 'news' })]);
    const { answer } = await ask('介绍一下云溪镇渡口工作会议', lanqiaoPorts({ generation: () => Promise.resolve(generation) }));
    expect(answer).toMatch(/会议提出三项要求：\s*- 加固栈桥\s*- 清点救生衣\s*- 每日巡查/);
    expect(answer).toContain('由镇长主持');
    expect(answer).not.toContain('记者');
  });

  it('tells the targets where targets are asked for', async () => {
    expect((await ask('介绍一下2025年澜桥市政府工作报告的目标')).answer).toContain('地区生产总值增长5.5%左右');
  });
});
