import { describe, expect, it } from 'vitest';
import { countRecords } from '../../src/review/count-records.js';
import { createReviews } from '../../src/review/review-state.js';
import { questionKey } from '../../src/language/question-key.js';
import type { IndexedRecord } from '../../src/review/record-index.js';
import { naughtyTexts } from './naughty-texts.js';
import { browse, startTestConsole } from './start-test-console.js';

const day = (iso: string, id: string, status: IndexedRecord['status'], question = id): IndexedRecord => ({ questionNumber: ['old', 'd', '滑雪场', '几座桥'].indexOf(questionKey(question)), sequence: 1, id, askedAtUtc: `${iso}T10:00:00.000Z`, channel: 'cli', status, verdict: null, engine: 'extract', durationMs: 10, strength: null, question, answer: '', cited: [{ passageId: 'p', documentId: 'd', title: 't', body: '', meeting: '' }] });

describe('the overview', () => {
  it('counts days, families, reasons, what was asked most and what the corpus could not answer', () => {
    const records = [day('2025-03-01', 'old', 'answered'), day('2025-03-30', 'a', 'answered', '几座桥？'), day('2025-03-30', 'b', 'refused_not_in_passages', '滑雪场'), day('2025-03-31', 'c', 'answered', '几座桥'), day('2025-03-31', 'd', 'failed_internal')];
    const actions = [['a', '2', 'right'], ['a', '4', 'right'], ['b', '2', 'wrong'], ['b', '4', 'right']].map(([subject, personId, verdict], index) => ({ sequence: index + 1, atUtc: '2025-03-31T00:00:00Z', personId: personId!, action: 'judged', subject: subject!, detail: { verdict: verdict! } }));
    const votes = ([['a', 'down', 'wrong', 'p'], ['a', 'up', null, 'p'], ['a', 'down', 'source', 'q'], ['b', 'staff', null, 'q'], ['old', 'up', null, 'p']] as const).map(([recordId, kind, reason, asker], index) => ({ sequence: index + 1, recordId, atUtc: '2025-03-31T00:00:00Z', kind, reason, comment: null, asker }));
    const reviews = createReviews({ after: (sequence) => actions.filter((action) => action.sequence > sequence) }, { after: (sequence) => votes.filter((entry) => entry.sequence > sequence), count: () => votes.length })();
    const counts = countRecords(records, reviews, Date.parse('2025-03-31T12:00:00Z'), 7);
    expect(counts).toMatchObject({ questions: 4, families: { answered: 2, refused: 1, failed: 1, clarification: 0 }, judgedTwice: 2, agreed: 1, p50Ms: 10 });
    expect(counts.days.map(({ families }) => families.answered)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    const year = countRecords(records, reviews, Date.parse('2025-03-31T12:00:00Z'), 365);
    expect([year.days.length, year.days.reduce((sum, { families }) => sum + families.answered + families.refused + families.failed, 0), year.days.at(-1)?.families.answered]).toEqual([53, 5, 1]);
    expect(counts.asked[0]).toMatchObject({ count: 2 });
    expect(counts.unanswered).toMatchObject([{ name: '滑雪场', count: 1 }]);
    // The last vote of a person counts.
    expect(counts).toMatchObject({ votes: { up: 1, down: 1, staff: 1 }, dislikes: [{ name: 'source', count: 1 }] });
    expect(counts.cited).toMatchObject([{ name: 't', count: 4 }]);
  });
});

describe('every page', () => {
  it('is there in Chinese and English, with one heading, a title and a language', async () => {
    const site = await startTestConsole();
    await site.house.answer({ id: 'a', question: '村务会议决定修缮几座桥？', history: [] }, 'cli');
    const person = browse(site.address);
    await person.enter(site.link('3'));
    for (const language of ['en', 'zh']) {
      await person.post('/do/view', { ...await person.fieldsOf('/log', '/do/view'), language });
      for (const path of ['/', '/log', '/record?id=a', '/correct?record=a', '/overview', '/overview?days=365', '/try', '/corpus', '/corpus?text=桥&page=9', '/curated', '/actions', '/document?article=cunwu.md%231']) {
        const response = await person.ask(path);
        const text = await response.text();
        expect([path, response.status]).toEqual([path, 200]);
        expect([path, text.match(/<h1>/gu)?.length, /<html lang="(en|zh-Hans)"/u.exec(text)?.[1]]).toEqual([path, 1, language === 'en' ? 'en' : 'zh-Hans']);
        expect([path, / style=| onclick=|undefined|\[object|\b(?:nav|list|journey|fact|filter|status|action)\.[a-z]+\b/u.exec(text.replace(/<code>.*?<\/code>/gu, ''))?.[0]]).toEqual([path, undefined]);
      }
    }
  });

  it('shows a tried question with every stage and leaves no row', async () => {
    const site = await startTestConsole();
    const person = browse(site.address);
    await person.enter(site.link('1'));
    const page = await (await person.post('/do/try', { ...await person.fieldsOf('/try', '/do/try'), question: '村务会议决定修缮几座桥？' })).text();
    expect(page).toContain('三座桥');
    expect(page).toContain('Passages looked at');
    expect(site.house.log().count()).toBe(0);
  });

  it('names outcomes and actions in words, in its language, with the code under the pointer', async () => {
    const site = await startTestConsole();
    await site.house.answer({ id: 'a', question: '滑雪场的票价是多少元？', history: [] }, 'cli');
    const [status] = site.house.log().recent(1).map(({ answer }) => answer.status);
    site.file.actions.append({ atUtc: '2025-04-01T08:00:00Z', personId: '3', action: 'of another program', subject: '', detail: {} });
    const person = browse(site.address);
    await person.enter(site.link('3'));
    for (const [language, outcome, entered] of [['en', /nothing found|not in the passages found/u, 'entered'], ['zh', /没有找到|找到的段落里没有/u, '进入']] as const) {
      await person.post('/do/view', { ...await person.fieldsOf('/log', '/do/view'), language });
      const badge = new RegExp(`<span class="badge refused" title="${status}">([^<]+)</span>`, 'u');
      for (const path of ['/', '/log', '/record?id=a']) expect(badge.exec(await person.read(path))?.[1]).toMatch(outcome);
      const actions = await person.read('/actions');
      expect(actions).toContain(`<td title="entered">${entered}</td>`);
      expect(actions).toContain('<td title="of another program">of another program</td>');
    }
  });

  it('of actions is for administrators', async () => {
    const site = await startTestConsole();
    const moderator = browse(site.address);
    await moderator.enter(site.link('2'));
    expect((await moderator.ask('/actions')).status).toBe(403);
  });
});

it('38, 120: shows naughty strings and attacks as text, in lists and records, of ../shared too where it is', async () => {
  const site = await startTestConsole();
  const texts = naughtyTexts();
  const { answer } = { answer: await site.house.answer({ id: 'x', question: '村务会议决定修缮几座桥？', history: [] }, 'cli') };
  const record = site.house.log().find('x')!;
  for (const [index, text] of texts.entries()) site.house.log().append({ ...record, id: `n${index}`, question: { id: `n${index}`, question: text, history: [] }, standaloneQuestion: text, answer: { ...answer, id: `n${index}`, answer: text } });
  const person = browse(site.address);
  await person.enter(site.link('3'));
  const ALLOWED = new Set(['a', 'article', 'bdi', 'blockquote', 'body', 'button', 'code', 'dd', 'details', 'div', 'dl', 'dt', 'form', 'h1', 'h2', 'h3', 'h4', 'head', 'header', 'html', 'input', 'kbd', 'label', 'li', 'link', 'main', 'mark', 'meta', 'nav', 'ol', 'option', 'p', 'pre', 'q', 'script', 'section', 'select', 'span', 'summary', 'time', 'title', 'ul']);
  for (let page = 1; page <= Math.ceil(texts.length / 50); page++) {
    const text = await person.read(`/log?page=${page}`);
    expect([...text.matchAll(/<([a-zA-Z!][\w-]*)/gu)].map((match) => match[1]!).filter((name) => !ALLOWED.has(name) && name !== '!doctype')).toEqual([]);
    expect(text.match(/<script/gu)).toHaveLength(1);
  }
  for (let index = 0; index < texts.length; index += 7) {
    const text = await person.read(`/record?id=n${index}`);
    expect([texts[index], text.match(/<script|<iframe|<img|<svg|onerror="/gu)?.length]).toEqual([texts[index], 1]);
  }
});
