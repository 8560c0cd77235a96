import { describe, expect, it, onTestFinished } from 'vitest';
import { startFakeBotApi } from '../fake-bot-api.js';
import { privateText } from '../make-updates.js';
import { startTestBot } from '../start-test-bot.js';
import { type LoopbackProxy, startHttpProxy, startSocksProxy } from './loopback-proxy.js';

/** A name that no resolver knows: only the proxy can lead there. */
const HIDDEN = 'http://api.telegram.invalid:8081';

async function openApi() {
  const api = await startFakeBotApi();
  onTestFinished(async () => { await api.close(); });
  return api;
}

function ended(proxy: LoopbackProxy): LoopbackProxy {
  onTestFinished(async () => { await proxy.close(); });
  return proxy;
}

describe('a proxy from the configuration', () => {
  it.each(['http', 'socks5'])('carries every call of the bot by %s, which also looks up the name', async (kind) => {
    const api = await openApi();
    const proxy = ended(await (kind === 'http' ? startHttpProxy({ port: api.port }, 'name:pass') : startSocksProxy({ port: api.port })));
    await startTestBot({ api, apiRoot: HIDDEN, proxy: `${kind}://${kind === 'http' ? 'name:pass@' : ''}127.0.0.1:${proxy.port}` });
    api.push(privateText(7, '增长多少？'));
    expect((await api.message(7)).text).toContain('5.5%');
    expect(new Set(proxy.asked)).toEqual(new Set(['api.telegram.invalid:8081']));
  });

  it('bad input 66: that is dead when the bot starts is tried again until it lives', async () => {
    const api = await openApi();
    const reserved = await startHttpProxy({ port: api.port });
    await reserved.close();
    const { clock, lines } = await startTestBot({ api, apiRoot: HIDDEN, proxy: `http://127.0.0.1:${reserved.port}` });
    await clock.pausing(500);
    expect(lines.join('\n')).toMatch(/cannot reach the Bot API: never sent \(ECONNREFUSED\)/);
    ended(await startHttpProxy({ port: api.port }, undefined, reserved.port));
    clock.advance(500);
    api.push(privateText(7, '增长多少？'));
    expect((await api.message(7)).text).toContain('5.5%');
  });

  it.each([
    ['http', 'never sent (the proxy answered with HTTP 407)'],
    ['socks5', 'never sent (the proxy failed: UND_ERR_SOCKS5_REPLY_2)'],
  ])('that refuses by %s is named, its password is not', async (kind, named) => {
    const api = await openApi();
    const target = { port: api.port, status: 407 };
    const proxy = ended(await (kind === 'http' ? startHttpProxy(target, 'name:other') : startSocksProxy(target)));
    const { clock, lines } = await startTestBot({ api, apiRoot: HIDDEN, proxy: `${kind}://name:pa55word@127.0.0.1:${proxy.port}` });
    await clock.pausing(500);
    expect(lines.join('\n')).toContain(named);
    expect(lines.join('\n')).not.toContain('pa55word');
  });
});
