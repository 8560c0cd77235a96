import { describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../src/ports/record-log.js';
import { fakeAnswer, runWithFakes } from './fake-entrance.js';

const question = { id: 'q1', question: '收到\n几件？\u001B[31m', history: [{ question: '四次会议' }] };
const record: AnswerRecord = {
  id: 'q1', askedAtUtc: '2026-01-02T03:04:05.000Z', channel: 'telegram', asker: null, draft: '', statements: [], model: null, question, standaloneQuestion: '四次会议收到几件？', intent: null, answer: fakeAnswer(question),
  passages: [{ passageId: 'a#1.1', title: '决议', text: '收到三十件。', lexicalScore: 1, vectorScore: 0.5, score: 0.9, isKept: true }], generationId: 'g1', stageMs: {}, failure: null,
};
const house = { records: (limit: number) => [record, record, record].slice(0, limit), record: (id: string) => (id === 'q1' ? record : null) };

describe('huida logs', () => {
  it('lists one line a question, with nothing that acts on a terminal', async () => {
    const run = await runWithFakes(['logs', 'list', '--limit', '2'], { house });
    expect(run.stdout).toBe('2026-01-02T03:04:05.000Z q1 telegram answered 收到 几件？\n'.repeat(2));
  });

  it('gives whole records as JSON lines', async () => {
    const run = await runWithFakes(['logs', 'list', '--json'], { house });
    expect(run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([record, record, record]);
  });

  it('shows a record with what was understood and looked at', async () => {
    const run = await runWithFakes(['logs', 'show', 'q1'], { house });
    expect(run.stdout).toContain('Understood as: 四次会议收到几件？');
    expect(run.stdout).toContain('+ 0.900 决议 (a#1.1)');
  });

  it('says so when there is no such record', async () => {
    expect(await runWithFakes(['logs', 'show', 'q2'], { house })).toMatchObject({ code: 1, stdout: '', stderr: 'There is no record "q2" in the log; "huida logs list" shows the ids.\n' });
  });
});
