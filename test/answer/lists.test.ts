import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const VISIT = `云溪县两会之声

云溪日报讯 县人大代表方知渡表示，报告总结客观、部署清晰、重点突出，说到了大家心里。渔业战线要做好以下工作，第一，修好冷库。第二，办好渔技课堂。第三，清理废旧网具。

县长楚临川要求，各乡镇要守好堤岸。要备足沙袋。要每日巡查。会后代表们参观了船坞。

县政协主席闻一苇介绍，去年工作仍有一些不足。主要是：走访不够经常，提案答复偏慢，宣传形式单一。

城乡绿化有新进展。栽树12万株，建公园9个，修步道31公里。
`;

const RESOLUTION = `云溪县政协三届二次会议关于提案工作情况报告的决议

2031年2月20日，云溪县政协三届二次会议通过关于提案工作情况报告的决议。

会议批准闻一苇所作的提案工作情况报告。
`;

const RECORD = `会议2031年2月17日开始，2月20日结束。

会议通过了三份文件：

- 政治决议
- 关于常务委员会工作报告的决议
- 关于提案工作情况报告的决议

会议讨论了两份报告：

- 政府工作报告
- 法院工作报告
`;

const MEETING = '政协第三届云溪县委员会第二次会议';
const ports = (): ReturnType<typeof lanqiaoPorts> => {
  const generation = generationOf([
    inventedDocument('voices.md', VISIT, { title: '云溪县两会之声', date: '2031-02-21', kind: 'news' }),
    inventedDocument('resolution.md', RESOLUTION, { title: '云溪县政协三届二次会议关于提案工作情况报告的决议', body: '云溪县政协', meeting: MEETING, date: '2031-02-20', kind: 'resolution' }),
    inventedDocument('record.md', RECORD, { title: '云溪县政协三届二次会议概况', body: '云溪县政协', meeting: MEETING, date: '2031-02-20', kind: 'record' }),
  ]);
  return lanqiaoPorts({ generation: () => generation });
};

describe('a list is said whole', () => {
  it.each([
    ['behind the sentence that names who gives it', '方知渡说渔业要做好哪几件事', ['修好冷库', '办好渔技课堂', '清理废旧网具']],
    ['sentence by sentence of one demand', '楚临川对各乡镇提了哪几条要求', ['守好堤岸', '备足沙袋', '每日巡查']],
    ['behind the sentence it fills', '闻一苇说工作有哪些不足', ['走访不够经常', '提案答复偏慢', '宣传形式单一']],
    ['with the figures of the sentence behind', '云溪县城乡绿化有哪些数字', ['12万株', '9个', '31公里']],
    ['with its lead-in, whatever it is a list of', '云溪县政协三届二次会议讨论了哪些报告', ['政府工作报告', '法院工作报告']],
    ['of all that was adopted', '云溪县政协三届二次会议通过了哪些决议', ['政治决议', '关于常务委员会工作报告的决议', '关于提案工作情况报告的决议']],
  ])('%s', async (_, question, items) => {
    const { status, answer } = await ask(question, ports());
    expect(status).toBe('answered');
    for (const item of items) expect(answer).toContain(item);
  });

  it('and ends where the list ends', async () => {
    expect((await ask('楚临川对各乡镇提了哪几条要求', ports())).answer).not.toContain('参观了船坞');
  });

  it('in the words of a resolution, where a decision on its matter is asked for', async () => {
    expect((await ask('云溪县政协三届二次会议对提案工作情况报告作出了什么决议', ports())).answer).toContain('批准闻一苇所作的提案工作情况报告');
  });

  it('where a meeting settled numbered points', async () => {
    const { answer } = await ask('市政府第十二次常务会议作出了什么决定');
    for (const point of ['清淤22公里', '4350万元', '日报制度']) expect(answer).toContain(point);
  });
});

describe('an agenda', () => {
  it('is counted, and the number marked as counted', async () => {
    const { answer } = await ask('2024年5月22日市政务数据工作例会一共有几个议题');
    expect(answer).toMatch(/^逐项计数得出：记录中列有3项。\n门牌地址库合并方案/);
  });

  it('gives the item at a place, and none beyond its end', async () => {
    expect((await ask('2024年5月22日市政务数据工作例会的第二个议题是什么')).answer).toBe('公共停车数据开放 [1]');
    expect((await ask('2024年5月22日市政务数据工作例会的第七个议题是什么')).status).toMatch(/^refused/);
  });
});

describe('a table of sessions', () => {
  it('has one line for each, named in a row, and names the gap', async () => {
    const { status, answer } = await ask('政协五届三次会议、五届四次会议、五届五次会议分别收到多少件提案');
    expect(status).toBe('answered_partly');
    expect(answer).toMatch(/五届三次会议：.*312件.*\n五届四次会议：.*347件.*\n资料中没有找到的部分：五届五次会议/);
  });
});
