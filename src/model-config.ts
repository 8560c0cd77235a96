import { z } from 'zod';
import { ClearError } from './domain/errors.js';
import type { ModelCeilings } from './ports/model-ledger.js';

const name = z.string().regex(/^[\w.:/@+-]{1,200}$/u, 'the name of a model as its server lists it, such as qwen2.5:14b');
const key = z.string().regex(/^[\x21-\x7e]{1,500}$/u, 'letters, digits and signs without spaces; copy only the key itself');
const dimension = z.string().refine((text) => /^\d{1,4}$/u.test(text) && Number(text) >= 8 && Number(text) <= 8192, 'the number of components of its vectors, 8 to 8192, such as 1024');
const tokens = z.string().regex(/^[1-9]\d{0,11}$/u, 'a whole number of tokens, such as 2000000');
const money = z.string().regex(/^\d{1,9}(?:\.\d{1,6})?$/u, 'an amount of money, such as 5 or 0.25');

/** The language model that words answers, where it is reached and how much it may be asked. */
export interface ModelConfig {
  name: string;
  /** Without a trailing slash. */
  baseUrl: string;
  apiKey: string | null;
  ceilings: ModelCeilings;
}

/** The embedding model that makes the vectors of the index, and where it is reached. */
export interface EmbeddingConfig {
  name: string;
  dimension: number;
  /** Without a trailing slash. */
  baseUrl: string;
  apiKey: string | null;
}

/** The keys of the models, but for their address, which is an address like any other. */
export const MODEL_KEYS = { OPENAI_API_KEY: key, CHAT_MODEL: name, EMBEDDING_MODEL: name, EMBEDDING_DIMENSION: dimension, MODEL_TOKENS_PER_DAY: tokens, MODEL_TOKENS_PER_DAY_USER: tokens, MODEL_MONEY_PER_DAY: money, MODEL_MONEY_PER_DAY_USER: money, MODEL_PRICE_INPUT: money, MODEL_PRICE_OUTPUT: money } as const;

type ValueOf = (key: keyof typeof MODEL_KEYS | 'OPENAI_BASE_URL') => string | null;

/** Where a key alone leads. */
const OPENAI = 'https://api.openai.com/v1';

/** The model that is configured, or null. Throws ClearError (exit code 2) for a model without an address, and for a ceiling of money without prices. */
export function modelOf(valueOf: ValueOf): ModelConfig | null {
  const chosen = valueOf('CHAT_MODEL');
  if (chosen === null) return null;
  const amount = (name_: keyof typeof MODEL_KEYS): number | null => (valueOf(name_) === null ? null : Number(valueOf(name_)));
  const ceilings = {
    tokensPerDay: amount('MODEL_TOKENS_PER_DAY') ?? 2_000_000,
    tokensPerDayUser: amount('MODEL_TOKENS_PER_DAY_USER') ?? 100_000,
    moneyPerDay: amount('MODEL_MONEY_PER_DAY'),
    moneyPerDayUser: amount('MODEL_MONEY_PER_DAY_USER'),
    priceInput: amount('MODEL_PRICE_INPUT') ?? 0,
    priceOutput: amount('MODEL_PRICE_OUTPUT') ?? 0,
  };
  if ((ceilings.moneyPerDay !== null || ceilings.moneyPerDayUser !== null) && ceilings.priceInput === 0 && ceilings.priceOutput === 0) {
    throw new ClearError('MODEL_MONEY_PER_DAY or MODEL_MONEY_PER_DAY_USER is set, but MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT are not: set the prices of a million tokens, or limit tokens instead.', 2);
  }
  return { name: chosen, ...addressOf('CHAT_MODEL', valueOf), ceilings };
}

/** The embedding model that is configured, or null: then vectors are made here. Throws ClearError (exit code 2) for one without dimension or address. */
export function embeddingOf(valueOf: ValueOf): EmbeddingConfig | null {
  const [name_, size] = [valueOf('EMBEDDING_MODEL'), valueOf('EMBEDDING_DIMENSION')];
  if (name_ === null) return null;
  if (size === null) throw new ClearError('EMBEDDING_MODEL is set, but EMBEDDING_DIMENSION is not: set the number of components of its vectors, such as 1024; its description, or "huida doctor" after any guess, tells.', 2);
  return { name: name_, dimension: Number(size), ...addressOf('EMBEDDING_MODEL', valueOf) };
}

function addressOf(model: string, valueOf: ValueOf): { baseUrl: string; apiKey: string | null } {
  const [baseUrl, apiKey] = [valueOf('OPENAI_BASE_URL'), valueOf('OPENAI_API_KEY')];
  if (baseUrl === null && apiKey === null) throw new ClearError(`${model} is set, but neither OPENAI_BASE_URL nor OPENAI_API_KEY is: set the address of the server, such as http://127.0.0.1:11434/v1, or a key of OpenAI, or remove ${model}.`, 2);
  return { baseUrl: (baseUrl ?? OPENAI).replace(/\/+$/u, ''), apiKey };
}
