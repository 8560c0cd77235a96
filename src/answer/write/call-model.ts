import { createHash } from 'node:crypto';
import { ModelFault, type ChatModel, type ChatRequest } from '../../ports/chat-model.js';
import type { ModelLedger } from '../../ports/model-ledger.js';
import type { Prompt, PromptShelf } from '../../ports/prompts.js';
import type { LoggedModel } from '../../ports/record-log.js';

/** A model with what it is told and how much it may be asked. */
export interface Writer {
  model: ChatModel;
  prompts: PromptShelf;
  ledger: ModelLedger;
  /** Milliseconds for everything that the model does for one question. */
  deadlineMs: number;
}

/** What a model is asked once. */
export interface ModelCall extends Pick<ChatRequest, 'schema' | 'onText'> {
  prompt: Prompt;
  /** The user part, filled in. */
  user: string;
  /** Pseudonym, for the ceiling of one person; null where the door tells nobody apart. */
  asker: string | null;
}

/** A reply, or null with the reason in `model.outcome`. */
export interface ModelReply {
  text: string | null;
  model: LoggedModel;
  /** Keeps the reply, once it could be read, for whoever asks the same. */
  keep(): void;
}

/** Characters of a prompt for one token at the least: a ceiling has to hold before the server has counted. */
const UNITS_A_TOKEN = 1;

/** Gives a kept reply to the same request, or asks the model within the ceilings. Never throws. */
export async function callModel({ prompt, user, schema, asker, onText }: ModelCall, { model, ledger, deadlineMs }: Writer): Promise<ModelReply> {
  const logged: LoggedModel = { name: model.name, prompts: [{ name: `${prompt.name}.${prompt.language}`, version: prompt.version, digest: prompt.digest }], calls: 0, inputTokens: null, outputTokens: null, outcome: '' };
  const none = (outcome: string, calls = 0): ModelReply => ({ text: null, model: { ...logged, calls, outcome }, keep: () => undefined });
  const key = createHash('sha256').update(JSON.stringify([model.name, prompt.digest, user])).digest('hex');
  try {
    const kept = ledger.reply(key);
    if (kept !== null) return { text: kept, model: { ...logged, outcome: 'written before' }, keep: () => undefined };
    const most = { inputTokens: Math.ceil((prompt.system.length + user.length) / UNITS_A_TOKEN), outputTokens: prompt.maxOutputTokens };
    const reservation = ledger.reserve(asker, most);
    if (reservation === null) return none('not asked: a ceiling is reached');
    try {
      const reply = await model.complete({ system: prompt.system, user, schema, temperature: prompt.temperature, maxOutputTokens: prompt.maxOutputTokens, signal: AbortSignal.timeout(deadlineMs), ...(onText === undefined ? {} : { onText }) });
      reservation.settle({ inputTokens: reply.inputTokens ?? most.inputTokens, outputTokens: reply.outputTokens ?? most.outputTokens });
      const { text, calls, inputTokens, outputTokens } = reply;
      return { text, model: { ...logged, calls, inputTokens, outputTokens, outcome: 'written' }, keep: () => { ledger.keep(key, text); } };
    } catch (error) {
      // Nobody knows what a broken call cost; one that was never sent costs nothing.
      if (error instanceof ModelFault && error.calls === 0) reservation.settle({ inputTokens: 0, outputTokens: 0 });
      throw error;
    }
  } catch (error) {
    return error instanceof ModelFault ? none(`${error.kind}: ${error.message}`, error.calls) : none('the model could not be asked');
  }
}
