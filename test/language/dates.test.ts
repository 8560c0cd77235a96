import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesAgree, findDates, partsOfIso } from '../../src/language/dates.js';
import { inventedText } from './invented-text.js';

const found = (text: string): string[] => findDates(text).map(({ iso }) => iso);
const words = (text: string): string[] => findDates(text).map(({ start, end }) => text.slice(start, end));

describe('notations of one day', () => {
  it.each([
    '2031年4月5日', '2031 年 4 月 5 日', '2031年04月05日', '２０３１年４月５日', '二〇三一年四月五日', '二零三一年四月五日', '二○三一年四月五日', '2031年四月五日', '2031年4月5号', '2031年4月份5日', '2031年4月5', '2031-04-05', '2031-4-5', '2031–04–05', '2031‑04‑05', '2031/4/5', '2031.4.5', '2031．4．5', '20310405',
    '民国120年4月5日', '民國一百二十年四月五日', '中華民國120年4月5日', 'April 5, 2031', 'April 5th, 2031', 'Apr. 5 2031', '5 April 2031', '5th of April 2031', 'APRIL 5, 2031',
  ])('%s', (text) => {
    expect(findDates(`会议于${text}，在云溪召开`)).toMatchObject([{ year: 2031, month: 4, day: 5, iso: '2031-04-05', start: 3, end: 3 + text.length }]);
  });

  it.each([['4月5日', '--04-05'], ['四月五日', '--04-05'], ['十二月三十一日', '--12-31'], ['Apr 5', '--04-05'], ['2月29日', '--02-29'], ['2031年4月', '2031-04'], ['2031年4月份', '2031-04'], ['二〇三一年十月', '2031-10'], ['2031-04', '2031-04'], ['2031/04', '2031-04'], ['April 2031', '2031-04'], ['2031年', '2031'], ['2031年度', '2031'], ['一九七八年', '1978'], ['民国38年', '1949'], ['民国元年', '1912']])('%s is %s', (text, iso) => {
    expect(found(text)).toEqual([iso]);
    expect(words(text)).toEqual([text]);
  });
});

describe('what is no date', () => {
  it.each(['2031年2月29日', '2031-02-30', '2031年13月1日', '2031年4月31日', '13月1日', '2月30日', '0月1日', '4月0日', 'February 30, 2031', '20311399'])('%s cannot be', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('knows leap years', () => {
    expect(found('2032年2月29日')).toEqual(['2032-02-29']);
    expect(found('1900年2月29日')).toEqual([]);
  });

  it.each(['3.5%', '12:30', '1-2月份', '版本1.2.2031', '路由2031.4.5.1', '编号20310405_7', '82-84号', 'may I ask', '80年代', '五年规划', '2031件', '正月初一', '电话2031-0405'])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes no count for a day', () => {
    expect(found('2031年4月12个项目开工')).toEqual(['2031-04']);
    expect(found('2031年4月5家企业')).toEqual(['2031-04']);
    expect(found('2031年4月3.5亿元')).toEqual(['2031-04']);
    expect(found('2031年4月 3. 审议')).toEqual(['2031-04']);
  });
});

describe('dates in running text', () => {
  it('finds all of them in order', () => {
    expect(found('2031年4月5日开幕，4月8日闭幕；上届为2026-03-11，见2030年报告')).toEqual(['2031-04-05', '--04-08', '2026-03-11', '2030']);
  });

  it.each(['2031年4月5日至8日', '2031年4月5-8日', '2031年4月5至8日', '2031年4月5日—8日', '2031年4月5上午', '2031年4月5 09:30'])('%s begins on the 5th', (text) => {
    expect(found(text)).toEqual(['2031-04-05']);
  });

  it('takes no numeral of two scripts for a month', () => {
    expect(findDates('百分之七4月5日')).toEqual([]);
  });

  it('gives offsets that point into the text, spans apart, and parts that make up its ISO form', () => {
    fc.assert(
      fc.property(inventedText, (text) => {
        let at = 0;
        for (const { start, end, iso, year, month, day } of findDates(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(year !== null || (month !== null && day !== null)).toBe(true);
          if (year !== null) expect(partsOfIso(iso)).toEqual({ year, month, day });
          at = end;
        }
      }),
    );
  });

  it('reads back every day from 1912 to 2099 in every notation', () => {
    const date = fc.date({ min: new Date('1912-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = '', month = '', date_ = ''] = iso.split('-');
        const notations = [iso, `${year}年${String(Number(month))}月${String(Number(date_))}日`, `${year}/${month}/${date_}`, `民国${String(Number(year) - 1911)}年${month}月${date_}日`, year + month + date_];
        for (const notation of notations) expect(found(notation), notation).toEqual([iso]);
      }),
    );
  });
});

describe('datesAgree', () => {
  it.each([
    ['2031-04-05', '2031-04-05', true], ['2031-04-05', '2031-04-06', false], ['2031-04-05', '2031-04', true], ['2031-04', '2031', true], ['2031', '2030', false], ['2031-05', '2031-04-05', false],
  ])('%s and %s: %s', (a, b, agree) => {
    expect(datesAgree(partsOfIso(a), partsOfIso(b))).toBe(agree);
    expect(datesAgree(partsOfIso(b), partsOfIso(a))).toBe(agree);
  });

  it('lets a day of an unknown year agree with that day of any year', () => {
    const [day] = findDates('4月5日');
    expect(datesAgree(day!, partsOfIso('2031-04-05'))).toBe(true);
    expect(datesAgree(day!, partsOfIso('2031-04-06'))).toBe(false);
  });
});
