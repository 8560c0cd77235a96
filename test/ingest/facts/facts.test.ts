import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../../src/config.js';
import type { ArticleFacts } from '../../../src/domain/facts.js';
import { bindHouse } from '../../../src/wiring.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { scoreFacts, type FactScore } from './score-facts.js';

const rates = ({ wanted, found, right }: FactScore): [number, number] => [right / found, right / wanted];

it('people with their offices and figures are drawn out of invented articles, few too many and few too few', () => {
  const { people, figures, figuresAlone } = scoreFacts();
  for (const rate of rates(people)) expect(rate).toBeGreaterThanOrEqual(0.85);
  for (const rate of rates(figures)) expect(rate).toBeGreaterThanOrEqual(0.85);
  for (const rate of rates(figuresAlone)) expect(rate).toBeGreaterThanOrEqual(0.88);
});

const REPORT = '# 澜桥市2024年政府工作报告\n\n市长周明远作报告。2024年，地区生产总值增长5.2%，新建学校6所。\n';
const NOTICE = '# 遗失声明\n\n魏国强不慎遗失身份证，证号310101198805120034，声明作废。\n';

function start(): { docs: string; describeWith: (yaml: string) => void; ingest: () => Promise<{ changed: number; unchanged: number }>; facts: (articleId: string) => Promise<ArticleFacts> } {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(docs, 'report.md'), REPORT);
  writeFileSync(join(docs, 'notice.md'), NOTICE);
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, () => undefined);
  onTestFinished(() => { house.close(); });
  return {
    docs,
    describeWith: (yaml) => { writeFileSync(join(folder, 'data', 'descriptions.yaml'), yaml); },
    ingest: async () => await house.ingest([docs], () => undefined),
    facts: async (articleId) => (await house.corpus.show(articleId)).facts,
  };
}

const MAYOR = { name: '周明远', office: '市长', state: 'holds', asOf: null, line: 3 };
const GROWTH = { printed: '5.2%', value: 5.2, upTo: 5.2, unit: '%', bound: 'exact', subject: '地区生产总值', change: 'growth', kind: 'result', period: '2024', line: 3 };
const SCHOOLS = { printed: '6所', value: 6, upTo: 6, unit: '所', bound: 'exact', subject: '新建学校', change: 'level', kind: 'result', period: '2024', line: 3 };

it('what was drawn out stays with an article that is taken over, and a private person of a notice is nowhere', async () => {
  const { docs, ingest, facts } = start();
  await ingest();
  expect(await facts('report.md#1')).toEqual({ people: [MAYOR], figures: [GROWTH, SCHOOLS] });
  expect(await facts('notice.md#1')).toEqual({ people: [], figures: [] });
  writeFileSync(join(docs, 'third.md'), '图书室每周开放五天。\n');
  expect(await ingest()).toMatchObject({ added: 1, unchanged: 2 });
  expect(await facts('report.md#1')).toEqual({ people: [MAYOR], figures: [GROWTH, SCHOOLS] });
});

it('what staff say of people and figures holds, survives a re-ingest of a changed file, and goes with its entry', async () => {
  const { docs, describeWith, ingest, facts } = start();
  await ingest();
  describeWith(['report.md:', '  date: 2025-01-16', 'report.md#1:', '  people:', '    - { name: 周明远, office: 代市长, state: acting, asOf: 2024-12-30 }', '    - { name: 周明远, office: 市委副书记 }', '    - { name: 林晓燕, office: 副市长 }',
    '  figures:', '    - { figure: 5.2%, kind: target }', '    - { figure: 6所, remove: true }', '    - { figure: 3.1万人, subject: 城镇新增就业, period: "2024" }', ''].join('\n'));
  expect(await ingest()).toMatchObject({ changed: 1, unchanged: 1 });
  const corrected = {
    people: [{ ...MAYOR, office: '代市长', state: 'acting', asOf: '2024-12-30' }, { ...MAYOR, office: '市委副书记', asOf: '2025-01-16' }, { ...MAYOR, name: '林晓燕', office: '副市长', asOf: '2025-01-16', line: null }],
    figures: [{ ...GROWTH, kind: 'target' }, { ...SCHOOLS, printed: '3.1万人', value: 31_000, upTo: 31_000, unit: '人', subject: '城镇新增就业', line: null }],
  };
  expect(await facts('report.md#1')).toEqual(corrected);
  writeFileSync(join(docs, 'report.md'), `${REPORT}\n会议通过了报告。\n`);
  await ingest();
  expect(await facts('report.md#1')).toEqual(corrected);
  describeWith('report.md#1:\n  people:\n    - { name: 周明远, office: null }\n');
  await ingest();
  expect(await facts('report.md#1')).toEqual({ people: [], figures: [GROWTH, SCHOOLS] });
  describeWith('');
  await ingest();
  expect((await facts('report.md#1')).people).toEqual([MAYOR]);
});
