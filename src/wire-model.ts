import { join } from 'node:path';
import { readPrompts } from './adapters/prompts/read-prompts.js';
import { openModelLedger } from './adapters/sqlite/model-ledger.js';
import type { Writer } from './answer/write/call-model.js';
import type { Config } from './config.js';
import type { ModelCheck } from './ports/model-check.js';

/** What the model was asked today, and its replies, in the data folder. */
const MODEL_FILE = 'model.sqlite';
/** Read from the sources, also by the built program. */
export const PROMPTS = new URL('../prompts/', import.meta.url);
/** One call may take this long; everything for one question a little longer, so that an outage is answered from the record within 15 s. */
const CALL_MS = 8000;
const QUESTION_MS = 10_000;

/** The model that words answers, opened with the first question; null where none is configured. The client is loaded then, too: a cold start without a model must not pay for it. */
export async function openWriter({ model, dataFolder }: Pick<Config, 'model' | 'dataFolder'>): Promise<{ writer: Writer; close(): void } | null> {
  if (model === null) return null;
  const { createChatModel } = await import('./adapters/openai/chat-model.js');
  const ledger = openModelLedger(join(dataFolder, MODEL_FILE), model.ceilings);
  return { writer: { model: createChatModel(model.name, model, CALL_MS), prompts: readPrompts(PROMPTS), ledger, deadlineMs: QUESTION_MS }, close: () => { ledger.close(); } };
}

/** Tries the configured model; one skipped check when there is none. */
export async function checkConfiguredModel({ model, embedding }: Pick<Config, 'model' | 'embedding'>): Promise<ModelCheck[]> {
  const checks = await checkChatModel(model);
  if (embedding === null) return checks;
  const { checkEmbeddings } = await import('./adapters/openai/check-model.js');
  return [...checks, await checkEmbeddings(embedding.name, embedding.dimension, embedding, CALL_MS)];
}

async function checkChatModel(model: Config['model']): Promise<ModelCheck[]> {
  if (model === null) return [{ name: 'model', outcome: 'skipped', detail: 'CHAT_MODEL is not set: answers go out in the words of the record, and none is needed.', latencyMs: null }];
  const { checkModel } = await import('./adapters/openai/check-model.js');
  return await checkModel(model.name, model, CALL_MS);
}
