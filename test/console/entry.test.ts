import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { browse, startTestConsole } from './start-test-console.js';

const MINUTE_MS = 60_000;

describe('the one-time link', () => {
  it('36, 116: lets its person in once; looking at it does not use it up', async () => {
    const site = await startTestConsole();
    const link = site.link('2');
    expect(link).toMatch(/\/enter\/[\w-]{22}$/u);
    const preview = browse(site.address, 'TelegramBot (like TwitterBot)');
    for (let look = 0; look < 3; look++) expect((await preview.ask(link)).status).toBe(200);
    expect((await preview.ask(link, { method: 'HEAD' })).status).toBe(200);
    const moderator = browse(site.address);
    const entered = await moderator.enter(link);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect(entered.headers.getSetCookie().join()).toMatch(/^huida=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(await moderator.read('/')).toContain('2 · moderator');
    expect((await browse(site.address).enter(link)).status).toBe(401);
    expect(site.file.actions.after(0)).toMatchObject([{ personId: '2', action: 'entered' }]);
  });

  it('116: is worth nothing six minutes later, for a removed person, altered, or made up', async () => {
    const site = await startTestConsole();
    const [late, removed, fresh] = [site.link('2'), site.link('4'), site.link('3')];
    site.roles.delete('4');
    expect((await browse(site.address).enter(removed)).status).toBe(401);
    for (const wrong of ['AAAAAAAAAAAAAAAAAAAAAA', `${fresh.slice(-22)}A`, '..%2F..', "1'%20OR%201=1", '%00']) expect((await browse(site.address).enter(`/enter/${wrong}`)).status).toBe(401);
    site.clock.nowMs += 6 * MINUTE_MS;
    expect((await browse(site.address).enter(late)).status).toBe(401);
  });

  it('116: is not to be guessed ten thousand times a minute', async () => {
    const site = await startTestConsole();
    const guesser = browse(site.address);
    const statuses: number[] = [];
    for (let guess = 0; guess < 40; guess++) statuses.push((await guesser.enter(`/enter/${String(guess).padStart(22, 'A')}`)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    site.clock.nowMs += MINUTE_MS + 1;
    expect((await guesser.enter(site.link('2'))).status).toBe(303);
  });

  it('36: is kept as a digest only, and so is a session', async () => {
    const site = await startTestConsole();
    const link = site.link('2');
    const moderator = browse(site.address);
    await moderator.enter(site.link('3'));
    const { readFileSync, readdirSync } = await import('node:fs');
    for (const name of readdirSync(site.dataFolder)) {
      if (!name.startsWith('console')) continue;
      const bytes = readFileSync(`${site.dataFolder}/${name}`);
      for (const secret of [link.slice(-22), moderator.cookies.get('huida')!]) expect(bytes.includes(secret)).toBe(false);
    }
    expect(site.lines.join()).not.toContain(link.slice(-22));
  });
});

describe('a session', () => {
  it('115: is asked for everywhere', async () => {
    const site = await startTestConsole();
    const stranger = browse(site.address);
    for (const path of ['/', '/log', '/record?id=x', '/document?article=x', '/overview', '/try', '/corpus', '/actions', '/correct']) {
      const response = await stranger.ask(path);
      expect([path, response.status, response.headers.get('location')]).toEqual([path, 303, '/enter']);
    }
    stranger.cookies.set('huida', 'A'.repeat(43));
    expect((await stranger.ask('/log')).status).toBe(303);
  });

  it('36, 115: ends after half an hour of rest, after twelve hours, and in another browser', async () => {
    const site = await startTestConsole();
    const idle = browse(site.address);
    await idle.enter(site.link('2'));
    site.clock.nowMs += 29 * MINUTE_MS;
    expect((await idle.ask('/log')).status).toBe(200);
    site.clock.nowMs += 31 * MINUTE_MS;
    expect((await idle.ask('/log')).status).toBe(303);
    const long = browse(site.address);
    await long.enter(site.link('2'));
    for (let step = 0; step < 28; step++) {
      expect((await long.ask('/log')).status).toBe(200);
      site.clock.nowMs += 25 * MINUTE_MS;
    }
    site.clock.nowMs += 21 * MINUTE_MS;
    expect((await long.ask('/log')).status).toBe(303);
    const own = browse(site.address);
    await own.enter(site.link('2'));
    const thief = browse(site.address, 'another browser');
    thief.cookies.set('huida', own.cookies.get('huida')!);
    expect((await thief.ask('/log')).status).toBe(303);
  });

  it('36, 115: is over at once for a person who was removed or revoked', async () => {
    const site = await startTestConsole();
    const [removed, revoked] = [browse(site.address), browse(site.address)];
    await removed.enter(site.link('2'));
    await revoked.enter(site.link('4'));
    expect((await removed.ask('/log')).status).toBe(200);
    site.roles.delete('2');
    expect((await removed.ask('/log')).status).toBe(303);
    site.roles.set('2', 'moderator');
    expect((await removed.ask('/log')).status).toBe(303);
    // Another process, as `huida console revoke` is one.
    const other = openConsoleFile(`${site.dataFolder}/console.sqlite`);
    expect(other.entry.endAllOf('4')).toBe(1);
    other.close();
    expect((await revoked.ask('/log')).status).toBe(303);
  });

  it('36, 115: gets a new secret at the door, whatever cookie was brought, and is sent over TLS only behind TLS', async () => {
    const site = await startTestConsole();
    const victim = browse(site.address);
    victim.cookies.set('huida', 'fixed-before-login');
    await victim.enter(site.link('2'));
    expect(victim.cookies.get('huida')).toMatch(/^[\w-]{43}$/u);
    const secure = await startTestConsole({ secure: true });
    const response = await browse(secure.address).post(secure.link('2'), {}, { origin: secure.address.replace('http:', 'https:') });
    expect(response.headers.getSetCookie().join()).toMatch(/^__Host-huida=.*; Secure; SameSite=Strict$/u);
  });

  it('is left by its button', async () => {
    const site = await startTestConsole();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    const cookie = moderator.cookies.get('huida')!;
    await moderator.post('/do/leave', await moderator.fieldsOf('/log', '/do/leave'));
    moderator.cookies.set('huida', cookie);
    expect((await moderator.ask('/log')).status).toBe(303);
  });
});

describe('the name of the host', () => {
  const statusFor = async (port: number, host: string[]): Promise<number> =>
    await new Promise((resolve, reject) => {
      const headers = host.flatMap((name) => ['Host', name]);
      request({ host: '127.0.0.1', port, path: '/enter', setHost: false, headers: headers as unknown as Record<string, string> }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).on('error', reject).end();
    });

  it('35, 118: must be one of this machine', async () => {
    const { port } = await startTestConsole();
    for (const name of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) expect([name, await statusFor(port, [name])]).toEqual([name, 401]);
    for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1.nip.io', `127.0.0.1.nip.io:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`, `0.0.0.0:${port}`]) {
      expect([name, await statusFor(port, [name])]).toEqual([name, expect.toSatisfy((status: number) => status === 403 || status === 400)]);
    }
    expect([400, 403]).toContain(await statusFor(port, ['']));
    expect([400, 403]).toContain(await statusFor(port, [`127.0.0.1:${port}`, 'evil.example']));
    expect([400, 403]).toContain(await statusFor(port, []));
  });
});
