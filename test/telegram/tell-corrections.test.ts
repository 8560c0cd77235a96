import { describe, expect, it } from 'vitest';
import { askersToTell } from '../../src/review/askers-to-tell.js';
import { press, privateText } from './make-updates.js';
import { MODERATOR, startHouseBot } from './start-house-bot.js';

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

it('concerns the same question asked in other records before, and nobody who only voted', () => {
  const entry = (sequence: number, recordId: string, kind: 'staff' | 'down', atUtc = '2025-01-01T00:00:00.000Z') => ({ sequence, recordId, atUtc, kind, reason: null, comment: null, asker: `p${sequence}` });
  const questions: Record<string, string> = { a: '游泳池几点开？', b: '請問游泳池幾點開', c: '图书室几点开？', d: '它几点开？' };
  const find = (id: string) => (id in questions ? { question: { id, question: questions[id]!, history: [] }, standaloneQuestion: id === 'd' ? '游泳池几点开？' : questions[id]! } : null);
  const feedback = [entry(1, 'a', 'staff'), entry(2, 'b', 'staff'), entry(3, 'c', 'staff'), entry(4, 'd', 'staff'), entry(5, 'b', 'down'), entry(6, 'gone', 'staff'), entry(7, 'b', 'staff', '2026-01-01T00:00:00.000Z')];
  expect(askersToTell({ recordId: 'a', question: '游泳池几点开？', publishedAtUtc: '2025-06-01T00:00:00.000Z' }, feedback, find).map(({ person }) => person)).toEqual(['p1', 'p2', 'p4']);
});
