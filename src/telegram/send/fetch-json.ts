/** Something answered with a status, but not with JSON: a gateway, a captive portal, a cut body. */
export class GatewayReply extends Error {
  override readonly name = 'GatewayReply';
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status} without a Bot API answer`);
    this.status = status;
  }
}

interface GrammyRequest {
  method?: string;
  body?: unknown;
  signal?: { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void } | null;
}

/**
 * What grammY calls to reach Telegram, on Node's own fetch: grammY's default hangs for its whole time limit on a truncated reply,
 * this one fails at once. Throws GatewayReply when the body is no JSON object.
 */
export async function fetchJson(url: string, request: GrammyRequest): Promise<{ json(): Promise<unknown> }> {
  const controller = new AbortController();
  // grammY brings the signal of a polyfill, which Node's fetch does not take.
  if (request.signal?.aborted) controller.abort();
  request.signal?.addEventListener('abort', () => {
    controller.abort();
  });
  const reply = await fetch(url, {
    method: request.method ?? 'POST',
    headers: { 'content-type': 'application/json' },
    body: request.body as string,
    signal: controller.signal,
    redirect: 'error',
  });
  const body = parseObject(await reply.text());
  if (body === null) throw new GatewayReply(reply.status);
  return { json: () => Promise.resolve(body) };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && 'ok' in value ? value : null;
  } catch {
    return null;
  }
}
