import { expect, it } from 'vitest';
import { periodsIn } from '../../src/language/periods.js';

it.each([
  ['上半年完成投资30亿元', ['h1']],
  ['首季开门红', ['q1']],
  ['1至3月', ['q1']],
  ['前三季度', ['m9']],
  ['第三季度', ['q3']],
  ['2025年1-2月份', ['m2']],
  ['全年增长6%', []],
])('%s', (text, expected) => {
  expect(periodsIn(text)).toEqual(expected);
});
