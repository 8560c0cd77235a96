import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/language/personal-data.js';
import { inventor } from './invent-identifiers.js';

interface Frame {
  /** A sentence with holes. */
  t: string;
  /** 1: the hole holds an identifier. */
  k: 0 | 1;
  /** What must not be left, where it is not the hole itself. */
  s?: string;
}

const FRAMES = readFileSync(new URL('personal-data-elsewhere.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Frame);
const ROUNDS = 6;

/** Sentences in other wordings than the rules were written from, filled anew each round. */
function filled(kind: 0 | 1): { text: string; secret: string }[] {
  const invent = inventor(77);
  return Array.from({ length: ROUNDS }).flatMap(() => FRAMES.filter(({ k }) => k === kind).map(({ t, s }) => {
    const values = invent();
    const fill = (template: string): string => template.replace(/\{(\w+)\}/g, (_hole, name: string) => values[name] ?? `{${name}}`);
    const hole = /\{\w+\}/.exec(t)?.[0] ?? '';
    return { text: fill(t), secret: fill(s ?? hole) };
  }));
}

describe('identifiers in wordings of other people', () => {
  it('masks at least 99 % of them', () => {
    const cases = filled(1);
    const missed = cases.filter(({ text, secret }) => maskPersonalData(text).text.includes(secret));
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(cases.length * 0.01);
  });

  it('masks at most 1 % of figures, dates, papers and offices by mistake', () => {
    const cases = filled(0);
    const harmed = cases.filter(({ text }) => findPersonalData(text).length > 0);
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(harmed.length, harmed.map(({ text }) => maskPersonalData(text).text).join('\n')).toBeLessThanOrEqual(cases.length * 0.01);
  });

  it('leaves the neutral telephone of a printed record and takes a private one', () => {
    expect(findPersonalData('联系电话：0349-2023456', { isRecord: true })).toEqual([]);
    expect(findPersonalData('家庭电话0349-2023456', { isRecord: true })).toHaveLength(1);
  });
});
