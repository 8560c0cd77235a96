import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Answer, Question } from '../../domain/answer.js';
import type { AnswerRecord, LoggedPassage } from '../../ports/record-log.js';
import type { SqlRow, SqlValue } from './driver.js';

/** Values for `INSERT INTO records`, in the order of its columns after `sequence`. */
export function recordValues(record: AnswerRecord): SqlValue[] {
  const { id, askedAtUtc, channel, question, standaloneQuestion, intent, answer, passages, generationId, stageMs, failure, asker, draft, statements, model, strength } = record;
  return [
    id,
    askedAtUtc,
    channel,
    answer.status,
    answer.verdict,
    answer.engine,
    answer.durationMs,
    generationId,
    storable(question.question),
    storable(standaloneQuestion),
    storable(answer.answer),
    failure === null ? null : storable(failure),
    JSON.stringify(question),
    // `undefined` has no JSON of its own.
    JSON.stringify(intent ?? null),
    JSON.stringify(answer),
    packed(JSON.stringify(passages)),
    JSON.stringify(stageMs),
    asker,
    JSON.stringify({ draft, statements, model, strength }),
  ];
}

/** What both engines read back as it is: one of them ends a string at U+0000, none holds half a surrogate pair. */
function storable(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}

/** Fifty passages are nine tenths of a record: packed the quick way (half a millisecond) a log takes a third of the disk, and of the time to verify it. */
function packed(text: string): Uint8Array {
  return deflateRawSync(Buffer.from(text, 'utf8'), { level: 1 });
}

/** Records of earlier programs are not packed. */
function unpacked(value: string | Uint8Array): string {
  return typeof value === 'string' ? value : inflateRawSync(value).toString('utf8');
}

export function recordOfRow(row: SqlRow): AnswerRecord {
  const json = (column: string): unknown => JSON.parse(row[column] as string);
  return {
    id: row.record_id as string,
    askedAtUtc: row.asked_at_utc as string,
    channel: row.channel as string,
    question: json('question_json') as Question,
    standaloneQuestion: row.standalone_question as string,
    intent: json('intent_json'),
    answer: json('answer_json') as Answer,
    passages: JSON.parse(unpacked(row.passages_json as string | Uint8Array)) as LoggedPassage[],
    generationId: row.generation_id as string | null,
    stageMs: json('stage_ms_json') as Record<string, number>,
    failure: row.failure as string | null,
    asker: row.asker as string | null,
    // Records of earlier programs have no strength: it was put beside the draft, so that their bytes, and with them their hashes, stay as they are.
    ...{ strength: null, ...(json('draft_json') as Pick<AnswerRecord, 'draft' | 'statements' | 'model'> & { strength?: number | null }) },
  };
}
