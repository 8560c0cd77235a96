import { describe, expect, it } from 'vitest';
import { ask, generationOf, lanqiaoPorts } from './ask-lanqiao.js';
import { inventedDocument } from './lanqiao-news.js';

const FAIR = `云溪县政协三届二次会议提案审查情况

会议期间有96位委员参与提交提案。

共收到提案160件，其中集体提案24件，经审查立案120件。对内容相近的12件作并案处理，最后审查立案120件，不予立案的40件转为来信。立案提案分为三类：水利类60件，占50%；渔业类36件，占30%；文教类24件，占20%。

没有收到十人以上代表联名的议案。

全县65岁以上老年人3.1万人，占户籍人口的18.2%。入园率达到93.5%。2030年全省优良航道比例平均为81.4%，其中云溪县优良航道比例为76.3%。

据统计，大会收到社情民意信息250条。按来源看，渔港界别70条，占28%；码头界别45条，占18%。

全县今年安排修缮项目40个，力争年内12个项目完工。收集群众来信88篇，其中9篇被县报采用。
`;

const ports = (): ReturnType<typeof lanqiaoPorts> => {
  const generation = generationOf([inventedDocument('yunxi.md', FAIR, { title: '云溪县政协三届二次会议提案审查情况', body: '云溪县政协', meeting: '政协第三届云溪县委员会第二次会议', date: '2031-02-20', kind: 'report' })]);
  return lanqiaoPorts({ generation: () => generation });
};

describe('a part is no total', () => {
  it.each([
    ['who did something is not who there is', '云溪县政协一共有多少名委员'],
    ['who handed in proposals is not who came', '云溪县政协三届二次会议有多少名委员出席'],
    ['a threshold counts nobody', '云溪县人大共有多少名代表'],
    ['a part is not those of another kind', '云溪县收集的群众来信有多少篇是渔民写的'],
  ])('%s', async (_, question) => {
    expect((await ask(question, ports())).status).toMatch(/^refused/);
  });

  it.each([
    ['the total', '云溪县政协三届二次会议一共收到多少件提案', '160件'],
    ['the part', '云溪县政协三届二次会议收到的集体提案有多少件', '24件'],
    ['those who did it', '云溪县政协三届二次会议有多少位委员参与提交提案', '96位'],
    ['the part that was adopted', '云溪县收集的群众来信有多少篇被采用', '9篇'],
    ['the part that is to be finished', '云溪县40个修缮项目当中，年内完工的有多少', '12个'],
  ])('%s is told when it is asked for', async (_, question, figure) => {
    const { status, answer } = await ask(question, ports());
    expect({ status, answer }).toEqual({ status: 'answered', answer: expect.stringContaining(figure) as string });
  });

  it('who came is not who ought to have come', async () => {
    expect((await ask('政协五届三次会议有多少委员出席')).answer).toContain('实到271名');
    expect((await ask('政协五届三次会议应到委员多少名')).answer).toContain('应到委员286名');
  });
});

describe('a share', () => {
  it('is quoted where the record states it of this part and this whole', async () => {
    const { answer } = await ask('渔业类提案占立案提案的百分之几', ports());
    expect(answer).toContain('30%');
    expect(answer).not.toContain('计算得出');
  });

  it.each([
    ['of another wording of the part', '云溪县65岁以上老人占户籍人口多大比例', '18.2%'],
    ['of a whole that stands in the sentence above, where both figures bear it out', '渔港界别的信息占收到信息的百分之几', '占28%'],
    ['as a rate of the place that is asked for', '2030年云溪县优良航道占比多少', '76.3%'],
  ])('is quoted %s', async (_, question, share) => {
    const { answer } = await ask(question, ports());
    expect(answer).toContain(share);
    expect(answer).not.toContain('计算得出');
  });

  it('of another whole is not taken for it', async () => {
    expect((await ask('渔业类提案占收到提案的百分之几', ports())).answer).not.toContain('占30%');
  });

  it.each([
    ['of the whole that is named', '立案提案占收到提案的比例是多少', '75%', ['120件', '160件']],
    ['of the whole that the sentence gives', '集体提案占比多少', '15%', ['24件', '160件']],
    ['of all', '集体提案占全部提案的百分之几', '15%', ['24件', '160件']],
  ])('is computed %s, with both figures', async (_, question, share, figures) => {
    const { answer } = await ask(question, ports());
    expect(answer).toMatch(/^计算得出：/);
    for (const shown of [share, ...figures]) expect(answer).toContain(shown);
    expect(answer).not.toMatch(/50%|20%/);
  });

  it('is taken of one session, never of the part of one and the whole of another', async () => {
    const { answer } = await ask('政协五届三次会议城市管理方面的提案占立案提案的比例是多少');
    expect(answer).toMatch(/74件.*289件.*约25.6%/);
    expect((await ask('城市管理方面的提案占立案提案的比例是多少')).answer).not.toContain('301件');
  });

  it('is refused of a part that is on no record', async () => {
    expect((await ask('林业类提案占立案提案的比例是多少', ports())).status).toMatch(/^refused/);
  });
});

describe('what is left of a whole', () => {
  it.each(['除集体提案外，收到的提案还有多少件', '不算集体提案，收到的提案有多少件'])('%s', async (question) => {
    const { answer } = await ask(question, ports());
    expect(answer).toMatch(/^计算得出：.*160件.*24件，其余136件/);
  });
});

describe('the greatest', () => {
  it('is one of the classes, never a stage that all of them passed', async () => {
    expect((await ask('云溪县政协三届二次会议立案提案里哪类最多', ports())).answer).toMatch(/^比较.*最多的是水利类（60件）/);
  });

  it('is not said of one where the record compares none', async () => {
    expect((await ask('云溪县哪个乡镇的提案最多', ports())).status).toMatch(/^refused/);
  });
});
