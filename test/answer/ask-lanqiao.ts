import { answerQuestion, type AnswerPorts } from '../../src/answer/answer-question.js';
import { buildThesaurus } from '../../src/answer/thesaurus.js';
import { createHashedEmbedder } from '../../src/adapters/embedding/hashed-embedder.js';
import { readThesaurus } from '../../src/adapters/thesaurus/read-thesaurus.js';
import type { Answer } from '../../src/domain/answer.js';
import type { RawDocument } from '../../src/domain/corpus.js';
import { prepareDocument } from '../../src/ingest/prepare-document.js';
import { indexTerms } from '../../src/language/tokens.js';
import type { Generation } from '../../src/ports/generation.js';
import type { AnswerRecord, RecordLog } from '../../src/ports/record-log.js';
import { NEWS } from './lanqiao-news.js';
import { RECORDS } from './lanqiao-records.js';
import { memoryGeneration } from './memory-generation.js';

export const thesaurus = buildThesaurus(readThesaurus(new URL('../../src/language/thesaurus.json', import.meta.url)));

/** Documents run through ingest into a generation in memory. */
export async function generationOf(documents: readonly RawDocument[]): Promise<Generation> {
  const prepared = await Promise.all(documents.map((document) => prepareDocument(document, (text) => Promise.resolve([text]))));
  return memoryGeneration(prepared.flatMap(({ articles }) => articles), prepared.flatMap(({ passages }) => passages));
}

let lanqiao: Promise<Generation> | undefined;

/** The invented city's records, prepared once a test file. */
export function lanqiaoGeneration(): Promise<Generation> {
  lanqiao ??= generationOf([...NEWS, ...RECORDS]);
  return lanqiao;
}

/** A log that keeps what it is given. */
export function memoryLog(): RecordLog & { records: AnswerRecord[] } {
  const records: AnswerRecord[] = [];
  return {
    records,
    append: (record) => void records.push(record),
    recent: (limit) => records.slice(-limit).reverse(),
    count: () => records.length,
    find: (id) => records.find((record) => record.id === id) ?? null,
    erase: () => 0,
    removeBefore: () => 0,
  };
}

/** Ports over the invented records; each part can be replaced. */
export function lanqiaoPorts(replaced: Partial<AnswerPorts> = {}): AnswerPorts {
  return { generation: lanqiaoGeneration, embedder: createHashedEmbedder(indexTerms), thesaurus, log: memoryLog(), now: () => new Date('2025-02-01T08:00:00.000Z'), ...replaced };
}

/** The answer to a question asked on its own. */
export function ask(question: string, ports: AnswerPorts = lanqiaoPorts()): Promise<Answer> {
  return answerQuestion({ id: 'q', question, history: [] }, 'test', ports);
}
