import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ModelFault, type ModelFaultKind } from '../../ports/chat-model.js';

/** What an error of the client means. The message names the status, never an address, a key or what the server wrote. */
export function faultOf(error: unknown): ModelFault {
  if (error instanceof ModelFault) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError || (error instanceof Error && error.name === 'TimeoutError')) return new ModelFault('timeout', 'the model did not answer in time', { cause: error });
  if (error instanceof APIConnectionError) return new ModelFault('unreachable', 'the model could not be reached', { cause: error });
  if (error instanceof APIError && typeof error.status === 'number') return new ModelFault(kindOf(error.status), `the model's server answered with status ${error.status}`, { cause: error });
  return new ModelFault('no_text', 'the model\'s server answered with something else than a chat completion', { cause: error });
}

function kindOf(status: number): ModelFaultKind {
  if (status === 401 || status === 402 || status === 403) return 'refused_key';
  if (status === 429) return 'rate_limited';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'server_error' : 'bad_request';
}
