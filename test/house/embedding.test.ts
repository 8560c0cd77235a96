import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { bindHouse, type BoundHouse } from '../../src/wiring.js';
import { embeddingServer, sendVectors, vectorOf, type EmbeddingServer } from '../adapters/openai/embedding-server.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const QUESTION = '政协五届三次会议收到多少件提案？';
const minutes = (count: number): string => `---\ntitle: 政协五届三次会议提案工作\nbody: 政协澜桥市委员会\nmeeting: 政协第五届澜桥市委员会第三次会议\ndate: 2024-01-16\n---\n\n政协五届三次会议共收到提案${String(count)}件。\n`;

/** A house whose vectors come from `server`, over a folder with one document; every call binds it anew, as another start of the program does. */
function houseAt(server: EmbeddingServer, folder: string): { house: BoundHouse; notices: string[]; documents: string } {
  const documents = join(folder, 'documents');
  mkdirSync(documents, { recursive: true });
  const notices: string[] = [];
  const house = bindHouse({ ...readConfig({ environment: { EMBEDDING_MODEL: 'e', EMBEDDING_DIMENSION: '8', OPENAI_BASE_URL: server.url }, folder }), dataFolder: join(folder, 'data') }, (line) => { notices.push(line); });
  onTestFinished(() => { house.close(); });
  return { house, notices, documents };
}
const eight = (server: EmbeddingServer, seed = 1): void => { server.behave = (texts, response) => { sendVectors(response, texts.map((text) => [...vectorOf(text, seed), ...vectorOf(text, seed + 1)])); }; };
const ask = async (house: BoundHouse) => await house.ask({ id: String(Math.random()), question: QUESTION, history: [] }, 'test');

it('an index is made with the configured embedding model, names it, and embeds only what changed', async () => {
  const server = await embeddingServer();
  eight(server);
  const { house, notices, documents } = houseAt(server, temporaryFolder());
  writeFileSync(join(documents, 'one.md'), minutes(312));
  expect((await house.ingest([documents], () => undefined)).generation).toMatchObject({ embeddingModel: 'api:e#1', dimension: 8 });
  expect(await ask(house)).toMatchObject({ status: 'answered', answer: expect.stringContaining('312') as string });
  expect(await house.status()).toMatchObject({ state: 'open', embeddingModel: 'api:e#1' });
  const before = server.seen.flat().length;
  writeFileSync(join(documents, 'two.md'), minutes(347).replaceAll('三次', '四次'));
  await house.ingest([documents], () => undefined);
  expect(server.seen.flat().slice(before).filter((text) => text.includes('312'))).toEqual([]);
  expect(notices).toEqual([]);
});

it('while the address is down questions are answered, an index is made with the built-in model, and with the configured one as soon as it is back', { timeout: 30_000 }, async () => {
  const server = await embeddingServer();
  const folder = temporaryFolder();
  server.behave = (_, response) => { response.writeHead(401).end('{}'); };
  const down = houseAt(server, folder);
  writeFileSync(join(down.documents, 'one.md'), minutes(312));
  expect((await down.house.ingest([down.documents], () => undefined)).generation.embeddingModel).toMatch(/^hashed-/u);
  expect(down.notices.join()).toContain('cannot be used now');
  expect((await ask(down.house)).status).toBe('answered');

  eight(server);
  const up = houseAt(server, folder);
  expect((await ask(up.house)).status).toBe('answered');
  expect((await up.house.ingest([up.documents], () => undefined)).generation.embeddingModel).toBe('api:e#1');

  server.behave = (_, response) => { response.destroy(); };
  const again = houseAt(server, folder);
  expect(await ask(again.house)).toMatchObject({ status: 'answered', answer: expect.stringContaining('312') as string });
  expect(again.notices.join()).toContain('by words alone');
});

it('another model under the same name is noticed: everything is embedded anew', async () => {
  const server = await embeddingServer();
  const folder = temporaryFolder();
  eight(server);
  const first = houseAt(server, folder);
  writeFileSync(join(first.documents, 'one.md'), minutes(312));
  await first.house.ingest([first.documents], () => undefined);
  eight(server, 5);
  const second = houseAt(server, folder);
  expect((await second.house.ingest([second.documents], () => undefined)).generation.embeddingModel).toBe('api:e#2');
  expect(second.notices.join()).toContain('everything is embedded anew');
  expect((await ask(second.house)).status).toBe('answered');
});

it('a build that the model leaves half done says what to do, keeps the index and what was embedded', async () => {
  const server = await embeddingServer();
  const folder = temporaryFolder();
  eight(server);
  const { house, documents } = houseAt(server, folder);
  writeFileSync(join(documents, 'one.md'), minutes(312));
  await house.ingest([documents], () => undefined);
  const before = (await house.status()).generation?.id;
  writeFileSync(join(documents, 'two.md'), minutes(347).replaceAll('三次', '四次'));
  server.behave = (texts, response) => { if (texts.some((text) => text.includes('347'))) sendVectors(response, texts.map(() => [0, 0, 0, 0, 0, 0, 0, 0])); else sendVectors(response, texts.map((text) => [...vectorOf(text, 1), ...vectorOf(text, 2)])); };
  await expect(house.ingest([documents], () => undefined)).rejects.toThrow('the index stays as it was');
  expect((await house.status()).generation?.id).toBe(before);
});
