import type { Answer, Engine, Verdict } from '../../domain/answer.js';
import type { Status } from '../../domain/status.js';
import type { RecordFacts, RecordFactsReader } from '../../ports/record-facts.js';
import type { FeedbackReader } from '../../ports/feedback-log.js';
import type { SqlEngine, SqlRow } from './driver.js';
import { feedbackReader } from './feedback-log.js';
import { openDatabase } from './open-database.js';
import { searchText } from './record-text.js';

type Cited = RecordFacts['cited'][number];

/** A reader that holds the log open beside its writer. */
export interface RecordFactsFile extends RecordFactsReader {
  readonly feedback: FeedbackReader;
  close(): void;
}

/** Opens the log of questions for lists. The log must exist with its schema; the columns of the passages are never read. */
export function openRecordFacts(file: string, options: { engine?: SqlEngine } = {}): RecordFactsFile {
  const database = openDatabase(file, options);
  const after = database.prepare(`SELECT sequence, record_id, asked_at_utc, channel, status, verdict, engine, duration_ms, question, answer, answer_json, json_extract(draft_json, '$.strength') AS strength
    FROM records WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  const readFacts = createFactsReader();
  const counted = database.prepare('SELECT COUNT(*) AS records FROM records');
  return {
    after: (sequence, limit) => after.all(sequence, limit).map(readFacts),
    search: searchText(database),
    feedback: feedbackReader(database),
    count: () => (counted.get()?.records ?? 0) as number,
    close: () => { database.close(); },
  };
}

/** Reads rows. What many of them repeat is one value in memory: a hundred thousand records cite a few thousand passages. */
function createFactsReader(): (row: SqlRow) => RecordFacts {
  const words = new Map<string, string>();
  const passages = new Map<string, Cited>();
  const sharedWord = <Word extends string>(word: Word): Word => sharedIn(words, word, word) as Word;

  return (row) => {
    const { citations } = JSON.parse(row.answer_json as string) as Pick<Answer, 'citations'>;
    return {
      sequence: row.sequence as number,
      id: row.record_id as string,
      askedAtUtc: row.asked_at_utc as string,
      channel: sharedWord(row.channel as string),
      status: sharedWord(row.status as Status),
      verdict: row.verdict === null ? null : sharedWord(row.verdict as Verdict),
      engine: sharedWord(row.engine as Engine),
      durationMs: row.duration_ms as number,
      strength: row.strength as number | null,
      question: row.question as string,
      answer: row.answer as string,
      cited: citations.map(({ passageId, documentId, title, body, meeting }) => sharedIn(passages, [passageId, documentId, title, body, meeting].join('\n'), { passageId, documentId, title, body, meeting })),
    };
  };
}

function sharedIn<Value>(held: Map<string, Value>, key: string, value: Value): Value {
  const earlier = held.get(key);
  if (earlier !== undefined) return earlier;
  held.set(key, value);
  return value;
}
