import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerPorts } from '../../src/answer/answer-question.js';
import { buildThesaurus } from '../../src/answer/thesaurus.js';
import { createHashedEmbedder } from '../../src/adapters/embedding/hashed-embedder.js';
import { readThesaurus } from '../../src/adapters/thesaurus/read-thesaurus.js';
import { readConfig } from '../../src/config.js';
import { ClearError } from '../../src/domain/errors.js';
import type { EvaluatePorts } from '../../src/evaluate/evaluate.js';
import { isPatternRow, readQuestionRows, type QuestionRow } from '../../src/evaluate/question-row.js';
import { indexTerms } from '../../src/language/tokens.js';
import { bindHouse } from '../../src/wiring.js';
import { PROJECT } from '../house/project.js';

/** Where question sets lie beside the project on some machines. */
export const SHARED = join(PROJECT, '..', 'shared');

/** A table of questions and the documents they are asked of. */
export interface QuestionSet {
  name: string;
  questions: string;
  documents: string;
  /** Rows that may be learned from. */
  isLearnedFrom(row: QuestionRow): boolean;
  /** Rows that count in the table of results. */
  isJudged(row: QuestionRow): boolean;
  targets: Targets;
}

/** What is to be reached; shares in percent. */
export interface Targets {
  answerable?: number;
  declined?: number;
  /** Longest mean answer. */
  meanCharacters?: number;
  /** The right document first, by type of question. */
  firstDocument?: Readonly<Record<string, number>>;
}

/** The project's own tables, and the sets under `shared`. */
export function questionSets(shared: string): QuestionSet[] {
  const always = { isLearnedFrom: () => true, isJudged: () => true };
  const beside = (name: string): { name: string; questions: string; documents: string } => ({ name, questions: join(shared, 'data', name, 'dev.jsonl'), documents: join(shared, 'data', name, 'docs.jsonl') });
  return [
    { name: 'pages', questions: join(PROJECT, 'test/golden/pages.jsonl'), documents: join(shared, 'seeds'), ...always, targets: { answerable: 97, declined: 97 } },
    { name: 'corpus', questions: join(PROJECT, 'test/golden/corpus.jsonl'), documents: join(PROJECT, 'corpus'), ...always, targets: { answerable: 98, declined: 98 } },
    // Kept out of learning: it shows how far the rest carries.
    { name: 'elsewhere', questions: join(PROJECT, 'test/golden/elsewhere.jsonl'), documents: join(PROJECT, 'test/golden/elsewhere'), isLearnedFrom: () => false, isJudged: () => true, targets: {} },
    { ...beside('minutes'), ...always, targets: { answerable: 94, declined: 96, firstDocument: { decision: 97, agenda: 95 } } },
    { ...beside('reports'), ...always, targets: { answerable: 96, declined: 95, firstDocument: { target: 95 } } },
    { ...beside('cmrc'), isLearnedFrom: (row) => row.split !== 'trial', isJudged: (row) => row.split === 'trial', targets: { answerable: 74, meanCharacters: 110 } },
  ];
}

/** The sets of these names, all of them when none is given. Throws ClearError for a name that no set has. */
export function chosenSets(names: readonly string[], shared: string): QuestionSet[] {
  const sets = questionSets(shared);
  const unknown = names.find((name) => !sets.some((set) => set.name === name));
  if (unknown !== undefined) throw new ClearError(`There is no set ${JSON.stringify(unknown)}; choose from ${sets.map(({ name }) => name).join(', ')}.`, 2);
  return names.length === 0 ? sets : sets.filter(({ name }) => names.includes(name));
}

/** What of a set is not on this machine; null when it is all here. */
export function missingPart({ questions, documents }: QuestionSet): string | null {
  return [questions, documents].find((path) => !existsSync(path)) ?? null;
}

/** A set whose documents have been read into an index of its own. */
export interface OpenSet {
  rows: QuestionRow[];
  /** The ports of the answer pipeline; nothing is logged. */
  answering: AnswerPorts;
  /** The same index behind the door that `huida evaluate` uses. */
  rehearsal: EvaluatePorts;
  close(): void;
}

/** Reads the documents as `huida ingest` does, into a folder that is removed by `close`. */
export async function openSet({ questions, documents }: QuestionSet): Promise<OpenSet> {
  const folder = mkdtempSync(join(tmpdir(), 'huida-set-'));
  const house = bindHouse({ ...readConfig({ environment: {}, folder }), dataFolder: join(folder, 'data') }, () => undefined);
  await house.ingest([documents], () => undefined);
  return {
    rows: readQuestionRows(questions),
    answering: {
      generation: () => house.generation(),
      embedder: createHashedEmbedder(indexTerms),
      thesaurus: buildThesaurus(readThesaurus(new URL('../../src/language/thesaurus.json', import.meta.url))),
      log: { append: () => undefined, recent: () => [], count: () => 0, find: () => null, erase: () => 0, removeBefore: () => 0 },
      now: () => new Date(),
    },
    rehearsal: await house.rehearse(),
    close: () => {
      house.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** 0 or 1: rows about one document, be it the right or only the nearest one, are always in the same half. */
export function halfOf(row: QuestionRow): 0 | 1 {
  const document = isPatternRow(row) ? row.id : (row.doc_ids[0] ?? row.near_doc_ids?.[0] ?? row.id);
  let hash = 0x811c9dc5;
  for (const character of document) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) as 0 | 1;
}
