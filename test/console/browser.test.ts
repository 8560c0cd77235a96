import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT } from '../house/project.js';
import { privateText } from '../telegram/make-updates.js';
import { startTestBot } from '../telegram/start-test-bot.js';
import { findChromium } from './find-chromium.js';
import { naughtyTexts } from './naughty-texts.js';
import { startTestConsole, type TestConsole } from './start-test-console.js';

const PROGRAM = findChromium();
/** `npm run pictures` takes the pictures of README.md here. */
const PICTURES = process.env.PICTURES === undefined ? null : join(PROJECT, 'test/console/pictures');
const WRONG = '村里的游泳池什么时候开放？';
const RIGHT = '记录里没有游泳池；村里的图书室每周开放五天。';
const DAY_MS = 86_400_000;

let browser: Browser | null = null;
beforeAll(async () => { if (PROGRAM !== null) browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] }); });
afterAll(async () => { await browser?.close(); });

/** A page that writes down what must not happen: script errors, dialogs, requests to anywhere else. */
async function openPage(site: TestConsole, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser!.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(async () => { await context.close(); });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); });
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith(`${site.address}/`) && !request.url().startsWith('data:')) faults.push(`request: ${request.url()}`); });
  return { page, faults };
}

/** Some weeks of questions, the wrong answer among the last. */
async function withHistory(): Promise<TestConsole> {
  const site = await startTestConsole();
  site.clock.nowMs = Date.now();
  const questions = ['村务会议决定修缮几座桥？', '村里的图书室每周开放几天？', '滑雪场的票价是多少元？', '谁负责修缮三座桥？', '李建国的身份证号是多少？', '2019年村务会议的决议是什么？', '帮我写一首诗'];
  const log = site.house.log();
  for (const [index, question] of questions.entries()) await site.house.answer({ id: `q${index}`, question, history: [] }, 'telegram');
  await site.house.answer({ id: 'wrong', question: WRONG, history: [] }, 'telegram');
  for (let index = 149; index >= 0; index--) {
    const model = log.find(`q${index * index % questions.length}`)!;
    log.append({ ...model, id: `h${index}`, askedAtUtc: new Date(site.clock.nowMs - Math.floor(index / 6) * DAY_MS - (index % 6) * 4_711_000).toISOString(), answer: { ...model.answer, id: `h${index}`, durationMs: 4 + ((index * 7) % 23) } });
    if (index % 5 === 0) log.feedback.append({ recordId: `h${index}`, atUtc: new Date(site.clock.nowMs).toISOString(), kind: index % 15 === 0 ? 'down' : index % 20 === 0 ? 'staff' : 'up', reason: index % 15 === 0 ? 'source' : null, comment: null, asker: 'somebody' });
    if (index % 4 === 1) for (const personId of ['5', '6']) site.file.actions.append({ atUtc: new Date(site.clock.nowMs).toISOString(), personId, action: 'judged', subject: `h${index}`, detail: { verdict: index % 12 === 5 && personId === '6' ? 'incomplete' : 'right', note: '' } });
  }
  return site;
}

/** Every test run looks at two of the four; the pictures at all. */
const SIZES: [number, 'light' | 'dark'][] = PICTURES === null ? [[360, 'light'], [1280, 'dark']] : [[360, 'light'], [360, 'dark'], [1280, 'light'], [1280, 'dark']];
const PAGES = ['/', '/log', '/record?id=wrong', '/correct?record=wrong', '/overview', '/try', '/corpus', '/curated', '/actions', '/document?article=cunwu.md%231'];

describe.skipIf(PROGRAM === null)('in a browser (needs chromium)', () => {
  it('a moderator finds a wrong answer by filter, opens its passages, corrects it; the chat then gives the curated answer', async () => {
    const site = await withHistory();
    const { page, faults } = await openPage(site);
    await page.goto(site.link('2'));
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('link', { name: '记录', exact: true }).click();
    await page.getByLabel('文字').fill('游泳池');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('link', { name: WRONG }).click();
    expect(await page.getByText('图书室每周开放五天').first().isVisible()).toBe(true);
    await page.getByRole('link', { name: '在文件中打开' }).first().click();
    expect(await page.locator('#cited mark').textContent()).toContain('图书室');
    await page.goBack();
    await page.keyboard.press('c');
    await page.waitForURL(/\/correct/u);
    await page.getByLabel('搜索段落').fill('图书室 开放');
    await page.getByLabel(/正确的回答/u).fill(RIGHT);
    await page.getByRole('button', { name: '搜索', exact: true }).click();
    expect(await page.getByLabel(/正确的回答/u).inputValue()).toBe(RIGHT);
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '发布' }).click();
    await page.waitForURL(/\/curated/u);
    expect(await page.getByText(RIGHT).first().isVisible()).toBe(true);
    expect(faults).toEqual([]);

    const { api } = await startTestBot({ ask: (question) => site.house.answer(question, 'telegram') });
    await api.polling();
    api.push(privateText(42, '请问村里的游泳池什么时候开放？'));
    expect((await api.message(42)).text).toContain('记录里没有游泳池');
  });

  it('a key judges and leads to the next; everything works without scripts too', async () => {
    const site = await withHistory();
    const { page, faults } = await openPage(site);
    await page.goto(site.link('2'));
    await page.getByRole('button', { name: '进入' }).click();
    await page.waitForURL(`${site.address}/`);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record/u);
    const first = page.url();
    await page.keyboard.press('2');
    await page.waitForURL((url) => url.href !== first);
    expect(site.file.actions.after(0).filter(({ action, personId }) => action === 'judged' && personId === '2')).toMatchObject([{ personId: '2', detail: { verdict: 'wrong' } }]);
    expect(faults).toEqual([]);
    const bare = await openPage(site, { javaScriptEnabled: false });
    await bare.page.goto(site.link('4'));
    await bare.page.getByRole('button', { name: '进入' }).click();
    await bare.page.locator('.records a').first().click();
    await bare.page.getByRole('button', { name: /^正确/u }).click();
    expect(site.file.actions.after(0).filter(({ action, personId }) => action === 'judged' && ['2', '4'].includes(personId))).toHaveLength(2);
  });

  it.each(SIZES)('is readable at %i px, %s: nothing sticks out, axe finds nothing serious', async (width, colorScheme) => {
    const site = await withHistory();
    const { page, faults } = await openPage(site, { viewport: { width, height: 800 }, colorScheme, locale: width === 360 ? 'zh-CN' : 'en-GB', bypassCSP: true });
    await page.goto(site.link('3'));
    await page.getByRole('button').last().click();
    await page.waitForURL(`${site.address}/`);
    if (PICTURES !== null) mkdirSync(PICTURES, { recursive: true });
    for (const path of PAGES) {
      await page.goto(site.address + path);
      const sticksOut = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([path, sticksOut]).toEqual([path, 0]);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(async () => await (globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run());
      expect([path, violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)]).toEqual([path, []]);
      const name = path === '/' ? 'queue' : /\/(\w+)/u.exec(path)![1]!;
      if (PICTURES !== null) await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`) });
    }
    expect(faults).toEqual([]);
  });

  it('38, 120: naughty strings and attacks run nothing and ask nowhere, of ../shared too where it is', async () => {
    const site = await startTestConsole();
    const texts = naughtyTexts();
    await site.house.answer({ id: 'x', question: '村务会议决定修缮几座桥？', history: [] }, 'cli');
    const model = site.house.log().find('x')!;
    for (const [index, text] of texts.entries()) site.house.log().append({ ...model, id: `n${index}`, question: { id: `n${index}`, question: text, history: [{ question: text }] }, standaloneQuestion: text, answer: { ...model.answer, answer: text } });
    const { page, faults } = await openPage(site);
    await page.goto(site.link('3'));
    await page.getByRole('button').last().click();
    await page.waitForURL(`${site.address}/`);
    for (let number = 1; number <= Math.ceil(texts.length / 50); number++) await page.goto(`${site.address}/log?page=${number}#<img src=x onerror=alert(1)>`);
    for (let index = 3; index < texts.length; index += 40) await page.goto(`${site.address}/record?id=n${index}`);
    await page.goto(`${site.address}/log?text=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(faults).toEqual([]);
  });
});
