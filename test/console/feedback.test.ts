import { expect, it } from 'vitest';
import { browse, startTestConsole } from './start-test-console.js';

const listed = (page: string): string[] => [...page.matchAll(/<a href="\/record\?id=([^"]+)"><bdi>/gu)].map((match) => match[1]!);

it('what citizens made of an answer waits in the queue, stands on its page and is counted, apart from verdicts', async () => {
  const site = await startTestConsole();
  for (const id of ['a', 'b', 'c']) await site.house.answer({ id, question: '村务会议决定修缮几座桥？', history: [] }, 'telegram');
  const add = (recordId: string, kind: 'up' | 'down' | 'staff', asker: string, reason: string | null = null, comment: string | null = null): void => { site.house.log().feedback.append({ recordId, atUtc: '2025-04-01T08:00:00.000Z', kind, reason, comment, asker }); };
  const moderator = browse(site.address);
  await moderator.enter(site.link('2'));
  expect(listed(await moderator.read('/'))).toEqual([]);
  add('a', 'down', 'one', 'source', '<b>年份</b>写错了');
  add('b', 'staff', 'one');
  add('c', 'up', 'one');
  const queue = await moderator.read('/');
  expect(listed(queue)).toEqual(['b', 'a']);
  for (const words of ['disliked', 'passed on to staff']) expect(queue).toContain(words);
  const page = await moderator.read('/record?id=a');
  for (const words of ['Citizens’ votes', 'disliked 1', 'the source does not say so × 1', '&lt;b&gt;年份&lt;/b&gt;写错了', 'Nobody judged']) expect(page).toContain(words);
  expect(listed(await moderator.read('/log?feedback=liked'))).toEqual(['c']);
  expect(listed(await moderator.read('/log?feedback=disliked'))).toEqual(['a']);
  expect(listed(await moderator.read('/log?feedback=reported'))).toEqual(['b']);
  // A verdict settles it; a vote is none.
  await moderator.post('/do/judge', { ...await moderator.fieldsOf('/record?id=a', '/do/judge'), verdict: 'right', note: '' });
  expect(listed(await moderator.read('/'))).toEqual(['b']);
  add('c', 'down', 'one');
  expect(listed(await moderator.read('/'))).toEqual(['c', 'b']);
  add('c', 'up', 'one');
  expect(listed(await moderator.read('/'))).toEqual(['b']);
  const today = new Date();
  site.clock.nowMs = today.getTime();
  await moderator.enter(site.link('2'));
  const overview = await moderator.read('/overview');
  for (const words of ['<strong>1 / 1</strong>', 'Why answers were disliked', 'the source does not say so']) expect(overview).toContain(words);
  // Who forgot about themselves is counted no more.
  site.house.log().erase('one');
  expect(listed(await moderator.read('/'))).toEqual([]);
});
