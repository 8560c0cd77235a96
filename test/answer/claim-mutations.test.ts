import { expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/answer.js';
import { ask } from './ask-lanqiao.js';

/** True statements over the invented records; what stands in brackets is changed, `kind` says how. */
const FACTS = [
  '政协五届三次会议收到提案[figure:312件]',
  '政协五届三次会议的立案率为[figure:92.6%]',
  '政协五届四次会议立案[figure:301件]',
  '政协五届四次会议应到委员[figure:284名]',
  '人大六届五次会议代表们提出建议[figure:193件]',
  '滨河绿道总投资[figure:8.6亿元]',
  '首个书香小站藏书[figure:6800册]',
  '2024年规模以上工业增加值增长[figure:8.4%]',
  '2023年新建改造农村公路[figure:318公里]',
  '市政府第十二次常务会议安排校舍加固资金[figure:4350万元]',
  '首个书香小站[day:1月13日]揭牌',
  '政协五届四次会议[day:2025年1月13日]开幕',
  '政协五届三次会议的提案工作情况报告是[person:邹未央]作的',
  '人大六届五次会议闭幕会由[person:顾云帆]主持',
  '市政府第十二次常务会议由[person:孟怀舟]主持召开',
  '市政协主席是[person:蒋绍川]',
] as const;
const OTHERS = ['贾以恒', '宋予安', '温若禾'];

interface Trial {
  text: string;
  accepted: readonly Verdict[];
  /** The recorded value that a contradiction must show. */
  recorded: string;
}

const FALSE = ['contradicted'] as const;
const NOT_TRUE = ['contradicted', 'not_found'] as const;

/** A fact as it is, and with one thing changed at a time. */
function trialsOf(fact: string): Trial[] {
  const [slot = '', kind = '', value = ''] = /\[(\w+):([^\]]+)\]/.exec(fact) ?? [];
  const put = (other: string): string => fact.replace(slot, other);
  const differs = (other: string): Trial => ({ text: put(other), accepted: FALSE, recorded: value });
  const trials: Trial[] = [{ text: put(value), accepted: ['supported'], recorded: '' }];
  if (kind === 'person') trials.push(...OTHERS.map(differs));
  if (kind === 'day') trials.push(differs(value.replace('13日', '22日')), differs(value.replace('1月', '3月')));
  if (kind === 'figure') {
    const digits = /\d+(?:\.\d+)?/.exec(value)?.[0] ?? '';
    const number = Number(digits);
    trials.push(differs(value.replace(digits, String(Math.round(number * 13) / 10))), differs(`不到${value.replace(digits, String(Math.floor(number / 2)))}`), differs(`超过${value.replace(digits, String(Math.ceil(number * 2)))}`));
    if (value.endsWith('%')) trials.push(differs(value.replace('%', '个百分点')));
    if (/[亿万]/.test(value)) trials.push(differs(value.replace(/[亿万]/, (unit) => (unit === '亿' ? '万' : '亿'))));
  }
  const elsewhere = put(value).replace(/五届[三四]次/, '六届二次').replace('六届五次', '六届九次').replace('澜桥', '枫港');
  if (elsewhere !== put(value)) trials.push({ text: elsewhere, accepted: NOT_TRUE, recorded: '' });
  if (/收到|立案(?!率)|提出/.test(fact)) trials.push({ text: put(value).replace(/收到|立案|提出/, '没有$&'), accepted: NOT_TRUE, recorded: '' });
  return trials;
}

const FRAMES = ['听说@，是真的吗？', '@，对吗', '有人说@', '核实一下：@。'];

it('a statement is borne out only as long as nothing in it is changed', { timeout: 60_000 }, async () => {
  const trials = FACTS.flatMap(trialsOf);
  const wrong: string[] = [];
  const falselySupported: string[] = [];
  for (const [index, { text, accepted, recorded }] of trials.entries()) {
    const question = (FRAMES[index % FRAMES.length] ?? '@').replace('@', text);
    const { verdict, answer } = await ask(question);
    if (verdict === 'supported' && !accepted.includes('supported')) falselySupported.push(question);
    else if (verdict === null || !accepted.includes(verdict) || (verdict === 'contradicted' && !answer.includes(recorded))) wrong.push(`${question} → ${String(verdict)} ${answer.slice(0, 60)}`);
  }
  expect(trials.length).toBeGreaterThanOrEqual(70);
  expect(falselySupported).toEqual([]);
  expect(wrong).toEqual([]);
});
