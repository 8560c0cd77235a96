import { Readable } from 'node:stream';
import type { Answer, Question } from '../../src/domain/answer.js';
import type { Entrance, House } from '../../src/cli/house.js';
import { runCommandLine } from '../../src/cli/run-command-line.js';

/** An answer as the pipeline would give it. */
export function fakeAnswer(question: Question, changes: Partial<Answer> = {}): Answer {
  return { id: question.id, question: question.question, status: 'answered', answer: '三十件 [1]', verdict: null, citations: [], nearest: [], engine: 'extract', asOf: null, durationMs: 1, ...changes };
}

const unprepared = (name: string) => (): never => { throw new Error(`the test did not prepare ${name}`); };

interface Fakes {
  house?: Partial<House>;
  audit?: Entrance['audit'];
  backUp?: Entrance['backUp'];
  restore?: Entrance['restore'];
  prompts?: Entrance['prompts'];
  checkModel?: Entrance['checkModel'];
  input?: string;
  hasColour?: boolean;
}

/** Runs a command in this process with a house of fakes, which throw when used unprepared. */
export async function runWithFakes(words: readonly string[], { house = {}, audit = unprepared('audit'), backUp = unprepared('backUp'), restore = unprepared('restore'), prompts = unprepared('prompts'), checkModel = unprepared('checkModel'), input = '', hasColour = false }: Fakes = {}) {
  const seen = { code: -1, stdout: '', stderr: '', dataFolder: undefined as string | null | undefined, isClosed: false };
  const entrance: Entrance = {
    version: '9.8.7',
    openHouse: (dataFolder) => {
      seen.dataFolder = dataFolder;
      return { ask: unprepared('ask'), search: unprepared('search'), ingest: unprepared('ingest'), screen: unprepared('screen'), corpus: { report: unprepared('corpus.report'), headers: unprepared('corpus.headers'), show: unprepared('corpus.show'), verify: unprepared('corpus.verify'), withdraw: unprepared('corpus.withdraw'), restore: unprepared('corpus.restore') }, rehearse: unprepared('rehearse'), logs: unprepared('logs'), reask: unprepared('reask'), coverage: unprepared('coverage'), keptOf: unprepared('keptOf'), forget: unprepared('forget'), status: unprepared('status'), ...house, close: () => { seen.isClosed = true; } };
    },
    serve: unprepared('serve'),
    backUp,
    restore,
    consoleLink: unprepared('consoleLink'),
    endConsoleSessions: unprepared('endConsoleSessions'),
    audit,
    prompts,
    checkModel,
    output: {
      write: (text) => { seen.stdout += text; return Promise.resolve(); },
      writeError: (text) => { seen.stderr += text; },
      hasColour,
      hasProgress: false,
      input: Readable.from([Buffer.from(input)]),
    },
  };
  seen.code = await runCommandLine(words, entrance);
  return seen;
}
