import { join } from 'node:path';
import { readPrompts } from '../../../src/adapters/prompts/read-prompts.js';
import type { Writer } from '../../../src/answer/write/call-model.js';
import type { ChatModel, ChatRequest } from '../../../src/ports/chat-model.js';
import type { ModelLedger } from '../../../src/ports/model-ledger.js';
import { PROJECT } from '../../house/project.js';

/** What a model is shown of one question. */
export interface Material {
  question: string;
  answer?: string;
  earlier?: string[];
  passages?: { number: number; text: string; document: string; meeting: string }[];
}

export const PROMPTS = readPrompts(join(PROJECT, 'prompts'));

/** A ledger without ceilings that keeps replies in memory. */
export function openLedger(): ModelLedger & { booked: number; settled: number } {
  const replies = new Map<string, string>();
  const counts = { booked: 0, settled: 0 };
  return Object.assign(counts, {
    reserve: () => {
      counts.booked++;
      return { settle: () => { counts.settled++; } };
    },
    reply: (key: string) => replies.get(key) ?? null,
    keep: (key: string, text: string) => { replies.set(key, text); },
    today: () => ({ calls: counts.booked, inputTokens: 0, outputTokens: 0, money: 0 }),
  });
}

/** A model that answers each request as told; `requests` are those it got. */
export function fakeModel(reply: (material: Material, request: ChatRequest) => string | Promise<string>): ChatModel & { requests: ChatRequest[] } {
  const requests: ChatRequest[] = [];
  return {
    name: 'fake',
    requests,
    complete: async (request) => {
      requests.push(request);
      return { text: await reply(JSON.parse(request.user) as Material, request), inputTokens: 10, outputTokens: 10, calls: 1 };
    },
  };
}

export function writerOf(model: ChatModel, ledger: ModelLedger = openLedger()): Writer {
  return { model, prompts: PROMPTS, ledger, deadlineMs: 5000 };
}

export const reply = (...statements: { text: string; passages: number[] }[]): string => JSON.stringify({ statements });
