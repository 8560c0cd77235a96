import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openRecordLog } from '../../../src/adapters/sqlite/record-log.js';
import type { AnswerRecord } from '../../../src/ports/record-log.js';
import { bindLogs } from '../../../src/wire-logs.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { fakeAnswer, runWithFakes } from '../fake-entrance.js';

/** A record as the pipeline would leave it. */
export function recordOf(id: string, question: string, changes: Partial<AnswerRecord> = {}, answer: Partial<AnswerRecord['answer']> = {}): AnswerRecord {
  const asked = { id, question, history: [] };
  return {
    id, askedAtUtc: '2026-01-02T03:04:05.000Z', channel: 'telegram', asker: 'u-1', draft: '', statements: [], model: null, strength: null, question: asked, standaloneQuestion: question, intent: null,
    answer: fakeAnswer(asked, answer), passages: [], generationId: 'g1', stageMs: {}, failure: null, ...changes,
  };
}

/** A data folder with a log of these records, and `huida logs …` over it. */
export function logFolder(records: readonly AnswerRecord[]) {
  const dataFolder = join(temporaryFolder(), 'data');
  const file = join(dataFolder, 'records.sqlite');
  let opened: ReturnType<typeof openRecordLog> | null = null;
  const open = (): ReturnType<typeof openRecordLog> => (opened ??= openRecordLog(file));
  for (const record of records) open().append(record);
  onTestFinished(() => opened?.close());
  const desk = bindLogs({ records: file, console: join(dataFolder, 'console.sqlite'), open });
  return { dataFolder, desk, run: async (...words: string[]) => await runWithFakes(['logs', ...words], { house: { logs: () => desk } }) };
}
