import type { Coverage } from '../answer/holdings/coverage.js';
import type { RankedPassage } from '../answer/outcome.js';
import type { Answer, Question } from '../domain/answer.js';
import type { EvaluatePorts } from '../evaluate/evaluate.js';
import type { IngestSummary } from '../ingest/ingest.js';
import type { IngestProgress } from '../ingest/ingest-ports.js';
import type { ScreeningReport } from '../ingest/screen-documents.js';
import type { CorpusDesk } from './corpus/corpus-desk.js';
import type { GenerationInfo } from '../ports/generation.js';
import type { ChainHead, ChainReport } from '../ports/audit-report.js';
import type { ModelCheck } from '../ports/model-check.js';
import type { Prompt } from '../ports/prompts.js';
import type { AnswerRecord } from '../ports/record-log.js';
import type { BackupReport, RestoreReport } from '../ports/backup-report.js';
import type { LogDesk } from './logs/log-desk.js';

/** What `huida status` tells. */
export interface HouseStatus {
  dataFolder: string;
  /** `open`, `absent` (nothing ingested yet) or `refused` (damaged; rebuilt by the next question). */
  state: 'open' | 'absent' | 'refused';
  /** Why the generation was refused. */
  reason: string | null;
  generation: GenerationInfo | null;
  vectorIndex: 'hnsw' | 'exact' | null;
  sqliteDriver: string;
  embeddingModel: string;
  logRows: number;
}

/** How much is kept of one person. */
export interface KeptOfPerson {
  records: number;
  /** Votes, and questions passed on to staff. */
  votes: number;
  /** Entries of the bot's memory: conversation, language, what is on its way. */
  others: number;
  /** Named in an id list of the configuration: staff, moderator or administrator. */
  hasRole: boolean;
}

export type OnProgress = (progress: IngestProgress) => void;

/** The functions of one data folder, bound by wiring.ts. Nothing is opened or built before it is needed. */
export interface House {
  /** Never throws for a question that broke: that is a `failed_…` status. Throws ClearError when there is no index to be had. `onSentence` hears proved sentences while a model writes. */
  ask(question: Question, channel: string, onSentence?: (sentence: string) => void): Promise<Answer>;
  search(question: string, limit: number): Promise<RankedPassage[]>;
  /** No paths means the corpus folder of the configuration. */
  ingest(paths: readonly string[], onProgress: OnProgress): Promise<IngestSummary>;
  /** What would be masked in these files; reads only. No paths means the corpus folder of the configuration. */
  screen(paths: readonly string[]): Promise<ScreeningReport>;
  corpus: CorpusDesk;
  /** Opens (or builds) the index for a trial: its questions are not logged. */
  rehearse(): Promise<EvaluatePorts>;
  /** Asks a logged question again, with its conversation and as of its own time; leaves no row in the log. */
  reask(record: Pick<AnswerRecord, 'question' | 'channel' | 'askedAtUtc'>): Promise<Answer>;
  /** The log of questions. */
  logs(): LogDesk;
  /** How much is kept of a person: a Telegram id, or a pseudonym. Throws ClearError (2) for an id where there is no bot token. */
  keptOf(person: string): KeptOfPerson;
  /** Removes it from the disk, for good, and gives how much it was. */
  forget(person: string): KeptOfPerson;
  /** What is on record, and questions that it answers. */
  coverage(): Promise<{ coverage: Coverage; examples: string[] }>;
  /** Changes nothing on disk. */
  status(): Promise<HouseStatus>;
  close(): void;
}

/** What the command line is given: everything it must not reach for itself. */
export interface Entrance {
  version: string;
  /** Opens the house of a data folder; null means the configured one. `onNotice` gets one line for staff. */
  openHouse(dataFolder: string | null, onNotice: (line: string) => void): House;
  /** A one-time link into the console; a null id is the person at this machine. */
  consoleLink(dataFolder: string | null, id: string | null): string;
  /** Ends a person's sessions; gives how many there were. */
  endConsoleSessions(dataFolder: string | null, id: string): number;
  /** Checks the chains of a data folder, also against heads that were noted elsewhere; changes nothing. */
  audit(dataFolder: string | null, heads: readonly (ChainHead & { name: string })[]): ChainReport[];
  /** The prompt files. Throws ClearError when one is not as it must be. */
  prompts(): readonly Prompt[];
  /** Tries the configured model; one `skipped` check when there is none. */
  checkModel(): Promise<ModelCheck[]>;
  /** Copies what cannot be made again into a folder of its own below `target`, also while the service runs, and removes backups there that are older than `keepDays`. */
  backUp(dataFolder: string | null, target: string, keepDays: number): Promise<BackupReport>;
  /** Puts a backup into a data folder that holds nothing of the kind, and checks its chains. Throws ClearError when the backup is not what it was. */
  restore(dataFolder: string | null, from: string): RestoreReport;
  /** Runs the bot until it is told to stop; gives the exit code. */
  serve(dataFolder: string | null): Promise<number>;
  output: Output;
}

/** Where words go; replaced in tests. */
export interface Output {
  /** Standard output. Waits while the reader is slow. */
  write(text: string): Promise<void>;
  /** Standard error. */
  writeError(text: string): void;
  /** True when standard output is a terminal that wants colour. */
  hasColour: boolean;
  /** True when standard error is a terminal, so that a progress bar makes sense. */
  hasProgress: boolean;
  /** Standard input, for `--batch -`. */
  input: NodeJS.ReadableStream;
}
