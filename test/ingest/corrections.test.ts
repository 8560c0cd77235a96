import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { groupCorrections, strayCorrections } from '../../src/ingest/corrections.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

it('what staff say of a document or an article holds, is searched, and survives every ingest; only what it concerns is read again', async () => {
  const folder = temporaryFolder();
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(docs, 'two.md'), '# 第一件\n\n会议决定修桥。\n\n# 第二件\n\n会议决定植树。\n');
  writeFileSync(join(docs, 'other.md'), '图书室每周开放五天。\n');
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data'), corpusFolder: docs }, () => undefined);
  onTestFinished(() => { house.close(); });
  await house.ingest([docs], () => undefined);
  const write = (yaml: string): void => { writeFileSync(join(folder, 'data', 'descriptions.yaml'), yaml); };
  write('two.md:\n  body: 清河市人大常委会\n  date: 2025-02-20\ntwo.md#2:\n  title: 关于植树的决定\n  date: 2025-03-12\n  kind: resolution\ngone.md:\n  title: x\ntwo.md#3:\n  title: y\n');
  const summary = await house.ingest([docs], () => undefined);
  expect(summary).toMatchObject({ changed: 1, unchanged: 1 });
  expect(summary.skipped.map(({ file, reason }) => `${file}: ${reason}`)).toEqual(['gone.md', 'two.md#3'].map((id) => `descriptions.yaml: It describes "${id}", which is no document and no article of the index; correct the id or remove it.`));
  const headers = async () => (await house.generation()).corpus.headers.map(({ articleId, title, body, date, kind }) => [articleId, title, body, date, kind]);
  const wanted = [['other.md#1', 'other', '', null, 'record'], ['two.md#1', '第一件', '清河市人大常委会', '2025-02-20', 'record'], ['two.md#2', '关于植树的决定', '清河市人大常委会', '2025-03-12', 'resolution']];
  expect(await headers()).toEqual(wanted);
  expect((await house.search('清河市人大常委会2025年3月12日的决定', 1))[0]?.passage.header.articleId).toBe('two.md#2');

  writeFileSync(join(docs, 'two.md'), `${readFileSync(join(docs, 'two.md'), 'utf8')}\n会议还决定修路。\n`);
  expect(await house.ingest([docs], () => undefined)).toMatchObject({ changed: 1 });
  expect(await headers()).toEqual(wanted);

  write('');
  expect(await house.ingest([docs], () => undefined)).toMatchObject({ changed: 1, skipped: [] });
  expect((await headers()).at(-1)?.slice(1, 4)).toEqual(['第二件', '', null]);

  write('two.md:\n  date: soon\n');
  await expect(house.ingest([docs], () => undefined)).rejects.toThrow('"two.md" has date "soon"');
  expect((await headers()).at(-1)?.slice(1, 4)).toEqual(['第二件', '', null]);
});

it('tells an article from a document with a number sign in its id', () => {
  const corrections = groupCorrections(new Map([['a#1', { title: 'x' }], ['b#9', { title: 'y' }]]));
  expect(strayCorrections(corrections, (id) => ({ 'a#1': 1, b: 3 })[id])).toEqual(['b#9']);
});
