import { writeFileSync } from 'node:fs';
import { openChain } from '../../src/adapters/sqlite/chain.js';
import { openFeedback } from '../../src/adapters/sqlite/feedback-log.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import { newSalt, RECORDS } from '../../src/adapters/sqlite/record-migrations.js';
import { recordValues } from '../../src/adapters/sqlite/record-rows.js';
import { openTextIndex } from '../../src/adapters/sqlite/record-text.js';
import type { ChainHead } from '../../src/ports/audit-report.js';
import type { AnswerRecord } from '../../src/ports/record-log.js';
import type { Status } from '../../src/domain/status.js';

const DAY_MS = 86_400_000;
const STATUSES: readonly Status[] = ['answered', 'answered', 'answered', 'answered', 'answered_partly', 'refused_not_in_passages', 'refused_no_passages', 'refused_out_of_scope'];
const PACKED = 50;

/**
 * Fills the log of a data folder with `count` records of the last half year, one vote for every tenth, made from records that were really
 * answered: their passages are as large as real ones. Chained and anchored as the program does it, without a wait for the disk each.
 */
export function fillLog(file: string, count: number, samples: readonly AnswerRecord[], nowMs: number): void {
  openRecordLog(file).close();
  const database = openDatabase(file);
  database.exec('PRAGMA synchronous = OFF');
  const insert = database.prepare(`INSERT INTO records VALUES (NULL${', ?'.repeat(20)}) RETURNING sequence`);
  const [chain, textIndex, feedback] = [openChain(database, RECORDS), openTextIndex(database), openFeedback(database)];
  // Packing again what was packed before would be most of the work.
  const packedOf = samples.slice(0, PACKED).map((sample) => recordValues(sample).find((value) => value instanceof Uint8Array) ?? null);
  const heads: ChainHead[] = [];
  const BATCH = 5_000;
  for (let first = 0; first < count; first += BATCH) {
    database.transaction(() => {
      for (let row = first; row < Math.min(count, first + BATCH); row++) {
        const sample = samples[row % samples.length] as AnswerRecord;
        const record = variant(sample, row, new Date(nowMs - ((count - row) / count) * 180 * DAY_MS).toISOString());
        const values = recordValues({ ...record, passages: [] }).map((value) => (value instanceof Uint8Array ? (packedOf[row % packedOf.length] ?? value) : value));
        const sequence = insert.all(...values, newSalt())[0]?.sequence as number;
        textIndex.add(sequence, record.question.question, record.answer.answer);
        heads.push(chain.addRow(sequence));
        if (row % 10 === 0) heads.push(feedback.add({ recordId: record.id, atUtc: record.askedAtUtc, kind: row % 30 === 0 ? 'down' : 'up', reason: row % 30 === 0 ? 'source' : null, comment: null, asker: `a${row}` }, newSalt()));
      }
    });
  }
  database.close();
  writeFileSync(`${file}.anchor`, heads.map(({ link, hash }) => `${link} ${hash} 2026-01-01T00:00:00.000Z\n`).join(''));
}

function variant(sample: AnswerRecord, row: number, askedAtUtc: string): AnswerRecord {
  const id = `bench-${row}`;
  const question = { ...sample.question, id, question: `${sample.question.question}（第${row}问）` };
  const isAnswered = sample.answer.status.startsWith('answered');
  const status = isAnswered ? sample.answer.status : (STATUSES[row % STATUSES.length] ?? 'answered');
  return { ...sample, id, askedAtUtc, channel: row % 3 === 0 ? 'cli' : 'telegram', asker: `a${row % 5_000}`, question, answer: { ...sample.answer, id, question: question.question, status, durationMs: 5 + (row % 40) } };
}
