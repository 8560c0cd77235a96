import { describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionKey } from '../../src/language/question-key.js';
import { browse, startTestConsole } from './start-test-console.js';

const WRONG = '村里的游泳池什么时候开放？';

async function atTheForm() {
  const site = await startTestConsole();
  const { answer } = await site.house.answer({ id: 'a', question: WRONG, history: [] }, 'telegram');
  const moderator = browse(site.address);
  await moderator.enter(site.link('2'));
  const { corpus } = await site.house.generation();
  const passage = corpus.passages([0])[0]!;
  return { site, moderator, answer, passage, fields: await moderator.fieldsOf('/correct?record=a', '/do/correct') };
}

describe('a correction', () => {
  it('is answered to the same question from then on, with who and when, and is withdrawn', async () => {
    const { site, moderator, passage, fields } = await atTheForm();
    const published = await moderator.post('/do/correct', { ...fields, step: 'publish', question: WRONG, wordings: '泳池几点开门？', answer: '记录里没有游泳池，只有图书室每周开放五天。', cite: passage.passageId });
    expect([published.status, published.headers.get('location')]).toEqual([303, '/curated']);
    for (const question of [WRONG, '请问村里的游泳池什么时候开放呢', '村裡的游泳池什麼時候開放？', '泳池几点开门？']) {
      const answer = await site.house.answer({ id: question, question, history: [] }, 'telegram');
      expect([question, answer.answer]).toEqual([question, '记录里没有游泳池，只有图书室每周开放五天。 [1]']);
      expect(answer.citations).toMatchObject([{ marker: 1, passageId: passage.passageId, quote: passage.text }]);
    }
    expect((await site.house.answer({ id: 'o', question: '村里的图书室每周开放几天？', history: [] }, 'x')).answer).not.toContain('游泳池');
    const list = await moderator.read('/curated');
    expect(list).toContain('2 · 2025-04-01 08:00');
    expect(await moderator.read('/log?review=corrected')).toContain('record?id=a');
    const withdrawn = await moderator.post('/do/withdraw', { ...await moderator.fieldsOf('/curated', '/do/withdraw'), id: site.file.curated.all()[0]!.id });
    expect(withdrawn.status).toBe(303);
    expect((await site.house.answer({ id: 'w', question: WRONG, history: [] }, 'x')).answer).not.toContain('记录里没有游泳池');
    expect(site.file.actions.after(0).map(({ action, personId }) => `${personId} ${action}`)).toEqual(['2 entered', '2 published', '2 withdrawn']);
  });

  it.each([
    [{ answer: '图书室每周开放六十天，共 61 次。' }, 'A figure of the answer'],
    [{ answer: '2025年3月9日开放。' }, 'A date of the answer'],
    [{ answer: '图书室每周开放五天。 [2]' }, 'A marker in the answer'],
    [{ answer: ' [1] ' }, 'There is no answer yet'],
    [{ answer: '图书室每周开放五天。', cite: 'gone' }, 'Tick at least one passage'],
  ])('is not published as %j, and nothing written is lost', async (changes, sentence) => {
    const { site, moderator, passage, fields } = await atTheForm();
    const refused = await moderator.post('/do/correct', { ...fields, step: 'publish', question: WRONG, wordings: '另一种问法', cite: passage.passageId, ...changes });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain(sentence);
    expect(page).toContain('另一种问法');
    expect(site.file.curated.all()).toEqual([]);
  });

  it('finds passages right there and keeps what was written', async () => {
    const { moderator, fields } = await atTheForm();
    const page = await (await moderator.post('/do/correct', { ...fields, step: 'search', question: WRONG, answer: '写到一半', search: '修缮三座桥' })).text();
    expect(page).toContain('写到一半');
    expect(page).toMatch(/name="cite" value="cunwu\.md#1\.1-/u);
  });

  it('rests when the words of its passage change', async () => {
    const { site, moderator, passage, fields } = await atTheForm();
    await moderator.post('/do/correct', { ...fields, step: 'publish', question: WRONG, answer: '图书室每周开放五天。', cite: passage.passageId });
    writeFileSync(join(site.folder, 'corpus', 'cunwu.md'), '# 村务会议纪要\n\n2025年3月1日，会议决定，村里的图书室每周开放六天。\n');
    await site.house.ingest([join(site.folder, 'corpus')], () => undefined);
    expect((await site.house.answer({ id: 'n', question: WRONG, history: [] }, 'x')).answer).not.toContain('五天');
    expect(await moderator.read('/curated')).toContain('resting: a passage changed');
  });

  it('is no business of a viewer', async () => {
    const { site, passage } = await atTheForm();
    const viewer = browse(site.address);
    await viewer.enter(site.link('1'));
    const fields = await viewer.fieldsOf('/correct?record=a', '/do/correct');
    expect((await viewer.post('/do/correct', { ...fields, step: 'publish', question: WRONG, answer: '图书室每周开放五天。', cite: passage.passageId })).status).toBe(403);
  });
});

describe('the key of a question', () => {
  it('is the same in other script, width and politeness, and another with another figure or name', () => {
    const same = ['请问２０２５年收到多少件提案？', '2025年收到多少件提案', '您好，请问2025年收到多少件提案呢？', '2025年收到多少件提案啊'];
    expect(new Set(same.map(questionKey)).size).toBe(1);
    expect(questionKey('2024年收到多少件提案')).not.toBe(questionKey(same[0]!));
    expect(questionKey('谁不同意修桥？')).not.toBe(questionKey('谁同意修桥？'));
    expect(questionKey('请问')).toBe('请问');
  });
});
