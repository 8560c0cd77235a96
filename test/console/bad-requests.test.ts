import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { browse, startTestConsole, type TestConsole } from './start-test-console.js';

/** The first line of what comes back for bytes as they are, with all that stands behind it; empty where the connection was closed. */
async function raw({ port }: TestConsole, text: string): Promise<string> {
  return await new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => { socket.write(text, 'latin1'); });
    socket.setEncoding('latin1').on('data', (piece: string) => { answer += piece; }).on('close', () => { resolve(answer); }).on('error', () => { resolve(answer); });
    socket.setTimeout(2_000, () => { socket.destroy(); });
  });
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.[01] (\d{3})/u.exec(answer)?.[1] ?? 0);

async function signedIn() {
  const site = await startTestConsole();
  await site.house.answer({ id: 'a', question: '村务会议决定修缮几座桥？', history: [] }, 'cli');
  const person = browse(site.address);
  await person.enter(site.link('3'));
  return { site, person, cookie: `huida=${person.cookies.get('huida')!}` };
}
const stillAnswers = async (person: ReturnType<typeof browse>): Promise<void> => { expect((await person.ask('/log')).status).toBe(200); };

describe('the console, asked badly', () => {
  it('117: knows no sign-in but its links, whatever a widget would have signed', async () => {
    const site = await startTestConsole();
    const stranger = browse(site.address);
    for (const path of ['/login?id=2&auth_date=0&hash=00', '/auth/telegram?id=2&hash=FF&auth_date=9999999999', '/enter?id=2&username=x&hash=abc', '/enter?tgAuthResult=e30']) expect([path, [303, 401].includes((await stranger.ask(path)).status), stranger.cookies.size]).toEqual([path, true, 0]);
  });

  it('119: takes ids, pages and searches of any kind as what they are: unknown', async () => {
    const { person } = await signedIn();
    const odd = ['1 OR 1=1', "' UNION SELECT 1 --", '../a', '..%2Fa', '\0', '-1', '1e309', 'a'.repeat(300), '＿', '{"$gt":""}', '__proto__', '(a+)+$', '[', '\\', '%'];
    for (const id of odd) for (const path of [`/record?id=${encodeURIComponent(id)}`, `/correct?record=${encodeURIComponent(id)}`, `/document?passage=${encodeURIComponent(id)}`, `/document?article=${encodeURIComponent(id)}`]) expect([path, (await person.ask(path)).status]).toEqual([path, 404]);
    for (const query of ['id[]=a', 'id=%', 'id=%zz', 'id=a&id=b', '', 'ID=a']) expect([query, [200, 400, 404].includes((await person.ask(`/record?${query}`)).status)]).toEqual([query, true]);
    for (const query of [`text=${encodeURIComponent(`${'a'.repeat(200)}!`)}`, `text=${encodeURIComponent('((((((((a+)+)+)+)+)+)+)+)+$')}`, 'page=1000000000', 'page=0x10', 'from=2025-02-30&to=%00', 'review=__proto__', 'feedback=constructor', 'family=toString']) {
      const startedAt = performance.now();
      expect([query, (await person.ask(`/log?${query}`)).status]).toEqual([query, 200]);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    }
    await stillAnswers(person);
  });

  it('124: bears broken headers, large cookies, many headers, HTTP/1.0 and other methods', async () => {
    const { site, person, cookie } = await signedIn();
    // A cookie that comes from another browser ends its session.
    const host = `Host: 127.0.0.1:${site.port}\r\nUser-Agent: test browser\r\n`;
    const asked = async (head: string): Promise<number> => statusOf(await raw(site, head));
    // Node itself closes on what is no HTTP.
    for (const [name, head, allowed] of [
      ['a line end inside a header', `GET /log HTTP/1.1\r\n${host}X-A: a\r\n\tb: c\r\nConnection: close\r\n\r\n`, [200, 303, 400]],
      ['a bare line feed', `GET /log HTTP/1.1\n${host}Connection: close\n\n`, [0, 303, 400]],
      ['NUL in a header', `GET /log HTTP/1.1\r\n${host}X-A: a\0b\r\nConnection: close\r\n\r\n`, [0, 400]],
      ['a cookie of 16 KB', `GET /log HTTP/1.1\r\n${host}Cookie: ${cookie}; x=${'y'.repeat(16_384)}\r\nConnection: close\r\n\r\n`, [400, 431]],
      ['a thousand headers', `GET /log HTTP/1.1\r\n${host}${Array.from({ length: 1_000 }, (_, index) => `X-${index}: 1\r\n`).join('')}Connection: close\r\n\r\n`, [200, 303, 400, 431]],
      ['HTTP/1.0', `GET /log HTTP/1.0\r\n${host}Cookie: ${cookie}\r\n\r\n`, [200, 303]],
      ['HTTP/1.0 without a host', 'GET /log HTTP/1.0\r\n\r\n', [400, 403]],
      ['TRACE', `TRACE /log HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, [403, 405, 501]],
      ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', [0, 400, 403, 405]],
      ['a method nobody knows', `BREW /log HTTP/1.1\r\n${host}\r\n`, [0, 400, 405]],
      ['two lengths', `POST /do/view HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc`, [0, 400]],
      ['a length that lies', `POST /do/view HTTP/1.1\r\n${host}Content-Length: 99999999\r\nConnection: close\r\n\r\nabc`, [0, 401, 403, 413]],
      ['an absolute address', `GET http://evil.example/log HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, [303, 400, 403]],
    ] as [string, string, number[]][]) {
      const status = await asked(head);
      expect([name, status, allowed.includes(status)]).toEqual([name, status, true]);
      await stillAnswers(person);
    }
    expect(await raw(site, `TRACE /log HTTP/1.1\r\n${host}X-Secret: canary\r\nConnection: close\r\n\r\n`)).not.toContain('canary');
  });

  it('126: keeps no stream open, five hundred times', async () => {
    const { person } = await signedIn();
    const statuses = await Promise.all(Array.from({ length: 500 }, async () => {
      const response = await person.ask('/log', { headers: { accept: 'text/event-stream' } });
      await response.arrayBuffer();
      return response.status;
    }));
    expect(new Set(statuses)).toEqual(new Set([403]));
    await stillAnswers(person);
  });

  it('127: may be framed by nobody and tells no other window anything', async () => {
    const { person } = await signedIn();
    for (const path of ['/', '/log', '/record?id=a', '/correct?record=a', '/overview', '/enter']) {
      const { headers } = await person.ask(path);
      expect([path, headers.get('x-frame-options'), headers.get('cross-origin-opener-policy'), headers.get('content-security-policy')?.includes("frame-ancestors 'none'")]).toEqual([path, 'DENY', 'same-origin', true]);
      expect(await person.read(path)).not.toMatch(/window\.name|opener(?!")/u);
    }
  });
});
