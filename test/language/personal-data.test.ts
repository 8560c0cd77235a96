import { describe, expect, it } from 'vitest';
import { maskPersonalData, type PersonalDataKind } from '../../src/language/personal-data.js';
import { numbersFrom } from './invent-identifiers.js';

const next = numbersFrom(20251);
const digits = (count: number): string => Array.from({ length: count }, () => String(next(10))).join('');
const pick = <T>(values: readonly T[]): T => values[next(values.length)] as T;
const pad = (value: number): string => String(value).padStart(2, '0');

function identityCard(): string {
  const body = `${pick(['110101', '440305', '320106', '510104'])}${1950 + next(60)}${pad(1 + next(12))}${pad(1 + next(28))}${digits(3)}`;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function bankCard(): string {
  const body = `62${digits(16)}`;
  const sum = [...body].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? (Number(digit) * 2) % 10 + Math.floor(Number(digit) / 5) : Number(digit)), 0);
  return body + String((10 - (sum % 10)) % 10);
}

const MAKERS: readonly (readonly [PersonalDataKind, () => string, readonly string[]])[] = [
  ['mobile', () => `1${pick(['38', '59', '86'])}${pick(['', '-', ' '])}${digits(4)}${pick(['', '-'])}${digits(4)}`, ['我的手机是#，请回电', 'Call me on # please', '#']],
  ['landline', () => `0${pick(['10', '21', '755'])}-${String(2 + next(8))}${digits(7)}`, ['我家电话#', 'My home phone is #.']],
  ['identity-card', identityCard, ['身份证号#能查低保吗', 'My ID card number is # thanks', '号码#']],
  ['passport', () => pick([`E${digits(8)}`, `EA${digits(7)}`, `G${digits(8)}`]), ['护照#丢了怎么办', 'I lost passport #.']],
  ['bank-card', bankCard, ['补贴打到#了吗', 'Was it paid to # yesterday?']],
  ['email', () => `li${digits(3)}@example.com`, ['发到#吧', 'Write to # please']],
  ['plate', () => `${pick(['京', '粤', '苏'])}${pick(['A', 'B'])}${pick(['', '·'])}${digits(4)}${pick(['K', '7'])}`, ['我的车#被拖走了', 'My car # was towed']],
  ['address', () => `${pick(['幸福路', '和平街'])}${1 + next(200)}号${1 + next(9)}栋${1 + next(4)}单元${101 + next(800)}室`, ['我家住#，能申请吗', '家庭住址：#']],
  ['address', () => `${1 + next(300)} ${pick(['Maple', 'Green Hill'])} ${pick(['Road', 'Street'])}`, ['I live at #, can I apply?', 'My home address is #.']],
];

const HARMLESS: readonly (() => string)[] = [
  () => `2025年${1 + next(12)}月${1 + next(28)}日召开第${1 + next(20)}次会议`,
  () => `市政发〔2025〕${1 + next(99)}号`,
  () => `预算1${pick(['38', '59'])}${digits(8)}元`,
  () => `总投资${1 + next(900)}.${digits(2)}亿元，增长${next(20)}.${digits(1)}%`,
  () => `The budget is ${1 + next(900)},${digits(3)},${digits(3)} yuan in 2025-0${1 + next(9)}-1${next(9)}`,
  () => `市民政局办公室电话010-${String(2 + next(8))}${digits(7)}`,
  () => `项目编号：2025${digits(12)}`,
  () => `会议地点：人民路${1 + next(300)}号`,
  () => `Document No. ${digits(4)} of ${1990 + next(35)}`,
  () => `拨打12345热线或12${digits(3)}`,
];

describe('maskPersonalData', () => {
  it('masks at least 99 % of 200 invented identifiers and says their kind', () => {
    const missed: string[] = [];
    for (let index = 0; index < 200; index++) {
      const [kind, make, frames] = MAKERS[index % MAKERS.length] as (typeof MAKERS)[number];
      const identifier = make();
      const masked = maskPersonalData(pick(frames).replace('#', identifier));
      if (masked.text.includes(identifier.slice(-4)) || !masked.kinds.includes(kind)) missed.push(`${kind} ${identifier}: ${masked.text}`);
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('leaves at least 99 % of 200 figures, dates, document numbers, budgets and office numbers alone', () => {
    const harmed: string[] = [];
    for (let index = 0; index < 200; index++) {
      const text = (HARMLESS[index % HARMLESS.length] as () => string)();
      const masked = maskPersonalData(text);
      if (masked.text !== text) harmed.push(`${text} → ${masked.text}`);
    }
    expect(harmed.length, harmed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('keeps the length and the words around, and reads full-width digits', () => {
    expect(maskPersonalData('请打１３８００１３８０００找我')).toEqual({ text: `请打${'＊'.repeat(11)}找我`, kinds: ['mobile'] });
  });

  it('finds nothing in an empty text', () => {
    expect(maskPersonalData('')).toEqual({ text: '', kinds: [] });
  });
});
