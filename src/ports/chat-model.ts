/** One request to a chat model for a reply of a given shape. */
export interface ChatRequest {
  system: string;
  user: string;
  /** JSON schema of the reply; the server holds the model to it where it can. */
  schema: { name: string; schema: Record<string, unknown> };
  temperature: number;
  maxOutputTokens: number;
  signal: AbortSignal;
  /** Hears all of the reply that has come so far, each time more of it comes; where it is given, the reply is streamed. */
  onText?: (soFar: string) => void;
}

export interface ChatReply {
  /** As the model wrote it: not parsed, not trusted. */
  text: string;
  /** null where the server did not say, or said what cannot be. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** Requests that were sent for it, retries included. */
  calls: number;
}

/** Why a model gave no reply that could be read. */
export const MODEL_FAULTS = ['unreachable', 'timeout', 'refused_key', 'rate_limited', 'bad_request', 'server_error', 'cut_off', 'filtered', 'no_text', 'resting'] as const;
export type ModelFaultKind = (typeof MODEL_FAULTS)[number];

/** A model that gave nothing to read. The message is for moderators and holds no key. */
export class ModelFault extends Error {
  readonly kind: ModelFaultKind;
  /** Requests that were sent before it was given up. */
  calls = 0;

  constructor(kind: ModelFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelFault';
    this.kind = kind;
  }
}

/** A model that writes; how it is reached is an adapter's affair. */
export interface ChatModel {
  /** As configured. */
  readonly name: string;
  /** Throws ModelFault and nothing else. */
  complete(request: ChatRequest): Promise<ChatReply>;
}
