import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTableRows } from '../../src/language/table-rows.js';
import { inventedText } from './invented-text.js';

const rows = (text: string): { header: string[]; cells: string[] }[] => readTableRows(text).map(({ header, cells }) => ({ header, cells: cells.map(({ start, end }) => text.slice(start, end)) }));

describe('readTableRows', () => {
  it('reads header and rows with their places', () => {
    const text = '前言\n\n| 序号 | 议题 |\n| --- | :---: |\n| 1 | 灯塔检修 |\n| 2 |  航标移位 |\n\n后文';
    expect(rows(text)).toEqual([
      { header: ['序号', '议题'], cells: ['1', '灯塔检修'] },
      { header: ['序号', '议题'], cells: ['2', '航标移位'] },
    ]);
    const [first] = readTableRows(text);
    expect(text.slice(first!.start, first!.end)).toBe('| 1 | 灯塔检修 |');
  });

  it('folds the names of columns, not the cells', () => {
    expect(rows('| 議題 | ＡＧＥＮＤＡ |\n|---|---|\n| 燈塔 | Ｂ |')).toEqual([{ header: ['议题', 'agenda'], cells: ['燈塔', 'Ｂ'] }]);
  });

  it('keeps a cell that runs over several lines together', () => {
    expect(rows('| 议题 | 结论 |\n|---|---|\n| 灯塔检修 | 1. 同意\n2. 四月底前完工 |\n| 航标移位 | 缓议 |')).toEqual([
      { header: ['议题', '结论'], cells: ['灯塔检修', '1. 同意\n2. 四月底前完工'] },
      { header: ['议题', '结论'], cells: ['航标移位', '缓议'] },
    ]);
  });

  it('keeps empty cells and takes a last row without its closing bar', () => {
    expect(rows('| 甲 | 乙 |\n|---|---|\n|  | 二 |\n| 三 | 四')).toEqual([
      { header: ['甲', '乙'], cells: ['', '二'] },
      { header: ['甲', '乙'], cells: ['三', '四'] },
    ]);
  });

  it('reads each of two tables with its own header', () => {
    expect(rows('| 甲 |\n|---|\n| 一 |\n\n文字\n\n| 乙 |\n|---|\n| 二 |').map(({ header, cells }) => [...header, ...cells])).toEqual([['甲', '一'], ['乙', '二']]);
  });

  it.each(['', '没有表格', '甲|乙', '| 只有 | 表头 |', '--- | ---', '|---|---|', '| 甲 | 乙 |\n| 丙 | 丁 |'])('%j holds no row', (text) => {
    expect(rows(text)).toEqual([]);
  });

  it('points into the text whatever stands there', () => {
    fc.assert(fc.property(inventedText, (text) => {
      for (const { start, end, cells } of readTableRows(text)) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        for (const cell of cells) {
          expect(start <= cell.start && cell.start <= cell.end && cell.end <= end).toBe(true);
          expect(text.slice(cell.start, cell.end)).toBe(text.slice(cell.start, cell.end).trim());
        }
      }
    }), { numRuns: 500 });
  });
});
