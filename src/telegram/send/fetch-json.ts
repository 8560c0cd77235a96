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

type Fetch = (url: string, request: RequestInit) => Promise<{ status: number; text(): Promise<string>; body: AsyncIterable<unknown> | null }>;

/**
 * Makes what grammY calls to reach Telegram, on Node's own fetch: grammY's default hangs for its whole time limit on a truncated reply,
 * this one fails at once. `proxy`: address of an HTTP or SOCKS5 proxy, may hold a password; undefined for none. The function throws
 * GatewayReply when the body is no JSON object.
 */
export function createFetchJson(proxy?: string): (url: string, request: GrammyRequest) => Promise<{ json(): Promise<unknown> }> {
  const fetchNow = openFetch(proxy);
  return async (url, request) => {
    const controller = new AbortController();
    // grammY brings the signal of a polyfill, which Node's fetch does not take.
    if (request.signal?.aborted) controller.abort();
    request.signal?.addEventListener('abort', () => {
      controller.abort();
    });
    const reply = await fetchNow(url, {
      method: request.method ?? 'POST',
      headers: { 'content-type': 'application/json' },
      body: request.body as string,
      signal: controller.signal,
      redirect: 'error',
    });
    const body = parseObject(await reply.text());
    if (body === null) throw new GatewayReply(reply.status);
    return { json: () => Promise.resolve(body) };
  };
}

/** Node's fetch, or one that goes through the proxy. */
export function openFetch(proxy?: string): Fetch {
  let opened: Promise<Fetch> | null = null;
  return async (url, request) => (proxy === undefined ? await fetch(url, request) : await (await (opened ??= openProxy(proxy)))(url, request));
}

/** Node's fetch takes no proxy on every version we run on. Loaded only where there is one. */
async function openProxy(proxy: string): Promise<Fetch> {
  const { fetch: fetchBy, ProxyAgent } = await import('undici');
  const dispatcher = new ProxyAgent(proxy);
  // The two are one code; only their types differ.
  return async (url, request) => await fetchBy(url, { ...(request as object), dispatcher });
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && 'ok' in value ? value : null;
  } catch {
    return null;
  }
}
