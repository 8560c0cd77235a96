import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { bindThreadedHouse } from '../../src/wire-threads.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

it('a thread warms up without a row in the log, and says why there is no index', async () => {
  const folder = temporaryFolder();
  const config = { ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: join(folder, 'corpus'), answerThreads: 1 };
  mkdirSync(config.corpusFolder);
  writeFileSync(join(config.corpusFolder, 'cunwu.md'), '---\ntitle: 村务会议纪要\nbody: 蓝桥村民委员会\nmeeting: 村务会议\ndate: 2025-03-01\n---\n2025年3月1日，村务会议决定修缮三座桥，由李建国负责。\n');
  const notices: string[] = [];
  const house = bindThreadedHouse(config, (line) => { notices.push(line); });
  try {
    await house.generation();
    expect((await house.coverage()).coverage.documents).toBe(1);
    expect(house.log().count()).toBe(0);
    expect((await house.answer({ id: 'a', question: '村务会议决定修缮几座桥？', history: [] }, 'telegram')).answer).toContain('三座桥');
    expect(house.log().recent(9).map(({ id, channel }) => [id, channel])).toEqual([['a', 'telegram']]);
  } finally {
    house.close();
  }
  const bare = bindThreadedHouse({ ...config, dataFolder: join(folder, 'other'), corpusFolder: join(folder, 'nowhere') }, () => undefined);
  try {
    await expect(bare.coverage()).rejects.toThrow('nowhere');
  } finally {
    bare.close();
  }
});
