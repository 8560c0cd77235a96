import { describe, expect, it } from 'vitest';
import { askersToTell } from '../../src/review/askers-to-tell.js';
import { press, privateText } from './make-updates.js';
import { MODERATOR, startHouseBot } from './start-house-bot.js';
import { startTestBot } from './start-test-bot.js';

const WRONG = '村里的游泳池什么时候开放？';
const RIGHT = '村里的图书室每周开放五天。 [1]';
const [AGREED, SILENT] = [7, 8];

describe('a correction', () => {
  it('is told once, to those who got the wrong answer and passed it on', async () => {
    const { api, house, clock, moderation } = await startHouseBot();
    for (const id of [AGREED, SILENT]) api.push(privateText(id, WRONG));
    const asked = await api.message(AGREED);
    await api.message(SILENT);
    api.push(press(AGREED, asked.buttons.find(({ text }) => text.includes('工作人员'))?.callback_data, asked.messageId));
    await api.message(MODERATOR);
    const [record] = [...house.log().select({}, 'oldest first')].filter(({ asker }) => house.log().feedback.after(0).some((entry) => entry.asker === asker));
    const { corpus } = await house.generation();
    const cited = [...Array(corpus.passageCount).keys()].flatMap((row) => corpus.passages([row])).filter(({ text }) => text.includes('图书室'));
    expect(moderation.publish({ id: 'c1', recordId: record!.id, version: 0, personId: '32', question: WRONG, wordings: [], answer: RIGHT, cited })).toBeNull();
    await clock.pausing(30_000);
    clock.advance(30_000);
    const told = await api.message(AGREED, 2);
    expect(told.text).toContain('回答已经更正');
    expect(told.text).toContain(WRONG);
    expect(told.text).toContain('图书室每周开放五天');
    for (let look = 0; look < 3; look++) {
      await clock.pausing(30_000);
      clock.advance(30_000);
    }
    api.push(privateText(SILENT, '你好'));
    await api.message(SILENT, 2);
    expect(api.messages.filter(({ text }) => text.includes('回答已经更正')).map(({ chatId }) => chatId)).toEqual([AGREED]);
  });
});

describe('a correction, to those who disliked the answer', () => {
  /** Who asked, disliked, gave a reason, and wants to hear of it or not. */
  async function withDislikes() {
    const bot = await startHouseBot();
    const { api, house, moderation, clock } = bot;
    const wanting = async (id: number, wants: boolean): Promise<string> => {
      api.push(privateText(id, WRONG));
      const asked = await api.message(id);
      api.push(press(id, asked.buttons.find(({ text }) => text.includes('👎'))?.callback_data, asked.messageId));
      const why = await api.message(id, 2);
      const pressed = async (label: string): Promise<string> => {
        const update = press(id, why.buttons.find(({ text }) => text.includes(label))?.callback_data, why.messageId);
        api.push(update);
        return (await api.call('answerCallbackQuery', (call) => call.params.callback_query_id === update.callback_query.id)).params.text ?? '';
      };
      expect(await pressed('内容不对')).toBe('原因已记下，谢谢。');
      if (!wants) return why.buttons[0]?.callback_data ?? '';
      expect(await pressed('🔔')).toMatch(/^好，/u);
      expect(await pressed('🔔')).toBe('已经记下：更正后会告诉您。');
      return why.buttons[0]?.callback_data ?? '';
    };
    const publish = async (data: string): Promise<void> => {
      const { corpus } = await house.generation();
      const cited = [...Array(corpus.passageCount).keys()].flatMap((row) => corpus.passages([row])).filter(({ text }) => text.includes('图书室'));
      expect(moderation.publish({ id: 'c1', recordId: data.split(':')[1] ?? '', version: 0, personId: '32', question: WRONG, wordings: [], answer: RIGHT, cited })).toBeNull();
    };
    const look = async (on = clock): Promise<void> => {
      await on.pausing(30_000);
      on.advance(30_000);
    };
    return { ...bot, wanting, publish, look };
  }
  const corrections = (messages: readonly { text: string; chatId: number | string }[]) => messages.filter(({ text }) => text.includes('回答已经更正')).map(({ chatId }) => chatId);

  it('is told once where they said so, and to nobody who only disliked it, nor after a restart', async () => {
    const { api, wanting, publish, look, moderation, state, house, roles } = await withDislikes();
    const data = await wanting(AGREED, true);
    await wanting(SILENT, false);
    expect(house.log().feedback.after(0).map(({ kind }) => kind)).toEqual(['down', 'down', 'down', 'down']);
    await publish(data);
    await look();
    expect((await api.message(AGREED, 3)).text).toContain('图书室每周开放五天');
    for (let time = 0; time < 3; time++) await look();
    const again = await startTestBot({ state, moderation, roles: () => roles, findAnswer: (id) => house.log().find(id)?.answer ?? null });
    for (let time = 0; time < 2; time++) await look(again.clock);
    again.api.push(privateText(AGREED, '/help'));
    await again.api.message(AGREED);
    expect([corrections(api.messages), corrections(again.api.messages)]).toEqual([[AGREED], []]);
  });

  it('is told to nobody who had everything deleted, and who is not there any more has no say', async () => {
    const { api, wanting, publish, look } = await withDislikes();
    const [data] = [await wanting(AGREED, true), await wanting(SILENT, true)];
    api.push(privateText(AGREED, '/forgetme'));
    const ask = await api.message(AGREED, 3);
    api.push(press(AGREED, ask.buttons[0]?.callback_data, ask.messageId));
    await api.call('answerCallbackQuery', ({ params }) => params.text === '已删除。');
    await publish(data);
    for (let time = 0; time < 3; time++) await look();
    await api.message(SILENT, 3);
    expect(corrections(api.messages)).toEqual([SILENT]);
  });

  it('is offered only where somebody corrects answers', async () => {
    const { api } = await startTestBot();
    api.push(privateText(AGREED, '问题？'));
    const asked = await api.message(AGREED);
    api.push(press(AGREED, asked.buttons.find(({ text }) => text.includes('👎'))?.callback_data, asked.messageId));
    expect((await api.message(AGREED, 2)).buttons.some(({ text }) => text.includes('🔔'))).toBe(false);
    const update = press(AGREED, asked.buttons.find(({ text }) => text.includes('👎'))?.callback_data?.replace('d:', 't:'), asked.messageId);
    api.push(update);
    expect((await api.call('answerCallbackQuery', (call) => call.params.callback_query_id === update.callback_query.id)).params.text).toContain('失效');
  });
});

it('concerns the same question asked in other records before, of those who passed it on or disliked it', () => {
  const entry = (sequence: number, recordId: string, kind: 'staff' | 'down' | 'up', atUtc = '2025-01-01T00:00:00.000Z') => ({ sequence, recordId, atUtc, kind, reason: null, comment: null, asker: `p${sequence}` });
  const questions: Record<string, string> = { a: '游泳池几点开？', b: '請問游泳池幾點開', c: '图书室几点开？', d: '它几点开？' };
  const find = (id: string) => (id in questions ? { question: { id, question: questions[id]!, history: [] }, standaloneQuestion: id === 'd' ? '游泳池几点开？' : questions[id]! } : null);
  const feedback = [entry(1, 'a', 'staff'), entry(2, 'b', 'staff'), entry(3, 'c', 'staff'), entry(4, 'd', 'staff'), entry(5, 'b', 'down'), entry(6, 'gone', 'staff'), entry(7, 'b', 'staff', '2026-01-01T00:00:00.000Z'), entry(8, 'a', 'up'), { ...entry(9, 'b', 'down'), asker: 'p5' }];
  expect(askersToTell({ recordId: 'a', question: '游泳池几点开？', publishedAtUtc: '2025-06-01T00:00:00.000Z' }, feedback, find).map(({ person }) => person)).toEqual(['p1', 'p2', 'p4', 'p5']);
});
