import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import OpenAI, { BadRequestError, UnprocessableEntityError } from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { ModelFault, type ChatModel, type ChatReply, type ChatRequest } from '../../ports/chat-model.js';
import { boundedFetch } from './bounded-fetch.js';
import { faultOf } from './fault-of.js';
import { readCompletion } from './read-completion.js';
import { readStream } from './read-stream.js';

/** Where a model is reached. */
export interface ModelAddress {
  /** With /v1 where the server has it. */
  baseUrl: string;
  /** null for servers that want none. */
  apiKey: string | null;
}

/** How the reply is held to its schema: by the server, as JSON of any shape, or by asking for it only. */
const MODES = ['json_schema', 'json_object', 'text'] as const;
export type ReplyMode = (typeof MODES)[number];

/** Faults in a row until the model is left alone, and for how long. */
const FAULTS_UNTIL_REST = 3;
const REST_MS = 30_000;
/** Calls for one request, retries included. */
const MOST_CALLS = 2;

/**
 * A chat model behind an OpenAI-compatible address. One retry, with jitter and as Retry-After says, where that can help; a request in
 * a mode that the server refuses is made again in the next simpler one, which is remembered. After three faults in a row it rests
 * for half a minute: ModelFault `resting`.
 */
export function createChatModel(name: string, address: ModelAddress, timeoutMs: number): ChatModel & { mode(): ReplyMode } {
  const client = new OpenAI({ baseURL: address.baseUrl, apiKey: address.apiKey ?? 'none', timeout: timeoutMs, maxRetries: 0, logLevel: 'off' });
  // A request that the server calls wrong says nothing about whether it is up.
  const breaker = circuitBreaker(handleWhen((error) => !(error instanceof ModelFault) || error.kind !== 'bad_request'), { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAULTS_UNTIL_REST) });
  let mode = 0;
  let isReasoning = false;

  async function complete(request: ChatRequest): Promise<ChatReply> {
    const counted = boundedFetch();
    const send = async (): Promise<Omit<ChatReply, 'calls'>> => {
      const { completions } = client.withOptions({ fetch: counted.fetch, maxRetries: MOST_CALLS - counted.calls() - 1 }).chat;
      const body = bodyOf(name, request, MODES[mode] ?? 'text', isReasoning);
      if (request.onText === undefined) return readCompletion(await completions.create(body, { signal: request.signal }));
      return await readStream(await completions.create({ ...body, stream: true, stream_options: { include_usage: true } }, { signal: request.signal }), request.onText, request.signal);
    };
    try {
      return { ...(await send()), calls: counted.calls() };
    } catch (error) {
      const isOldName = isRequestRefused(error) && !isReasoning && /max_tokens|max_completion_tokens|temperature/.test(error.message);
      if (!isRequestRefused(error) || (!isOldName && mode + 1 >= MODES.length)) throw withCalls(faultOf(error), counted.calls());
      if (isOldName) isReasoning = true;
      else mode++;
      if (counted.calls() >= MOST_CALLS) throw withCalls(faultOf(error), counted.calls());
      return { ...(await send().catch((again: unknown) => { throw withCalls(faultOf(again), counted.calls()); })), calls: counted.calls() };
    }
  }

  return {
    name,
    mode: () => MODES[mode] ?? 'text',
    complete: async (request) => {
      try {
        return await breaker.execute(() => complete(request));
      } catch (error) {
        if (isBrokenCircuitError(error)) throw new ModelFault('resting', 'the model is left alone after faults in a row');
        throw faultOf(error);
      }
    },
  };
}

/** The request as the package's own types want it. Most servers know `max_tokens` only; reasoning models refuse it, and any temperature. */
function bodyOf(model: string, { system, user, schema, temperature, maxOutputTokens }: ChatRequest, mode: ReplyMode, isReasoning = false): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [{ role: 'system', content: system }, { role: 'user', content: user }],
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above: the servers of others know no other name
    ...(isReasoning ? { max_completion_tokens: maxOutputTokens } : { temperature, max_tokens: maxOutputTokens }),
    ...(mode === 'json_schema' ? { response_format: { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: schema.schema } } } : {}),
    ...(mode === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
  };
}

function isRequestRefused(error: unknown): error is BadRequestError | UnprocessableEntityError {
  return error instanceof BadRequestError || error instanceof UnprocessableEntityError;
}

function withCalls(fault: ModelFault, calls: number): ModelFault {
  fault.calls = calls;
  return fault;
}
