import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openChatState } from '../../../src/adapters/sqlite/chat-state.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

describe.each(engines)('the chat memory (%s)', (engine) => {
  function open(folder = temporaryFolder(), nowMs = () => 1_700_000_000_000) {
    const state = openChatState(join(folder, 'chats.sqlite'), { engine, nowMs });
    onTestFinished(() => { state.close(); });
    return state;
  }

  test('a language, turns and what is kept are there after a restart', () => {
    const folder = temporaryFolder();
    const first = openChatState(join(folder, 'chats.sqlite'), { engine });
    first.setLanguage('p', 'en');
    first.addTurn('c', 'p', { answerId: 'a1', atMs: Date.now() }, 5);
    first.keep('related', 'a1', { value: ['问题？'], person: null, untilMs: null });
    first.countUse('person', '2025-01-01');
    first.close();
    const state = open(folder, Date.now);
    expect(state.language('p')).toBe('en');
    expect(state.turns('c', 0).map(({ answerId }) => answerId)).toEqual(['a1']);
    expect(state.kept('related', 'a1')?.value).toEqual(['问题？']);
    expect(state.countUse('person', '2025-01-01')).toBe(2);
    expect(state.uses('person', '2025-01-02')).toBe(0);
  });

  test('only the newest turns of a conversation stay; the same answer again moves to the end', () => {
    const state = open();
    for (const [index, answerId] of ['a', 'b', 'c', 'a'].entries()) state.addTurn('c', 'p', { answerId, atMs: 1_699_999_999_000 + index }, 2);
    expect(state.turns('c', 0).map(({ answerId }) => answerId)).toEqual(['c', 'a']);
    expect(state.turns('c', 1_699_999_999_003).map(({ answerId }) => answerId)).toEqual(['a']);
    expect(state.turns('other', 0)).toEqual([]);
  });

  test('what was taken is gone, and what is past its time is not there', () => {
    const state = open();
    state.keep('step', 'x', { value: 1, person: 'p', untilMs: null });
    state.keep('step', 'old', { value: 1, person: 'p', untilMs: 1_699_999_999_999 });
    expect(state.take('step', 'x')?.value).toBe(1);
    expect(state.take('step', 'x')).toBeNull();
    expect(state.kept('step', 'old')).toBeNull();
  });

  test('a forgotten person leaves no byte behind, others stay', () => {
    const folder = temporaryFolder();
    const state = open(folder);
    state.setLanguage('person-to-forget', 'en');
    state.addTurn('c', 'person-to-forget', { answerId: 'answer-to-forget', atMs: 1_700_000_000_000 }, 5);
    state.keep('step', 'x', { value: '要忘记的话', person: 'person-to-forget', untilMs: null });
    state.keep('step', 'y', { value: '留下的话', person: 'q', untilMs: null });
    state.forget('person-to-forget');
    expect(state.language('person-to-forget')).toBeNull();
    expect(state.kept('step', 'y')?.value).toBe('留下的话');
    const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
    for (const trace of ['person-to-forget', 'answer-to-forget', '要忘记的话']) expect(bytes.includes(trace)).toBe(false);
  });
});

test('a file that is no database is named in one sentence', () => {
  const file = join(temporaryFolder(), 'chats.sqlite');
  writeFileSync(file, 'no database, but long enough to look at '.repeat(40));
  expect(() => openChatState(file)).toThrow(/chat memory ".*chats\.sqlite" is not a readable SQLite database; move it away/);
});
