import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Status } from '../../src/domain/status.js';
import { judgeAnswer, type JudgedAnswer } from '../../src/evaluate/judge-answer.js';
import { isPatternRow, readQuestionRows, type QuestionRow } from '../../src/evaluate/question-row.js';
import { PROJECT } from '../house/project.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const SHARED = join(PROJECT, '..', 'shared');
const SCORER = join(SHARED, 'tools/score.mjs');
const TABLES = [join(SHARED, 'data/minutes/dev.jsonl'), join(SHARED, 'data/reports/dev.jsonl'), join(SHARED, 'data/cmrc/dev.jsonl'), join(PROJECT, 'test/golden/pages.jsonl'), join(PROJECT, 'test/golden/corpus.jsonl')];
const failure = z.object({ id: z.string(), fault: z.string() });

/** Right, wrong, too long, cut short, declined, wrongly cited: whatever a row may meet, in turn. */
function inventAnswer(row: QuestionRow, turn: number): JudgedAnswer {
  const words = isPatternRow(row) ? row.accept.map((group) => group[0] ?? '').join('，') : (row.answers?.[0] ?? '无');
  const document = isPatternRow(row) ? 'd' : (row.doc_ids[0] ?? 'd');
  const evidence = isPatternRow(row) ? (row.cite ?? '') : words;
  const statuses: Status[] = ['answered', 'answered', 'answered_partly', 'answered', 'answered', 'answered', 'refused_no_passages', 'clarification_which_meeting', 'failed_internal'];
  const answers = [`${words} [1]`, `１${words}`, `  ${words}。**[2]**`, words.slice(1), words + '很长'.repeat(90), words.slice(0, words.length * 0.8), '没有', '哪一次？', ''];
  const citation = (documentId: string) => ({ marker: 1, passageId: 'p', articleId: 'a', documentId, title: '', body: '', meeting: '', date: null, source: { file: 'f', page: null, startLine: 1, endLine: 1 }, quote: evidence.slice(0, 3), text: `${evidence}\n` });
  return { status: statuses[turn % 9] ?? 'answered', answer: answers[turn % 9] ?? '', verdict: turn % 2 === 0 ? 'supported' : null, citations: turn % 7 === 0 ? [] : [citation(turn % 5 === 0 ? 'another' : document)] };
}

// The scorer stands beside the project, not in it.
it.skipIf(!existsSync(SCORER)).each(TABLES)('gives the verdicts of score.mjs, row by row (skipped where it is absent): %s', (table) => {
  const rows = readQuestionRows(table);
  const predictions = rows.map((row, index) => ({ row, answer: inventAnswer(row, index) }));
  const file = join(temporaryFolder(), 'predictions.jsonl');
  writeFileSync(file, predictions.map(({ row, answer }) => JSON.stringify({ id: row.id, ...answer })).join('\n'));
  const printed = execFileSync(process.execPath, [SCORER, '--questions', table, '--predictions', file, '--failures', '100000'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const theirs = printed.split('\n').filter((line) => line.startsWith('{')).map((line) => failure.parse(JSON.parse(line))).map(({ id, fault }) => `${id}: ${fault}`);
  const ours = predictions.flatMap(({ row, answer }) => {
    const fault = judgeAnswer(row, answer, new Map());
    return fault === null ? [] : [`${row.id}: ${fault}`];
  });
  expect(ours).toEqual(theirs);
  // The invented answers must not all be right or all be wrong, or the comparison would say nothing.
  expect(ours.length).toBeGreaterThan(rows.length / 4);
  expect(ours.length).toBeLessThan(rows.length);
  expect(readFileSync(file, 'utf8')).not.toBe('');
});
