import { describe, expect, it } from 'vitest';
import { corpusNames } from '../../src/answer/translate/corpus-names.js';
import { NO_NAMES } from '../../src/answer/translate/name-lookup.js';
import { languageOf } from '../../src/answer/translate/question-language.js';
import { translateQuestion } from '../../src/answer/translate/translate-question.js';
import { lanqiaoGeneration } from './ask-lanqiao.js';

describe('names of a corpus by their sound', () => {
  it.each([
    ["jiang'shaochuan", '蒋绍川', 'a person'],
    ['jiangshaochuan', '蒋绍川', 'in one word'],
    ["meng'huaizhou", '孟怀舟', 'a person beside an office'],
    ['lanqiao', '澜桥', 'a place'],
    ["qing'sha'he", '青沙河', 'syllable by syllable'],
  ])('%s is %s (%s)', async (pinyin, name) => {
    expect(corpusNames(await lanqiaoGeneration()).namesLike(pinyin)[0]).toBe(name);
  });

  it.each(['zhuge', 'chengdu', 'bridge', 'a', '', 'qqq', "li'bai'du'fu'su'shi'xin"])('knows nothing that sounds like %j', async (pinyin) => {
    expect(corpusNames(await lanqiaoGeneration()).namesLike(pinyin)).toEqual([]);
  });

  it('gives only wordings that stand in the corpus', async () => {
    const generation = await lanqiaoGeneration();
    const whole = generation.corpus.headers.map((_, ordinal) => generation.corpus.article(ordinal).text).join('\n');
    for (const pinyin of ['shizhang', 'huiyi', 'tian', 'gongyuan', 'zongtouzi', 'fazhan']) {
      for (const name of corpusNames(generation).namesLike(pinyin)) expect(whole.replace(/\s/g, '')).toContain(name);
    }
  });
});

describe('questions typed in pinyin', () => {
  it.each([
    ['lanqiao shizhang shi shui', '澜桥 市长是谁'],
    ['lan qiao shi zhang shi shui', '澜桥 市长是谁'],
    ['zhengxie wu jie san ci huiyi shoudao duoshao jian tian', '政协五届三次会议收到多少件提案'],
    ["zhengxie huiyi shoudao duoshao ti'an", '政协会议收到多少提案'],
    ['shuí zhǔchí le dì sān cì huìyì', '谁主持了第三次会议'],
    ['shui2 zhu3chi2 le di4 san1 ci4 hui4yi4', '谁主持了第三次会议'],
    ['2024 nian shengchanzongzhi zengzhang duoshao', '2024年生产总值增长多少'],
    ['澜桥 zhengxie 收到多少 tian', '澜桥 政协 收到多少 提案'],
    ['蒋绍川 danren shenme zhiwu', '蒋绍川 担任什么职务'],
    ['jiang shaochuan danren shenme zhiwu', '蒋绍川 担任什么职务'],
  ])('%s', async (question, expected) => {
    expect(translateQuestion(question, corpusNames(await lanqiaoGeneration()))).toBe(expected);
  });

  it('reads listed words without any corpus', () => {
    expect(translateQuestion('huiyi zhuxituan disici shui zhuchi', NO_NAMES)).toBe('会议主席团第四次谁主持');
  });

  it.each(['third_party_lib 的结论', 'v2.1-release/work 谁负责', '写信到 user@mail.com 可以吗', '第三次会议谁主持？', '数字经济占GDP多少？', 'OpenHarmony PMC 2031年的会议，谁汇报？', '“who did it”的结论是什么', '82-84号', '', '？'])('leaves %j as it is', (question) => {
    const names = { namesLike: () => [], isWritten: (word: string) => /^(?:openharmony|pmc|gdp)$/i.test(word) };
    expect(translateQuestion(question, names)).toBe(question);
  });
});

describe('languageOf', () => {
  it.each([
    ['Who is 蒋绍川', 'en'],
    ['What was the conclusion on “申请成立桥梁养护专班并明确人员分工”?', 'en'],
    ['proposals filed 2031', 'en'],
    ['how is the work going', 'en'],
    ['ＷＨＯ　ＩＳ　ＴＨＥ　ＭＡＹＯＲ', 'en'],
    ['lanqiao shizhang shi shui', 'zh'],
    ['PMC huiyi shui canjia', 'zh'],
    ['NorthRiver PMC', 'zh'],
    ['2031-04-05', 'zh'],
    ['', 'zh'],
    ['市长是谁 in 2031', 'zh'],
    ['OpenHarmony 的 QA 会议结论', 'zh'],
  ])('%s: %s', (question, language) => {
    expect(languageOf(question)).toBe(language);
  });
});
