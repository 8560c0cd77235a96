import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import type { Generation } from '../../src/ports/generation.js';
import { ask, generationOf, lanqiaoPorts } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const record = (id: string, date: string, title: string, body: string, text: string): ReturnType<typeof inventedDocument> => inventedDocument(id, text, { title, body, date });

const DOCUMENTS = [
  record('league-1', '2030-03-04', '澜桥市桥梁检测标准化工作组第一次会议纪要', '澜桥市桥梁检测标准化工作组', '会议由组长韦明主持。秘书长由杜衡担任。'),
  record('league-2', '2031-03-04', '澜桥市桥梁检测标准化工作组第二次会议纪要', '澜桥市桥梁检测标准化工作组', '会议由组长韦明主持。秘书长杜衡因调动辞任，由贺晚晴接任。下次会议轮值主席 陶枝。'),
  record('appoint', '2031-05-06', '澜桥市人民政府关于苏望舒等同志职务任免的通知', '澜桥市人民政府', '任命苏望舒为市发展和改革委员会主任；免去岳千里的市发展和改革委员会主任职务。任命章怀远为市政府副秘书长。'),
  record('bridge', '2031-04-01', '跨江大桥检修工作会召开', '澜桥市人民政府', '市城市管理局局长章怀远通报了检修准备。市中级人民法院院长池听雨介绍了纠纷调处。'),
  record('inspection', '2031-06-01', '市人大常委会执法检查组关于检查供水条例实施情况的报告', '澜桥市人大常委会', '检查组由常委会主任鲁知秋任组长。请市政府在2031年9月底前将供水整改情况书面报告市人大常委会。'),
  record('outage', '2031-07-01', '北苑路停气通知', '澜桥市燃气公司', '因北苑路燃气管道检修，定于2031年7月3日22时至7月4日5时停气，请用户提前准备。'),
  record('owners', '2031-08-01', '澄湖苑业主委员会会议记录', '澄湖苑业主委员会', '屋顶防水维修选用长河公司。表决：4票同意，1票反对（聂小舟，认为报价过高）。'),
  record('works', '2031-08-09', '望江闸改建工程开工', '澜桥市水务局', '8月9日，望江闸改建工程开工，闸室长120米，工期14个月。'),
];

let generation: Generation;
const asked = (question: string): Promise<Answer> => ask(question, lanqiaoPorts({ generation: () => Promise.resolve(generation) }));

beforeAll(async () => {
  generation = await generationOf(DOCUMENTS);
});

describe('offices in other words', () => {
  it.each([
    ['桥梁检测标准工作组的秘书长换成谁了？', '贺晚晴'],
    ['桥梁检测标准化工作组的秘书长现在由谁接任？', '贺晚晴'],
    ['澜桥市发改委现在由谁当主任？', '苏望舒'],
    ['澜桥中院院长是谁？', '池听雨'],
    ['澜桥供水条例执法检查组的组长是谁？', '鲁知秋'],
    ['章怀远是澜桥哪个局的局长？', '市城市管理局局长章怀远'],
  ])('%s', async (question, expected) => {
    expect((await asked(question)).answer).toContain(expected);
  });

  it.each(['桥梁检测标准化工作组的轮值主席是谁？', '澜桥市卫健委主任是谁？', '澜桥高院院长是谁？', '苏望舒是哪个局的局长？'])('refuses %s', async (question) => {
    expect((await asked(question)).status).toMatch(/^refused/);
  });
});

describe('persons beside what they did, and times', () => {
  it.each([
    ['澄湖苑业委会屋顶防水维修是谁反对的？', '聂小舟'],
    ['北苑路停气从几点停到几点？', '22时至7月4日5时'],
    ['供水条例执法检查的整改情况最迟什么时候报告市人大常委会？', '9月底前'],
    ['望江闸改建工程工期多长？', '14个月'],
  ])('%s', async (question, expected) => {
    expect((await asked(question)).answer).toContain(expected);
  });
});
