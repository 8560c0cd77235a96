import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY } from '../../src/console/guard/security-headers.js';
import { browse, startTestConsole } from './start-test-console.js';

describe('a forged request', () => {
  it('37, 118, 125: is refused in each of twelve ways, and nothing was done', async () => {
    const site = await startTestConsole();
    const { id } = await site.house.answer({ id: 'q1', question: '村务会议决定修缮几座桥？', history: [] }, 'test');
    const victim = browse(site.address);
    await victim.enter(site.link('2'));
    const fields = { ...await victim.fieldsOf(`/record?id=${id}`, '/do/judge'), verdict: 'wrong' };
    const before = site.file.actions.after(0).length;
    const form = new URLSearchParams(fields).toString();
    const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = async (headers: Record<string, string>, body: string | null = form, method = 'POST', path = '/do/judge'): Promise<number> =>
      (await victim.ask(path, { method, body, headers })).status;
    const json = JSON.stringify(fields);
    const forged: Record<string, Promise<number>> = {
      'a form of another site': send({ ...FORM, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      'JSON as text/plain': send({ 'content-type': 'text/plain', origin: site.address }, json),
      'JSON': send({ 'content-type': 'application/json', origin: site.address }, json),
      'no origin': send(FORM),
      'origin null': send({ ...FORM, origin: 'null' }),
      'a sandboxed frame': send({ ...FORM, origin: 'null', 'sec-fetch-site': 'cross-site' }),
      'a sub-domain': send({ ...FORM, origin: `http://sub.127.0.0.1:${site.port}`, 'sec-fetch-site': 'same-site' }),
      'another port': send({ ...FORM, origin: `http://127.0.0.1:${site.port + 1}` }),
      'another scheme': send({ ...FORM, origin: site.address.replace('http:', 'https:') }),
      'a GET with an effect': send({}, null, 'GET', `/do/judge?${form}`),
      'a method override': send({ ...FORM, origin: site.address, 'x-http-method-override': 'DELETE' }),
      'a stream': send({ accept: 'text/event-stream' }, null, 'GET', '/log'),
      'a token of somebody else': send({ ...FORM, origin: site.address }, new URLSearchParams({ ...fields, formToken: 'A'.repeat(43) }).toString()),
      'no token': send({ ...FORM, origin: site.address }, new URLSearchParams({ ...fields, formToken: '' }).toString()),
      'a script of another site': send({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, null, 'GET', '/log'),
      'multipart': send({ 'content-type': 'multipart/form-data; boundary=x', origin: site.address }, '--x--'),
    };
    for (const [name, status] of Object.entries(forged)) expect([name, await status]).toEqual([name, 403]);
    expect(site.file.actions.after(0)).toHaveLength(before);
    expect(await send({ ...FORM, origin: site.address })).toBe(303);
    expect(site.file.actions.after(0)).toHaveLength(before + 1);
  });

  it('of another method is none of ours, and a large one is not read', async () => {
    const site = await startTestConsole();
    const victim = browse(site.address);
    await victim.enter(site.link('2'));
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect([403, 405]).toContain((await victim.ask('/log', { method, headers: { origin: site.address } })).status);
    const fields = await victim.fieldsOf('/log', '/do/save-view');
    expect((await victim.post('/do/save-view', { ...fields, name: 'x', query: 'x'.repeat(1 << 20) })).status).toBe(413);
    expect([413, 431]).toContain((await victim.ask(`/log?text=${'x'.repeat(60_000)}`)).status);
  });
});

describe('every response', () => {
  it('38: carries the same guards', async () => {
    const site = await startTestConsole();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    for (const [path, status] of [['/log', 200], ['/nothing-here', 404], ['/assets/console.css', 200], ['/record?id=none', 404]] as const) {
      const { headers, status: given } = await moderator.ask(path);
      expect([path, given]).toEqual([path, status]);
      expect(Object.fromEntries(headers)).toMatchObject({ 'content-security-policy': CONTENT_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' });
      if (!path.startsWith('/assets')) expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(CONTENT_POLICY).not.toContain('unsafe');
  });

  it('123: is no file of the disk', async () => {
    const site = await startTestConsole();
    const stranger = browse(site.address);
    for (const path of ['/../.env', '/%2e%2e/.env', '/assets/../../.env', '/assets/%2e%2e%2f%2e%2e%2fconfig.ts', '/.git/config', '/assets/', '/assets/console.css%00']) {
      const text = await stranger.read(path);
      expect([path, /BOT_TOKEN|repositoryformat|readFileSync/u.test(text)]).toEqual([path, false]);
    }
    expect((await stranger.ask(`${site.address}//evil.example/`)).headers.get('location')).toBe('/enter');
  });

  it('redirects to pages of the console only', async () => {
    const site = await startTestConsole();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    const fields = await moderator.fieldsOf('/log', '/do/view');
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/x\r\nSet-Cookie: a=b', 'javascript:alert(1)', '/do/leave']) {
      const response = await moderator.post('/do/view', { ...fields, theme: 'dark', back });
      expect([back, response.status, response.headers.get('location')]).toEqual([back, 303, '/']);
    }
  });
});
