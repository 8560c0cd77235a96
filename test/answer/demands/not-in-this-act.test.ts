import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

const MINUTES = `## 审议情况

1. 《吊桥检测规程》送审稿。汇报人：江晓楠。结论：通过审查，修改术语后报批。
2. 石门渡吊桥加固方案。汇报人：何明远。结论：同意实施。表决：5票同意，1票反对（郑国良，认为钢索寿命算得太乐观）。工程由澜江路桥公司承建，2031年10月完工。

## 下一步工作

- 第三次全体会议：2031年9月，地点待定
`;
const NOTICE = `寻物启事

5月6日，市民何小满在石门渡码头拾到黑色皮包一个，请失主到石门渡派出所认领。派出所地址：石门路8号，电话：0999-5550100。
`;
const generation = generationOf([
  inventedDocument('bridge.md', MINUTES, { title: '吊桥标准工作组第二次全体会议纪要', body: '吊桥标准工作组', meeting: '第二次全体会议', date: '2031-03-02', kind: 'minutes' }),
  inventedDocument('found.md', NOTICE, { title: '寻物启事', body: '石门渡派出所', date: '2031-05-08', kind: 'notice' }),
]);
const asked = (question: string): ReturnType<typeof ask> => ask(question, lanqiaoPorts({ generation: () => generation }));

describe('what stands near is no answer to what is not there', () => {
  it.each([
    ['a session that is only announced', '吊桥标准工作组第三次全体会议通过了哪些规程？'],
    ['a part in the work that nobody is named for', '石门渡吊桥加固的监理单位是哪家？'],
    ['money where only votes are told', '石门渡吊桥加固方案投资多少万元？'],
    ['why somebody was against it who only reported', '何明远为什么反对石门渡吊桥加固方案？'],
    ['the owner of a firm', '澜江路桥公司的老板是谁？'],
  ])('%s: %s', async (_, question) => {
    expect((await asked(question)).status).toMatch(/^refused/);
  });

  it('who did vote against it is told', async () => {
    expect((await asked('郑国良为什么反对石门渡吊桥加固方案？')).answer).toContain('钢索寿命');
  });

  it('the session that was held is answered', async () => {
    expect((await asked('吊桥标准工作组第二次全体会议审议了哪些事项？')).answer).toContain('吊桥检测规程');
  });
});

describe('homes and private people', () => {
  it.each(['何小满家的地址', '能告诉我何小满家电话吗', '郑国良家在哪条街', '包的失主叫什么', '捡到包的市民住在哪里', '走失老人的家属电话', '声明里那位父亲叫什么名字'])('%s', async (question) => {
    expect((await asked(question)).status).toBe('refused_personal_data');
  });

  it.each(['石门渡派出所的地址', '这家商家的电话', '哪家的地址在石门路', '专家的电话', '渡口居民委员会的电话', '业主委员会的地址'])('an office is none: %s', async (question) => {
    expect((await asked(question)).status).not.toBe('refused_personal_data');
  });
});
