import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRoots, readSourceLines } from './adapters/data-folder/remembered-roots.js';
import { openCuratedLater } from './curated-later.js';
import { LOCK_FILE } from './adapters/generations/generation-files.js';
import { openGenerationStore } from './adapters/generations/generation-store.js';
import type { Engines } from './adapters/generations/open-generation.js';
import { defaultSqlEngine } from './adapters/sqlite/open-database.js';
import { openRecordLog, type RecordLogFile } from './adapters/sqlite/record-log.js';
import { readStaffThesaurus, readThesaurus } from './adapters/thesaurus/read-thesaurus.js';
import { answerQuestion, searchPassages, type AnswerPorts } from './answer/answer-question.js';
import { rehearsal } from './answer/search-and-compose.js';
import { readCoverage } from './answer/holdings/read-coverage.js';
import { exampleQuestions, questionsAnswered } from './answer/refusal/suggest-questions.js';
import { buildThesaurus, type Thesaurus } from './answer/thesaurus.js';
import type { House, HouseStatus } from './cli/house.js';
import type { Config } from './config.js';
import type { Answer, Question } from './domain/answer.js';
import { createLiveGeneration } from './live-generation.js';
import { bindEmbedding } from './wire-embedding.js';
import { openWriter } from './wire-model.js';
import type { Generation } from './ports/generation.js';
import type { OpenedPassage } from './ports/past-passages.js';
import type { AnswerRecord, RecordLog } from './ports/record-log.js';
import { bindLogs } from './wire-logs.js';
import { bindPeople } from './wire-people.js';
import { wireCorpus } from './wire-corpus.js';
import { bindIngest } from './wire-ingest.js';

/** The record log of a data folder. */
export const LOG_FILE = 'records.sqlite';
/** Who may enter the console, what moderators did, and the answers they wrote. */
export const CONSOLE_FILE = 'console.sqlite';
/** The staff's own wordings, in the data folder. */
const STAFF_THESAURUS = 'thesaurus.json';
/** Read from the sources, also by the built program: tsc copies no data. */
const THESAURUS = new URL('../src/language/thesaurus.json', import.meta.url);

/** The functions of one data folder, for the command line and the service. */
export interface BoundHouse extends House {
  /** For a door that must go on when a question breaks: every outcome is an answer, and every question is logged. */
  answer(question: Question, channel: string, onSentence?: (sentence: string) => void): Promise<Answer>;
  generation(): Promise<Generation>;
  /** Questions that the first article of this answer answers too. */
  related(answer: Answer): Promise<string[]>;
  log(): RecordLogFile;
  /** What a citation leads to today. */
  openPassage(passageId: string): Promise<OpenedPassage>;
  /** Asks as a citizen would, without a row in the log: the record that would have been written. */
  tryQuestion(question: string): Promise<AnswerRecord>;
}

/** Binds one data folder's ports to the pipelines. Nothing is read or written before a function of it is called. */
export function bindHouse({ dataFolder, corpusFolder, model, embedding, botToken, roles, helpNumbers }: Config, onNotice: (line: string) => void, engines: Engines = {}): BoundHouse {
  const embedders = bindEmbedding({ embedding, dataFolder }, onNotice);
  const store = openGenerationStore(dataFolder, engines);
  const expected = (): ReturnType<typeof embedders.expected> => embedders.expected(store.liveModel());
  const curated = openCuratedLater(join(dataFolder, CONSOLE_FILE));
  let openedLog: RecordLogFile | null = null;
  let openedWriter: ReturnType<typeof openWriter> | null = null;
  const withWriter = async (answering: AnswerPorts): Promise<AnswerPorts> => {
    // Answers do not wait for a model that cannot be set up.
    const opened = await (openedWriter ??= openWriter({ model, dataFolder }).catch((error: unknown) => {
      onNotice(`No model words the answers: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }));
    return opened === null ? answering : { ...answering, writer: opened.writer };
  };
  const log = (): RecordLogFile => (openedLog ??= openRecordLog(join(dataFolder, LOG_FILE)));

  const hasLog = (): boolean => existsSync(join(dataFolder, LOG_FILE));

  const { read, ...reading } = bindIngest({ dataFolder, store, embedderForBuild: embedders.forBuild });
  const live = createLiveGeneration({
    open: () => store.openLive(expected()),
    liveId: () => store.liveId(),
    isBuiltElsewhere: () => existsSync(join(dataFolder, LOCK_FILE)),
    build: async (reason) => {
      const remembered = readRoots(dataFolder).filter((root) => existsSync(root));
      const roots = remembered.length > 0 ? remembered : [corpusFolder];
      onNotice(reason === null ? `No index yet in ${dataFolder}: reading ${roots.join(', ')} first.` : `${reason} Rebuilding from ${roots.join(', ')}.`);
      await read(roots);
    },
  });
  let ports: Omit<AnswerPorts, 'log'> | null = null;
  const withLog = (recordLog: RecordLog): AnswerPorts => {
    ports ??= { generation: live.get, embedder: embedders.question, thesaurus: thesaurusOf(dataFolder), helpNumbers, now: () => new Date() };
    return { ...ports, log: recordLog };
  };
  const answer: BoundHouse['answer'] = async (question, channel, onSentence) => await answerQuestion(question, channel, await withWriter({ ...withLog(log()), curated: curated.get, ...(onSentence === undefined ? {} : { onSentence }) }));

  return {
    answer,
    generation: live.get,
    related: async (given) => {
      const generation = await live.get();
      const passage = generation.corpus.passageById(given.citations[0]?.passageId ?? '');
      return passage === null ? [] : await questionsAnswered(generation.corpus.articleOfRow(passage.row), generation, rehearsal(generation, withLog(forgetful)));
    },
    log,
    ...wireCorpus({ dataFolder, store, expected, generation: live.get, readAgain: reading.readAgain }),
    tryQuestion: async (question) => {
      const kept: AnswerRecord[] = [];
      await answerQuestion({ id: randomUUID(), question, history: [] }, 'console', await withWriter({ ...withLog({ ...forgetful, append: (record) => { kept.push(record); } }), curated: curated.get }));
      const [tried] = kept;
      if (tried === undefined) throw new Error('a question that was tried left no record');
      return tried;
    },
    ask: async (question, channel, onSentence) => {
      const given = await answer(question, channel, onSentence);
      // Somebody at the keyboard can mend it: let them read why there is no index.
      if (given.status === 'failed_no_index') await live.get();
      return given;
    },
    reask: async ({ question, channel, askedAtUtc }) => await answerQuestion(question, channel, { ...withLog(forgetful), curated: curated.get, now: () => new Date(askedAtUtc) }),
    search: async (question, limit) => await searchPassages(question, limit, withLog(forgetful)),
    ingest: async (paths, onProgress) => await read(paths.length > 0 ? paths : [corpusFolder], onProgress),
    screen: async (paths) => await reading.screen(paths.length > 0 ? paths : [corpusFolder]),
    rehearse: async () => {
      const { corpus } = await live.get();
      return {
        ask: async (question) => await answerQuestion(question, 'evaluate', withLog(forgetful)),
        passageText: (passageId) => corpus.passageById(passageId)?.text ?? null,
        sourceText: (place) => readSourceLines(dataFolder, place),
      };
    },
    coverage: async () => {
      const generation = await live.get();
      return { coverage: readCoverage(generation.corpus), examples: await exampleQuestions(generation, rehearsal(generation, withLog(forgetful))) };
    },
    logs: () => bindLogs({ records: join(dataFolder, LOG_FILE), console: join(dataFolder, CONSOLE_FILE), open: log }),
    ...bindPeople({ dataFolder, botToken, roles }, { log: () => (hasLog() ? log() : null), console: join(dataFolder, CONSOLE_FILE) }),
    status: () => {
      const outcome = store.openLive(expected());
      const status: HouseStatus = {
        dataFolder,
        state: outcome.kind,
        reason: outcome.kind === 'refused' ? outcome.reason : null,
        generation: outcome.kind === 'open' ? outcome.generation.info : null,
        vectorIndex: outcome.kind === 'open' ? outcome.generation.vectors.kind : null,
        sqliteDriver: defaultSqlEngine(),
        embeddingModel: expected().embeddingModel,
        logRows: hasLog() ? log().count() : 0,
      };
      if (outcome.kind === 'open') outcome.generation.close();
      return Promise.resolve(status);
    },
    close: () => {
      live.close();
      curated.close();
      embedders.close();
      void openedWriter?.then((opened) => { opened?.close(); });
      openedLog?.close();
      openedLog = null;
    },
  };
}

function thesaurusOf(dataFolder: string): Thesaurus {
  const [builtIn, staff] = [readThesaurus(THESAURUS), readStaffThesaurus(join(dataFolder, STAFF_THESAURUS))];
  return buildThesaurus({ entries: [...builtIn.entries, ...staff.entries], same: [...builtIn.same, ...staff.same] });
}

/** Takes a record and keeps nothing: trials are no citizens' questions. */
const forgetful: RecordLog = { append: () => undefined, recent: () => [], count: () => 0, find: () => null, erase: () => 0, removeBefore: () => 0 };
