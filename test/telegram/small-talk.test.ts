import { expect, test } from 'vitest';
import { person, privateText } from './make-updates.js';
import { startHouseBot } from './start-house-bot.js';

const CITIZEN = 7;

test.each([['你好', '我在，随时可以问'], ['在吗？', '我在，随时可以问'], ['谢谢！', '我在，随时可以问'], ['你是誰', '我在，随时可以问'], ['hello', 'I am here'], ['Thank you!', 'I am here']])('%s is greeted, not searched for', async (text, reply) => {
  const { api, house } = await startHouseBot();
  api.push(privateText(CITIZEN, text));
  const sent = await api.message(CITIZEN);
  expect(sent.text).toMatch(new RegExp(`^${reply}`, 'u'));
  expect(sent.buttons).toEqual([]);
  expect(house.log().recent(1)).toMatchObject([{ passages: [], answer: { status: 'clarification_courtesy' } }]);
});

test('a greeting before a question, and words that only begin like one, are questions', async () => {
  const { api } = await startHouseBot();
  api.push(privateText(CITIZEN, '你好，图书室每周开放几天？'));
  expect((await api.message(CITIZEN)).text).toContain('五天');
  api.push(privateText(CITIZEN, '你好邻居活动什么时候举行？'));
  expect((await api.message(CITIZEN, 2)).text).not.toContain('我在');
});

test('keys hit at random are nothing to go on from', async () => {
  const { api } = await startHouseBot();
  api.push(privateText(CITIZEN, 'asdfgh'));
  await api.message(CITIZEN);
  api.push(privateText(CITIZEN, '由谁负责？'));
  expect((await api.message(CITIZEN, 2)).text).not.toContain('asdfgh');
});

test('of a joint meeting and one that has the name to itself, the latter is opened', async () => {
  const record = (title: string, meeting: string, text: string) => `---\ntitle: ${title}\nbody: 澜桥市\nmeeting: ${meeting}\ndate: 2025-03-01\n---\n${text}\n`;
  const { api } = await startHouseBot({ records: {
    'a.md': record('五届三次会议概况', '政协第五届澜桥市委员会第三次会议（市政协五届三次会议）', '会议收到提案312件。'),
    'b.md': record('两会之声', '2025年澜桥市两会（市六届人大四次会议、市政协五届三次会议）', '代表谈报告。'),
  } });
  api.push(privateText(CITIZEN, '/meeting 市政协五届三次会议'));
  expect((await api.message(CITIZEN, 2)).text).toContain('五届三次会议概况');
});

test('organs of a joint record are named one by one, marks of headings and of lone items are not shown', async () => {
  const record = (body: string, text: string) => `---\ntitle: 村务会议纪要\nbody: ${body}\ndate: 2025-03-01\n---\n${text}\n`;
  const { api } = await startHouseBot({ records: {
    'a.md': record('蓝桥村民委员会', '# 修桥\n\n会议作出三项安排。\n\n- 修缮石桥3座，由李建国负责\n- 疏浚水渠2公里，由王秀兰负责\n'),
    'b.md': record('蓝桥村民委员会、石门村民委员会', '两村合办秋收集市。'),
  } });
  api.push(privateText(CITIZEN, '/start'));
  expect((await api.message(CITIZEN)).text).toContain('涉及：蓝桥村民委员会、石门村民委员会。');
  api.push(privateText(CITIZEN, '疏浚水渠由谁负责？'), privateText(CITIZEN, '村里的游泳池什么时候开放？', { from: person(CITIZEN) }));
  const answered = (await api.message(CITIZEN, 2)).text;
  expect(answered).toContain('王秀兰');
  expect(answered).not.toMatch(/^- /u);
  const declined = (await api.message(CITIZEN, 3)).text;
  expect(declined).toContain('游泳池');
  expect(declined).not.toContain('#');
});
