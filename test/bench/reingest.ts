import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { bindHouse } from '../../src/wiring.js';
import { inventMinutes } from './invent-minutes.js';

/** What one changed file among many may take. */
const ALLOWED_MS = 2000;
const ROUNDS = 3;

/** Writes `count` files, reads them, changes one after the other; the lines to print. */
export async function measureReingest(work: string, count: number): Promise<[string, string][]> {
  const folder = join(work, 'documents');
  mkdirSync(folder);
  const files = inventMinutes(count).map(({ document }, index) => {
    const file = join(folder, `${index}.md`);
    writeFileSync(file, `---\ntitle: ${document.title}\nbody: ${document.body}\ndate: ${document.date}\n---\n${document.text}\n`);
    return file;
  });
  const house = bindHouse({ ...readConfig({ environment: {}, folder: work }), dataFolder: join(work, 'data') }, () => undefined);
  const first = await house.ingest([folder], () => undefined);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const file = files[Math.floor((count * (round + 0.5)) / ROUNDS)];
    if (file !== undefined) appendFileSync(file, `\n会议另决定第${round}次补充安排经费${round + 3}万元。\n`);
    const summary = await house.ingest([folder], () => undefined);
    if (summary.changed !== 1 || summary.unchanged !== count - 1) throw new Error(`changed ${summary.changed}, unchanged ${summary.unchanged} after one of ${count} files changed`);
    times.push(summary.durationMs);
  }
  house.close();
  const median = [...times].sort((a, b) => a - b)[1] ?? 0;
  return [
    ['files / passages', `${count} / ${first.passages}`],
    ['one changed file', `median ${(median / 1000).toFixed(2)} s of ${ROUNDS} (≤ ${ALLOWED_MS / 1000} s: ${median <= ALLOWED_MS ? 'met' : 'MISSED'}); all files ${(first.durationMs / 1000).toFixed(1)} s`],
  ];
}
