import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import type { Question } from '../../src/domain/answer.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { PROJECT } from '../house/project.js';
import { runWithFakes } from './fake-entrance.js';

function houseOver(corpusFolder: string): BoundHouse {
  const folder = temporaryFolder();
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder }, () => undefined);
  onTestFinished(() => { house.close(); });
  return house;
}
const replayOf = async (house: BoundHouse, ...words: string[]) => await runWithFakes(['replay', ...words], { house: { logs: () => house.logs(), reask: async (record) => await house.reask(record) } });
const ask = async (house: BoundHouse, id: string, question: string, history: string[] = []): Promise<void> => { await house.ask({ id, question, history: history.map((earlier) => ({ question: earlier })) }, 'cli'); };

describe('huida replay', () => {
  it('finds no difference in the golden conversations on an unchanged index', async () => {
    const house = houseOver(join(PROJECT, 'corpus'));
    const rows = readFileSync(join(PROJECT, 'test/golden/corpus.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Question).filter(({ history }) => (history as unknown) !== undefined);
    expect(rows.length).toBeGreaterThan(50);
    for (const { id, question, history } of rows.slice(0, 60)) await house.ask({ id, question, history }, 'telegram');
    const before = house.log().count();
    expect(await replayOf(house, '--since', '1d')).toMatchObject({ code: 0, stdout: '60 asked again: 60 as before, 0 changed.\n' });
    expect(house.log().count()).toBe(before);
  });

  it('shows what another index answers, ends with 3, and leaves out what was masked', async () => {
    const corpus = join(temporaryFolder(), 'corpus');
    mkdirSync(corpus);
    const write = (bridges: string): void => { writeFileSync(join(corpus, 'a.md'), `---\ntitle: 村务会议纪要\nbody: 蓝桥村民委员会\nmeeting: 村务会议\ndate: 2025-03-01\n---\n2025年3月1日，村务会议决定修缮${bridges}座桥。\n`); };
    write('三');
    const house = houseOver(corpus);
    await ask(house, 'a', '村务会议决定修缮几座桥？');
    await ask(house, 'b', '今天天气怎么样？');
    await ask(house, 'c', '我的电话13800138000，村务会议决定修缮几座桥？');
    write('五');
    await house.ingest([corpus], () => undefined);
    const run = await replayOf(house);
    expect(run.code).toBe(3);
    expect(run.stdout).toMatch(/^\S+ a 村务会议决定修缮几座桥？\n {2}answer\n {4}- .*三.*\n {4}\+ .*五.*\n {2}passageIds\n/u);
    expect(run.stdout).toMatch(/2 asked again: 1 as before, 1 changed\. 1 were left out: the log masked what was asked\.\n$/u);
    const asJson = await replayOf(house, '--json', '--status', 'answered');
    expect(asJson.code).toBe(3);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ reasked: 1, same: 0, masked: 0, changes: [{ id: 'a', differs: ['answer', 'passageIds'], before: { status: 'answered' }, after: { status: 'answered' } }] });
    expect((await replayOf(house, '--verdict', 'right')).stdout).toBe('0 asked again: 0 as before, 0 changed.\n');
    expect((await replayOf(house, '--since', 'yesterday')).code).toBe(2);
    expect(JSON.parse((await replayOf(house, '--json', '--engine', 'x')).stdout)).toMatchObject({ error: { exitCode: 2 } });
  });
});
