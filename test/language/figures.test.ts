import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/language/figures.js';
import { dateAgreement, figuresAgree, unitFactor } from '../../src/language/values.js';

interface Row {
  text: string;
  value: number;
  unit: string;
  bound: string;
  upTo: number;
}

function rows(...given: readonly (readonly [text: string, value: number, unit: string, bound?: 'exact' | 'about' | 'at_least' | 'at_most', upTo?: number])[]): Row[] {
  return given.map(([text, value, unit, bound = 'exact', upTo = value]) => ({ text, value, unit, bound, upTo }));
}

const READ = rows(
  ['收到提案312件', 312, '件'],
  ['收到提案三百一十二件', 312, '件'],
  ['收到提案３１２件', 312, '件'],
  ['总投资8.6亿元', 8.6e8, '元'],
  ['藏书1.2万册', 12000, '册'],
  ['投资1,250万元', 1.25e7, '元'],
  ['超过一千亿', 1e11, '', 'at_least'],
  ['发一千块钱', 1000, '块钱'],
  ['增长百分之五', 5, '%'],
  ['提高0.3个百分点', 0.3, '百分点'],
  ['增长5%左右', 5, '%', 'about'],
  ['控制在5.5%以内', 5.5, '%', 'at_most'],
  ['新增4万人以上', 40000, '人', 'at_least'],
  ['30多次', 30, '次', 'at_least'],
  ['不足八成', 8, '成', 'at_most'],
  ['十来件', 10, '件', 'about'],
  ['增长3%-5%', 3, '%', 'exact', 5],
  ['增长4.5%—5%', 4.5, '%', 'exact', 5],
  ['一半以上', 50, '%', 'at_least'],
  ['占三分之二', (100 * 2) / 3, '%'],
);

describe('figures', () => {
  it.each(READ)('$text', ({ text, value, unit, bound, upTo }) => {
    expect(findFigures(text)).toMatchObject([{ value, unit, bound, upTo }]);
  });

  it.each(['2031年5月6日举行', '第三次会议', '主席团一致通过', '各项工作'])('are not dates, ordinals or words: %s', (text) => {
    expect(findFigures(text).filter(({ unit }) => unit !== '次')).toEqual([]);
  });
});

const AGREE: readonly (readonly [claimed: string, recorded: string, agreement: 'same' | 'different' | 'other'])[] = [
  ['312件', '312件', 'same'],
  ['312条', '312件', 'same'],
  ['86000万元', '8.6亿元', 'same'],
  ['一千亿', '940亿元', 'different'],
  ['一千亿', '85个', 'other'],
  ['超过90%', '92.6%', 'same'],
  ['超过九成', '92.6%', 'same'],
  ['不到九成', '92.6%', 'different'],
  ['约300万公顷', '298.4万公顷', 'same'],
  ['300万公顷', '298.4万公顷', 'different'],
  ['4500万亩', '300万公顷', 'same'],
  ['700万公顷', '超700万公顷', 'same'],
  ['0.3%', '0.3个百分点', 'different'],
  ['3%-5%', '3%-5%', 'same'],
  ['5%', '3%-5%', 'different'],
  ['30件', '30吨', 'other'],
];

describe('a claimed and a recorded figure', () => {
  it.each(AGREE)('%s against %s: %s', (claimed, recorded, agreement) => {
    const [a] = findFigures(claimed);
    const [b] = findFigures(recorded);
    if (a === undefined || b === undefined) throw new Error('a figure was not read');
    expect(figuresAgree(a, b)).toBe(agreement);
  });

  it('must be the same number where a target is stated with its bound', () => {
    const [a] = findFigures('7%以内');
    const [b] = findFigures('4.6%以内');
    if (a === undefined || b === undefined) throw new Error('a figure was not read');
    expect(figuresAgree(a, b)).toBe('same');
    expect(figuresAgree(a, b, true)).toBe('different');
  });

  it('convert inside a dimension only', () => {
    expect(unitFactor('平方公里', '公顷')).toBe(100);
    expect(unitFactor('吨', '公斤')).toBe(1000);
    expect(unitFactor('元', '公顷')).toBeNull();
  });
});

describe('a claimed and a recorded date', () => {
  const day = { year: 2031, month: 5, day: 6 };
  it('agree as far as both go', () => {
    expect(dateAgreement({ year: null, month: 5, day: 6 }, day)).toBe('same');
    expect(dateAgreement({ year: 2031, month: null, day: null }, day)).toBe('same');
    expect(dateAgreement({ year: 2031, month: 5, day: 7 }, day)).toBe('different');
    expect(dateAgreement(day, { year: 2031, month: null, day: null })).toBe('other');
  });
});
