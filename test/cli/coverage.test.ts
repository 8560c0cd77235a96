import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/answer/holdings/coverage.js';
import { runWithFakes } from './fake-entrance.js';

const meeting = (name: string, date: string) => ({ name, articles: 1, firstDate: date, lastDate: date });
const coverage: Coverage = {
  documents: 2, articles: 3, passages: 9, firstDate: '2021-03-04', lastDate: '2024-05-06', years: [2021, 2024],
  bodies: [{ name: '澜桥市人大\u001B[31m', writtenAs: ['澜桥市六届人大'], articles: 3, firstDate: '2021-03-04', lastDate: '2024-05-06', years: [2021, 2024], meetings: [meeting('六届二次会议', '2021-03-04'), meeting('六届五次会议', '2024-05-06')], series: [], gaps: [{ kind: 'years', from: 2022, to: 2023 }, { kind: 'sessions', series: '6届', numbers: [3, 4] }] }],
  kinds: [{ kind: 'report', articles: 3 }], articlesWithoutBody: 0, articlesWithoutDate: 1,
};
const house = { coverage: () => Promise.resolve({ coverage, examples: ['市六届人大五次会议收到多少件建议？'] }) };

describe('huida coverage', () => {
  it('shows bodies, meetings, gaps and examples, and nothing that acts on a terminal', async () => {
    const { stdout, code, isClosed } = await runWithFakes(['coverage'], { house });
    expect({ code, isClosed }).toEqual({ code: 0, isClosed: true });
    expect(stdout).toContain('2021-03-04 – 2024-05-06');
    expect(stdout).toMatch(/澜桥市人大 +3 +2 +2021-03-04 +2024-05-06/);
    expect(stdout).toContain('六届五次会议 (2024-05-06)');
    expect(stdout).toContain('2022 – 2023; 6届第3、4次会议');
    expect(stdout).toContain('市六届人大五次会议收到多少件建议？');
    expect(stdout).not.toContain('\u001B');
  });

  it('gives everything as JSON', async () => {
    const { stdout } = await runWithFakes(['coverage', '--json'], { house });
    expect(JSON.parse(stdout)).toEqual({ ...coverage, examples: ['市六届人大五次会议收到多少件建议？'] });
  });

  it('says so when there is nothing', async () => {
    const { stdout } = await runWithFakes(['coverage'], { house: { coverage: () => Promise.resolve({ coverage: { ...coverage, articles: 0 }, examples: [] }) } });
    expect(stdout).toContain('huida ingest');
  });
});
