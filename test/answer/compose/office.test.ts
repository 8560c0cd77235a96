import { beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../../src/answer/understand.js';
import { readOfficeName } from '../../../src/answer/compose/office/office-name.js';
import { readOfficeQuestion } from '../../../src/answer/compose/office/read-office-question.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { Generation } from '../../../src/ports/generation.js';
import { ask, generationOf, lanqiaoPorts, thesaurus } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

const record = (id: string, date: string, text: string, body = '澜桥市人民政府', title = `记录 ${id}`): ReturnType<typeof inventedDocument> => inventedDocument(id, text, { title, body, date });

const DOCUMENTS = [
  record('opening-2021', '2021-03-02', '市长韩志远在大会上作政府工作报告。市政协主席蒋绍川、副主席陈静列席会议。'),
  record('opening-2023', '2023-02-10', '市长韩志远主持召开市政府常务会议。市教育局局长钱国栋汇报了校舍情况。'),
  record('appointments-2023', '2023-09-01', '澜桥市人大常委会会议决定：免去钱国栋的市教育局局长职务；任命孙晓梅为市教育局局长。接受马腾飞辞去市水务局局长职务的请求。', '澜桥市人大常委会'),
  record('water-2023', '2023-05-01', '市水务局局长马腾飞介绍了水库的情况。'),
  record('election-2024', '2024-01-20', '大会选举孟怀舟为澜桥市市长，陈一鸣、吴思远为澜桥市副市长。', '澜桥市人民代表大会'),
  record('candidates-2024', '2024-12-01', '会议酝酿了候选人名单，提名周立言为澜桥市市长候选人。', '澜桥市人民代表大会'),
  record('news-2025', '2025-02-20', '市长孟怀舟、市政协主席林若谷出席会议。副市长陈一鸣、吴思远、何静参加。市政协秘书长韦小青主持。'),
  record('district-2025', '2025-02-25', '青石区区长邓立秋、区政协主席尹书白到会。', '澜桥市青石区人民政府'),
  record('town-2025', '2025-01-05', '邻市云溪市市长贺兰芝来访，市委书记严启明会见。', '澜桥市人民政府'),
  record('congress-2025', '2025-01-16', '会议由大会执行主席李国强主持。主席团常务主席王敏、赵海涛出席。', '澜桥市第六届人民代表大会'),
  record('club-2025', '2025-03-01', '同意 Harbor SIG 组长更换为苏云亭，邹未央为副组长。', 'Harbor 社区'),
  record('ministers-2025', '2025-02-26', '省红十字会党组书记、常务副会长侯晚晴一行来访。'),
];

let generation: Generation;
const asked = (question: string): Promise<Answer> => ask(question, lanqiaoPorts({ generation: () => Promise.resolve(generation) }));

beforeAll(async () => {
  generation = await generationOf(DOCUMENTS);
});

describe('who holds an office', () => {
  it.each([
    ['谁是市长？', '截至2025年2月20日的记录：', ['孟怀舟'], 'news-2025'],
    ['现任澜桥市市长是哪位', '截至2025年2月20日的记录：', ['孟怀舟'], 'news-2025'],
    ['市政协主席由谁担任', '截至2025年2月20日的记录：', ['林若谷'], 'news-2025'],
    ['市政协现在的主席叫什么名字', '截至2025年2月20日的记录：', ['林若谷'], 'news-2025'],
    ['政协的一把手是谁', '截至2025年2月', ['林若谷'], 'news-2025'],
    ['市政协秘书长是谁', '截至2025年2月20日的记录：', ['韦小青'], 'news-2025'],
    ['副市长有哪些', '截至2025年2月20日的记录：', ['陈一鸣', '吴思远', '何静'], 'news-2025'],
    ['市教育局局长是谁', '截至2023年9月1日的记录：', ['孙晓梅'], 'appointments-2023'],
    ['2021年的市长是谁', '截至2021年3月2日的记录：', ['韩志远'], 'opening-2021'],
    ['2024年谁当选为澜桥市市长', '截至2024年1月20日的记录：', ['孟怀舟'], 'election-2024'],
    ['青石区区长是谁', '截至2025年2月25日的记录：', ['邓立秋'], 'district-2025'],
    ['区政协主席是谁', '截至2025年2月25日的记录：', ['尹书白'], 'district-2025'],
    ['云溪市的市长是谁', '截至2025年1月5日的记录：', ['贺兰芝'], 'town-2025'],
    ['主席团常务主席有哪几位', '截至2025年1月16日的记录：', ['王敏', '赵海涛'], 'congress-2025'],
    ['Harbor SIG的组长现在是谁', '截至2025年3月1日的记录：', ['苏云亭'], 'club-2025'],
    ['省红十字会常务副会长是谁', '截至2025年2月26日的记录：', ['侯晚晴'], 'ministers-2025'],
    ['Who is the mayor of 澜桥市?', 'As of 2025-02-20: ', ['孟怀舟'], 'news-2025'],
  ])('%s', async (question, lead, names, document) => {
    const answer = await asked(question);
    expect(answer.answer, question).toContain(lead);
    for (const name of names) expect(answer.answer).toContain(name);
    expect(answer.citations[0]?.documentId).toBe(document);
  });

  it('names whom older records name, with their dates', async () => {
    const { answer, citations } = await asked('现任市长是谁');
    expect(answer).toMatch(/孟怀舟.*\[1\]\n2023年2月10日的记录为：.*韩志远.*\[2\]/s);
    expect(citations.map(({ documentId }) => documentId)).toEqual(['news-2025', 'opening-2023']);
  });

  it('names the one before when asked', async () => {
    expect((await asked('澜桥市前任市长是谁')).answer).toContain('韩志远');
  });

  it('does not take the removed for the holder', async () => {
    const { answer, status } = await asked('市水务局局长是谁');
    expect(status).toBe('answered');
    expect(answer).toContain('截至2023年9月1日，记录中没有提到现任');
    expect(answer).toContain('辞去');
  });

  it.each(['市政协秘书长2021年是谁', '青石区委书记是谁', '市人大常委会主任是谁', '县政协主席是谁', '南岸市市长是谁', '市红十字会会长是谁', '1998年的澜桥市市长是谁'])('refuses %s', async (question) => {
    expect((await asked(question)).status).toMatch(/^refused/);
  });
});

describe('which office somebody holds', () => {
  it.each([
    ['孙晓梅是什么职务', ['截至2023年9月1日的记录：', '市教育局局长']],
    ['韦小青担任什么职务', ['截至2025年2月20日的记录：', '市政协秘书长']],
    ['侯晚晴是谁', ['党组书记、常务副会长']],
    ['马腾飞是什么职务', ['辞去市水务局局长职务']],
  ])('%s', async (question, parts) => {
    const { answer } = await asked(question);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('questions about offices', () => {
  it.each(['谁主持了会议', '市长作了什么批示', '哪位副市长出席了会议', '市长说了什么', '谁向市长汇报', '主席是谁', '市长批示了几次'])('%s is not one', (question) => {
    expect(readOfficeQuestion(understand(question, thesaurus))).toBeNull();
  });

  it.each([
    ['澜桥市政协副主席', { base: '主席', isDeputy: true, place: '澜桥', level: '市', organ: '政协' }],
    ['政协第五届澜桥市委员会主席', { base: '主席', place: '澜桥', level: '市', organ: '政协' }],
    ['中共澜桥市委书记', { base: '书记', place: '澜桥', level: '市', organ: '委' }],
    ['澜桥市长', { base: '市长', place: '澜桥', level: '市', organ: '' }],
    ['云川省澜桥市人民政府市长', { base: '市长', place: '澜桥', level: '市' }],
    ['省红十字会常务副会长', { base: '会长', rank: '常务', isDeputy: true, level: '省', organ: '红十字会' }],
    ['经济开发区管委会主任', { base: '主任', level: '' }],
  ])('%s is read', (wording, parts) => {
    expect(readOfficeName(wording)).toMatchObject(parts);
  });
});
