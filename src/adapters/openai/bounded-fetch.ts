/** A reply longer than this is no answer of ours. */
const MOST_BYTES = 1_000_000;

/** Longest pause before the one retry, in milliseconds: a citizen is waiting. The client itself would sleep for as long as the server says. */
const MOST_PAUSE_MS = 2000;

/** A `fetch` that counts its calls, follows no redirect (a key must not travel on), reads no more than a megabyte unless told, and forbids a retry that would have to wait. */
export function boundedFetch(mostBytes = MOST_BYTES, mostPauseMs = MOST_PAUSE_MS): { fetch: typeof fetch; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    fetch: async (input, init) => {
      calls++;
      const response = await fetch(input, { ...init, redirect: 'error' });
      if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw new Error('the reply is too long');
      if (response.body === null) return new Response(null, { status: response.status, statusText: response.statusText, headers: headersOf(response, mostPauseMs) });
      let read = 0;
      const limit = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          read += chunk.byteLength;
          if (read > mostBytes) controller.error(new Error('the reply is too long'));
          else controller.enqueue(chunk);
        },
      });
      return new Response(response.body.pipeThrough(limit), { status: response.status, statusText: response.statusText, headers: headersOf(response, mostPauseMs) });
    },
  };
}

function headersOf({ headers }: Response, mostPauseMs: number): Headers {
  const copied = new Headers(headers);
  if (pauseMs(headers) > mostPauseMs) copied.set('x-should-retry', 'false');
  return copied;
}

/** What Retry-After asks for, in milliseconds: it may be seconds or a date. */
function pauseMs(headers: Headers): number {
  const after = headers.get('retry-after');
  if (after === null) return 0;
  const seconds = Number(after);
  return Number.isNaN(seconds) ? Date.parse(after) - Date.now() : seconds * 1000;
}
