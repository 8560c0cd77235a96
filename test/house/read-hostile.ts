// Started by hostile-files.test.ts as a process of its own: reads a folder of hostile files, answers meanwhile, and measures itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSource } from '../../src/adapters/files/file-source.js';
import { readConfig } from '../../src/config.js';
import { readAll, type SourceItem } from '../../src/ports/document-source.js';
import { openFormats } from '../../src/wire-formats.js';
import { bindHouse } from '../../src/wiring.js';

/** What the process tells when it is done. */
export interface HostileReading {
  items: SourceItem[];
  /** Of each file that the child read, in ms. */
  took: number[];
  /** Most resident memory while it read, less what was resident before, in MB. */
  grownMb: number;
  /** Status of each question that was asked meanwhile. */
  answered: string[];
}

const [hostile = '', own = '', result = ''] = process.argv.slice(2);
const QUESTION = '市政府第三次常务会议决定修建多少公里道路？';

mkdirSync(join(own, 'docs'), { recursive: true });
writeFileSync(join(own, 'docs', 'road.md'), '---\ntitle: 市政府第三次常务会议纪要\ndate: 2025-03-04\n---\n市政府第三次常务会议决定修建道路十公里。\n');
const house = bindHouse({ ...readConfig({ environment: {}, folder: own }), dataFolder: join(own, 'data'), corpusFolder: join(own, 'docs') }, () => undefined);
await house.ingest([join(own, 'docs')], () => undefined);
const formats = openFormats();
const took: number[] = [];
const timed: typeof formats = { ...formats, read: async (bytes, file) => {
  const start = performance.now();
  const read = await formats.read(bytes, file);
  took.push(performance.now() - start);
  return read;
} };
// What is loaded once is there before it counts.
for (let round = 0; round < 30; round++) await house.answer({ id: `before-${round}`, question: QUESTION, history: [] }, 'test');
await formats.read(Buffer.from('<p>市政府</p>'), 'first.html');

const before = process.memoryUsage.rss();
let most = before;
const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 20);
const done = new AbortController();
const answered: string[] = [];
const asking = (async () => {
  while (!done.signal.aborted) {
    answered.push((await house.answer({ id: `meanwhile-${answered.length}`, question: QUESTION, history: [] }, 'test')).status);
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
})();
const items: SourceItem[] = [];
for await (const item of readAll(fileSource(timed), [hostile])) items.push(item);
most = Math.max(most, process.memoryUsage.rss());
done.abort();
await asking;
clearInterval(watch);
const reading: HostileReading = { items, took, grownMb: (most - before) / 2 ** 20, answered };
writeFileSync(result, JSON.stringify(reading));
formats.close();
house.close();
