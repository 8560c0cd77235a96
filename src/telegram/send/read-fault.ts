import { GrammyError, HttpError } from 'grammy';
import { GatewayReply } from './fetch-json.js';

/** What went wrong with a call, sorted by what may be done about it. */
export type Fault =
  | { kind: 'unauthorised' }
  | { kind: 'conflict'; isWebhook: boolean }
  | { kind: 'flood'; retryAfterMs: number }
  /** Telegram cannot have received it: safe to repeat. */
  | { kind: 'never_sent'; detail: string }
  /** A server answered that it could not do it: worth a few more tries. */
  | { kind: 'server'; detail: string }
  /** It may have been delivered: repeating could double a message. */
  | { kind: 'ambiguous'; detail: string }
  /** Telegram understood and said no. */
  | { kind: 'refused'; code: number; description: string; migratedTo?: number };

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT']);
/** A proxy that would not connect us: nothing has reached Telegram. */
const PROXY_CODE = /^UND_ERR_(?:SOCKS5|PRX)/;
const PROXY_REPLY = /^Proxy response \((\d{3})\)/;
const NEVER_SENT_TLS = /^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/;

/** Sorts whatever a grammY call threw. The error itself must never be logged: its URL holds the token. */
export function readFault(error: unknown): Fault {
  if (error instanceof GrammyError) return readRefusal(error);
  if (error instanceof HttpError) return readNetworkFault(error.error);
  return { kind: 'ambiguous', detail: error instanceof Error ? error.name : typeof error };
}

/** One line about a fault; holds no URL and no token. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'unauthorised':
      return 'Telegram does not know this token (401)';
    case 'conflict':
      return fault.isWebhook ? 'a webhook is set for this bot (409)' : 'another program reads the updates of this bot (409)';
    case 'flood':
      return `too many requests (429), to be repeated after ${Math.ceil(fault.retryAfterMs / 1000)} s`;
    case 'refused':
      return `refused with ${fault.code}: ${fault.description}`;
    default:
      return `${fault.kind.replace('_', ' ')} (${fault.detail})`;
  }
}

function readRefusal(error: GrammyError): Fault {
  const { error_code: code, description, parameters } = error;
  if (code === 401) return { kind: 'unauthorised' };
  if (code === 409) return { kind: 'conflict', isWebhook: /webhook/i.test(description) };
  if (code === 429) return { kind: 'flood', retryAfterMs: 1000 * Math.min(86_400, Math.max(1, Number(parameters.retry_after) || 1)) };
  if (typeof code !== 'number') return { kind: 'ambiguous', detail: 'an answer without an error code' };
  if (code >= 500) return { kind: 'server', detail: `HTTP ${code}` };
  const migratedTo = parameters.migrate_to_chat_id;
  return { kind: 'refused', code, description: description.slice(0, 200), ...(migratedTo === undefined ? {} : { migratedTo }) };
}

function readNetworkFault(error: unknown): Fault {
  if (error instanceof GatewayReply) {
    // 502 and 503 come from a gateway that reached no Bot API server; after a 504 or a 200 nobody knows.
    const isUndone = error.status === 500 || error.status === 502 || error.status === 503;
    return { kind: isUndone ? 'server' : 'ambiguous', detail: `HTTP ${error.status} without JSON` };
  }
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) ?? codeOf(error);
  const refusal = cause instanceof Error && cause.cause instanceof Error ? PROXY_REPLY.exec(cause.cause.message) : null;
  if (refusal !== null) return { kind: 'never_sent', detail: `the proxy answered with HTTP ${refusal[1]}` };
  if (code !== undefined && PROXY_CODE.test(code)) return { kind: 'never_sent', detail: `the proxy failed: ${code}` };
  if (cause instanceof AggregateError || (code !== undefined && (NEVER_SENT.has(code) || NEVER_SENT_TLS.test(code)))) {
    return { kind: 'never_sent', detail: code ?? 'no address answered' };
  }
  return { kind: 'ambiguous', detail: code ?? (error instanceof Error ? error.name : 'network') };
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
