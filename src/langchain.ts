import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { PassageRetriever, type SearchPassages } from './adapters/langchain/retriever.js';
import { passageTools, type PassageTools } from './adapters/langchain/tools.js';
import { viewOf } from './answer/cite.js';
import { readConfig } from './config.js';
import { bindHouse } from './wiring.js';

/** The corpus for programs built with LangChain. Close it when done. */
export interface LangChainHouse {
  retriever: PassageRetriever;
  /** `search_meeting_records` and `answer_from_meeting_records`. Answers are logged under the channel `langchain`. */
  tools: PassageTools;
  close(): void;
}

/**
 * Opens a data folder (the configured one unless told) as LangChain's standard pieces; an empty one is filled from the corpus folder
 * with the first question. `limit`: documents a question from the retriever.
 */
export function openForLangChain({ dataFolder, limit = 5 }: { dataFolder?: string; limit?: number } = {}): LangChainHouse {
  const config = readConfig();
  const house = bindHouse(dataFolder === undefined ? config : { ...config, dataFolder: resolve(dataFolder) }, () => undefined);
  const search: SearchPassages = async (question, most) => (await house.search(question, most)).map(({ passage, score }) => ({ passage: viewOf(passage), score }));
  return {
    retriever: new PassageRetriever(search, limit),
    tools: passageTools(search, async (question) => await house.ask({ id: randomUUID(), question, history: [] }, 'langchain')),
    close: () => { house.close(); },
  };
}
