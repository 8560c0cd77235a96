import type { Coverage } from '../../answer/holdings/coverage.js';
import type { GenerationInfo } from '../../ports/generation.js';

/** What stands in the data folder. */
export interface StateOfCorpus {
  generation: GenerationInfo | null;
  vectorIndex: string | null;
  sqliteDriver: string;
  logRows: number;
}

/** What staff look up in the corpus from the chat. */
export interface CorpusState {
  state(): Promise<StateOfCorpus>;
  coverage(): Promise<Coverage>;
}
