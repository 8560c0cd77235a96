import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWithdrawn } from '../../src/adapters/data-folder/withdrawn-documents.js';
import { browse, startTestConsole, type TestConsole } from './start-test-console.js';

async function withRecords(): Promise<TestConsole> {
  const site = await startTestConsole();
  for (const [id, question] of [['a', '村务会议决定修缮几座桥？'], ['b', '滑雪场的票价是多少元？'], ['c', '村务会议收到提案300件。'], ['d', '今天天气怎么样？']] as const) {
    await site.house.answer({ id, question, history: [] }, id === 'a' ? 'telegram' : 'cli');
  }
  return site;
}
const listed = (page: string): string[] => [...page.matchAll(/<a href="\/record\?id=([^"]+)"><bdi>/gu)].map((match) => match[1]!);

describe('the queue', () => {
  it('holds what was not answered, newest first, until somebody judged it; a key leads to the next', async () => {
    const site = await withRecords();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    expect(listed(await moderator.read('/'))).toEqual(['d', 'c', 'b']);
    const judged = await moderator.post('/do/judge', { ...await moderator.fieldsOf('/record?id=d', '/do/judge'), verdict: 'right', note: '', next: 'yes' });
    expect(judged.headers.get('location')).toBe('/record?id=c');
    expect(listed(await moderator.read('/'))).toEqual(['c', 'b']);
    expect(listed(await moderator.read('/?review=unread'))).toEqual(['c', 'b']);
    await moderator.read('/record?id=c');
    expect(listed(await moderator.read('/?review=unread'))).toEqual(['b']);
    await moderator.post('/do/assign', { ...await moderator.fieldsOf('/record?id=b', '/do/assign'), to: '2' });
    expect(listed(await moderator.read('/?review=mine'))).toEqual(['b']);
    await moderator.post('/do/flag', await moderator.fieldsOf('/record?id=a', '/do/flag'));
    expect(listed(await moderator.read('/'))).toEqual(['c', 'b', 'a']);
    expect(site.file.actions.after(0).map(({ action }) => action)).toEqual(['entered', 'opened', 'judged', 'opened', 'opened', 'assigned', 'opened', 'flagged']);
  });

  it('holds answers on low evidence, is narrowed by why a record waits, and counts each reason', async () => {
    const site = await withRecords();
    const [given] = site.house.log().recent(9).filter(({ id }) => id === 'a');
    for (const [id, strength] of [['weak', 0.31], ['strong', 0.93], ['old', null]] as const) site.house.log().append({ ...given!, id, strength });
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    expect(listed(await moderator.read('/'))).toEqual(['weak', 'd', 'c', 'b']);
    const narrowed = await moderator.read('/?eyes=weak');
    expect(listed(narrowed)).toEqual(['weak']);
    expect(narrowed).toMatch(/<a href="\/\?eyes=weak" aria-current="true">low evidence 1<\/a>/u);
    expect(narrowed).toMatch(/<a href="\/\?eyes=refused">refused \d<\/a>/u);
    expect(listed(await moderator.read('/log?eyes=weak'))).toEqual(['weak']);
    expect(listed(await moderator.read('/?eyes=nothing'))).toHaveLength(4);
    expect(await moderator.read('/record?id=weak')).toMatch(/<dd>0\.31 <span class="badge warn">low evidence<\/span>/u);
    await moderator.post('/do/judge', { ...await moderator.fieldsOf('/record?id=weak', '/do/judge'), verdict: 'right' });
    expect(listed(await moderator.read('/?eyes=weak'))).toEqual([]);
  });

  it('121: takes one decision from a button pressed twice, and tells the second of two moderators', async () => {
    const site = await withRecords();
    const [first, second] = [browse(site.address), browse(site.address)];
    await first.enter(site.link('2'));
    await second.enter(site.link('4'));
    const [mine, yours] = [await first.fieldsOf('/record?id=b', '/do/judge'), await second.fieldsOf('/record?id=b', '/do/judge')];
    await first.post('/do/judge', { ...mine, verdict: 'wrong' });
    expect((await first.post('/do/judge', { ...mine, verdict: 'wrong' })).status).toBe(303);
    const late = await second.post('/do/judge', { ...yours, verdict: 'right' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Somebody decided');
    expect(site.file.actions.after(0).filter(({ action }) => action === 'judged')).toHaveLength(1);
  });

  it('lets a viewer read and not decide', async () => {
    const site = await withRecords();
    const viewer = browse(site.address);
    await viewer.enter(site.link('1'));
    const page = await viewer.read('/record?id=b');
    expect(page).not.toContain('/do/judge');
    const { formToken } = await viewer.fieldsOf('/log', '/do/view');
    expect((await viewer.post('/do/judge', { formToken: formToken!, record: 'b', version: '0', verdict: 'right' })).status).toBe(403);
  });

  it('refuses a form that is not filled in as it should be', async () => {
    const site = await withRecords();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    const fields = await moderator.fieldsOf('/record?id=b', '/do/judge');
    for (const wrong of [{ verdict: 'perhaps' }, { verdict: 'right', record: "1' OR 1=1" }, { verdict: 'right', version: '1e309' }, { verdict: 'right', version: '-1' }, { verdict: 'right', note: 'x'.repeat(501) }]) {
      expect((await moderator.post('/do/judge', { ...fields, ...wrong })).status).toBe(400);
    }
  });
});

describe('the log', () => {
  it.each([
    ['text=滑雪场', ['b']], ['text=滑雪場', ['b']], ['text=三座桥', ['a']], ['family=answered', ['a']], ['channel=telegram', ['a']], ['meeting=村务', ['a']], ['document=cunwu', ['a']],
    ['family=refused&text=天气', ['d']], ['review=none', ['d', 'c', 'b', 'a']], ['from=2000-01-01&to=2000-01-02', []], ['engine=draft', []],
    ['page=1000000000', ['d', 'c', 'b', 'a']], ['page=-1', ['d', 'c', 'b', 'a']], ['page=1e309', ['d', 'c', 'b', 'a']], ['from=31/02', ['d', 'c', 'b', 'a']], ['status=nonsense', ['d', 'c', 'b', 'a']],
    ['text=%22%20OR%201%3D1', []], ['text=(a%2B)%2B%24*', []], ['text[]=x', ['d', 'c', 'b', 'a']], ['text=%00', []],
  ])('shows for %s %j', async (query, ids) => {
    const site = await withRecords();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    expect(listed(await moderator.read(`/log?${query}`))).toEqual(ids);
  });

  it('keeps views by name, each person their own', async () => {
    const site = await withRecords();
    const [one, other] = [browse(site.address), browse(site.address)];
    await one.enter(site.link('2'));
    await other.enter(site.link('4'));
    await one.post('/do/save-view', { ...await one.fieldsOf('/log?family=refused', '/do/save-view'), name: '<b>未回答</b>' });
    expect(await one.read('/log')).toContain('<a href="/log?family=refused">&lt;b&gt;未回答&lt;/b&gt;</a>');
    expect(await other.read('/log')).not.toContain('未回答&lt;');
    await one.post('/do/remove-view', { ...await one.fieldsOf('/log', '/do/remove-view'), name: '<b>未回答</b>' });
    expect(await one.read('/log')).not.toContain('未回答&lt;');
  });

  it('opens each passage in its document', async () => {
    const site = await withRecords();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    const record = await moderator.read('/record?id=a');
    expect(record).toContain('<mark>');
    const address = /href="(\/document\?passage=[^"#]+)/u.exec(record)![1]!;
    const document = await moderator.read(address);
    expect(document).toMatch(/id="cited"[^>]*>.*<mark>.*三座桥/su);
    expect((await moderator.ask('/document?passage=gone')).status).toBe(404);
  });

  it('opens a passage of an earlier version as it was, and none of a withdrawn document', async () => {
    const site = await withRecords();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    const address = /href="(\/document\?passage=[^"#]+)/u.exec(await moderator.read('/record?id=a'))![1]!;
    writeFileSync(join(site.folder, 'corpus', 'cunwu.md'), '---\ntitle: 村务会议纪要\n---\n村务会议决定修缮四座桥。\n');
    await site.house.ingest([join(site.folder, 'corpus')], () => undefined);
    const past = await moderator.read(address);
    expect(past).toMatch(/An earlier version: it left the corpus on 20\d\d-/u);
    expect(past).toMatch(/<mark>.*三座桥/su);
    writeWithdrawn(site.dataFolder, new Map([['cunwu.md', { withdrawnAtUtc: '2025-04-01T08:00:00.000Z', path: '/gone', sha256: null, copyOf: null }]]));
    const withdrawn = await moderator.ask(address);
    expect(withdrawn.status).toBe(404);
    const page = await withdrawn.text();
    expect(page).toContain('withdrawn on 2025-04-01');
    expect(page).not.toContain('三座桥');
  });
});
