import { describe, expect, it } from 'vitest';
import { plainWording } from '../../src/answer/translate/plain-wording.js';
import { fold } from '../../src/language/fold.js';
import { ask } from './ask-lanqiao.js';

describe('plain wording of what people type', () => {
  it.each([
    ['我是外地来的，想问一下澜桥大剧院啥时候开工', '澜桥大剧院什么时候开工'],
    ['您好，麻烦问一下滨河绿道归谁管', '滨河绿道归谁管'],
    ['有谁知道古码头修缮花了几多钱', '古码头修缮花了多少钱'],
    ['泵站建得咋样', '泵站建得怎么样'],
    ['公交线路干嘛调整', '公交线路为什么调整'],
    ['听邻居说绿道停工了，真有这回事吗', '听说绿道停工了，是真的吗？'],
    ['群里传要建地铁，真的假的', '听说要建地铁，是真的吗？'],
    ['政协六届二次大会几号开', '政协六届二次会议几号开'],
    ['主席团第二回开会谁主持', '主席团第二次会议谁主持'],
    ['市水务局24年修了几座泵站', '市水务局2024年修了几座泵站'],
    ['托育站哪天开的张', '托育站哪天开张的'],
    ['老旧小区改完了没', '老旧小区改完了吗'],
    ['四项工作都是啥', '四项工作是哪四项'],
    ['這個泵站幾多錢', '這個泵站多少錢'],
  ])('%s → %s', (typed, plain) => {
    expect(fold(plainWording(typed))).toBe(fold(plain));
  });

  it.each(['第三回合谈判的结果', '明治29年建的桥', '民国29年设县', '咨询会收集了什么意见', '项目下一步怎么走', '第三条具体是什么', '建了30年的桥', '“啥时候开工”这一议题的结论', '滨河绿道总投资多少？'])('leaves %s alone', (question) => {
    expect(plainWording(question)).toBe(question);
  });

  it('says the same when it is asked again', () => {
    for (const typed of ['我是外地来的，想问一下澜桥大剧院啥时候开工', '群里传要建地铁，真的假的']) expect(plainWording(plainWording(typed))).toBe(plainWording(typed));
  });
});

describe('questions as people speak', () => {
  it.each([
    ['滨河绿道拢共要砸多少钱', '8.6亿元'],
    ['市水系治理专班2024年9月11日开会，青沙河闸门更换那件事最后怎么定的', '更换9扇闸门'],
    ['湿地步道选线，水系治理专班2024年9月11日会上拍板了没', '采用北线方案'],
    ['2024/9/11 市水系治理专班 湿地步道选线 谁上去讲的', '傅语桐'],
    ['2024年9月11日水系治理专班会上青沙河闸门更换还剩啥问题没解决', '缺少图纸'],
    ['麻烦问一下，2024年澜桥打算让城里新增多少人就业', '4万人'],
  ])('%s', async (question, holds) => {
    const { status, answer } = await ask(question);
    expect({ status, holds: answer.includes(holds) }).toEqual({ status: 'answered', holds: true });
  });

  it.each(['市水系治理专班2024年9月11日会上，古码头修缮最后怎么定的', '青沙河闸门更换在2024年5月22日市政务数据工作专班会上拍板了没', '湿地步道选线表决的时候几票赞成'])('refuses, asked in spoken words too: %s', async (question) => {
    expect((await ask(question)).status).toMatch(/^refused/);
  });
});
