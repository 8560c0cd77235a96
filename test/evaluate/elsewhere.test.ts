import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../src/adapters/files/file-source.js';
import { readAll } from '../../src/ports/document-source.js';
import { answerQuestion } from '../../src/answer/answer-question.js';
import type { RawDocument } from '../../src/domain/corpus.js';
import { judgeAnswer } from '../../src/evaluate/judge-answer.js';
import { isAnswerable, readQuestionRows } from '../../src/evaluate/question-row.js';
import { generationOf, lanqiaoPorts } from '../answer/ask-lanqiao.js';
import { PROJECT } from '../house/project.js';

/** Shares right from which nothing may fall; raise them with what is gained. */
const FLOOR = { answerable: 0.72, unanswerable: 0.93 };

async function papers(): Promise<RawDocument[]> {
  const found: RawDocument[] = [];
  for await (const item of readAll(fileSource(), [join(PROJECT, 'test/golden/elsewhere')])) if (item.kind === 'document') found.push(item.document);
  return found;
}

describe('questions about papers of other places', () => {
  const share = { answerable: { right: 0, count: 0 }, unanswerable: { right: 0, count: 0 } };

  beforeAll(async () => {
    const generation = await generationOf(await papers());
    const ports = lanqiaoPorts({ generation: () => Promise.resolve(generation), now: () => new Date('2026-02-01T08:00:00.000Z') });
    for (const row of readQuestionRows(join(PROJECT, 'test/golden/elsewhere.jsonl'))) {
      const answer = await answerQuestion({ id: row.id, question: row.question, history: row.history }, 'test', ports);
      const group = share[isAnswerable(row) ? 'answerable' : 'unanswerable'];
      group.count++;
      if (judgeAnswer(row, answer, new Map()) === null) group.right++;
    }
  });

  it('are answered as often as before', () => {
    expect(share.answerable.right / share.answerable.count).toBeGreaterThanOrEqual(FLOOR.answerable);
  });

  it('are declined as often as before where no paper has the answer', () => {
    expect(share.unanswerable.right / share.unanswerable.count).toBeGreaterThanOrEqual(FLOOR.unanswerable);
  });
});
