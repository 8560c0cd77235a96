import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openChatState } from '../../src/adapters/sqlite/chat-state.js';
import { openConsoleFile } from '../../src/adapters/sqlite/console-file.js';
import { openRecordLog } from '../../src/adapters/sqlite/record-log.js';
import { keyedName } from '../../src/telegram/keyed-name.js';
import { recordSaying } from '../adapters/sqlite/sample-log.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';
import { runCli } from './run-cli.js';

const TOKEN = '123456:ABC-DEF';
const [ONE, OTHER, MODERATOR] = [42, 43, 44].map((id) => keyedName(TOKEN, 'person', id)) as [string, string, string];

/** A data folder in which three people asked, and `huida …` over it. */
function folderOfThree() {
  const data = join(temporaryFolder(), 'data');
  const log = openRecordLog(join(data, 'records.sqlite'));
  for (const [person, words] of [[ONE, '青霜紫电'], [ONE, '青霜紫电又一问'], [OTHER, '白云苍狗'], [MODERATOR, '金石丝竹']] as const) log.append({ ...recordSaying(`${person}-${words.length}`, words), asker: person });
  log.feedback.append({ recordId: `${OTHER}-4`, atUtc: '2026-01-01T00:00:00.000Z', kind: 'down', reason: 'wrong', comment: '青霜紫电的意见', asker: ONE });
  log.close();
  const state = openChatState(join(data, 'chats.sqlite'));
  state.setLanguage(ONE, 'en');
  state.addTurn('c', ONE, { answerId: `${ONE}-4`, atMs: Date.now() }, 5);
  state.keep('asked', 'x', { value: '青霜紫电在此', person: ONE, untilMs: null });
  state.setLanguage(OTHER, 'en');
  state.close();
  const run = async (words: readonly string[], environment: Record<string, string> = { BOT_TOKEN: TOKEN, MODERATOR_IDS: '44' }) => await runCli([...words, '--data', data], { environment });
  const holds = (words: string): boolean => readdirSync(data).some((name) => readFileSync(join(data, name)).includes(words));
  return { data, run, holds };
}

test('134: forget tells first, then removes for good; the second time there is nothing', async () => {
  const { data, run, holds } = folderOfThree();
  const before = await run(['forget', '42']);
  expect(before).toEqual({ code: 0, stderr: '', stdout: 'Kept of 42: 2 questions, 1 votes and requests to staff, 3 entries of conversation and settings. Nothing was removed; add --yes to remove it for good.\n' });
  expect(holds('青霜紫电')).toBe(true);
  const done = await run(['forget', '42', '--yes']);
  expect(done).toEqual({ code: 0, stderr: '', stdout: 'Removed of 42: 2 questions, 1 votes and requests to staff, 3 entries of conversation and settings.\n' });
  expect([holds('青霜紫电'), holds(ONE), holds('白云苍狗'), holds(OTHER)]).toEqual([false, false, true, true]);
  const twice = await run(['forget', '42', '--yes', '--json']);
  expect([twice.code, JSON.parse(twice.stdout)]).toEqual([1, { error: { exitCode: 1, message: expect.stringMatching(/^Nothing is kept of 42; [^\n]*\.$/u) as string } }]);
  expect((await run(['audit', 'verify'])).code).toBe(0);
  const file = openConsoleFile(join(data, 'console.sqlite'));
  const actions = file.actions.after(0).map(({ personId, action, subject, detail }) => ({ personId, action, subject, detail }));
  file.close();
  expect(actions).toEqual([{ personId: 'local', action: 'forgot a person', subject: '', detail: { records: 2, votes: 1, others: 3 } }]);
});

test('134: a moderator is forgotten as an asker, and is told that their decisions stay', async () => {
  const { run, holds } = folderOfThree();
  const judged = await run(['forget', '44', '--yes']);
  expect(judged).toMatchObject({ code: 0, stderr: '', stdout: 'Removed of 44: 1 questions, 0 votes and requests to staff, 0 entries of conversation and settings. What this person did as staff or moderator stays in the log of actions.\n' });
  expect(holds('金石丝竹')).toBe(false);
});

test('134: a pseudonym from the log does without the token, an id does not', async () => {
  const { run } = folderOfThree();
  const asker = (JSON.parse((await run(['logs', 'show', `${OTHER}-4`, '--json'])).stdout) as { asker: string }).asker;
  expect(await run(['forget', asker, '--json'], {})).toMatchObject({ code: 0, stdout: `${JSON.stringify({ records: 1, votes: 0, others: 1, hasRole: false, isDone: false })}\n` });
  expect(await run(['forget', '42'], {})).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^People are kept under pseudonyms made with BOT_TOKEN, which is not set; .*\n$/u) as string });
});

test.each(['0', 'anna', '@anna', '1 OR 1=1', '42\n43', '', '9'.repeat(30), '../x'])('134: forget %j, which is nobody, is refused in one sentence and makes no file', async (person) => {
  const folder = temporaryFolder();
  const run = await runCli(['forget', person, '--yes', '--data', join(folder, 'data')], { environment: { BOT_TOKEN: TOKEN } });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(/^The person is ".*", but must be a Telegram id, [^\n]*\n$/u);
});

test('134: an unknown id ends with 1, and makes no file where there is none', async () => {
  const folder = temporaryFolder();
  const run = await runCli(['forget', '7', '--yes', '--data', join(folder, 'data')], { environment: { BOT_TOKEN: TOKEN } });
  expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Nothing is kept of 7; [^\n]*\n$/u) as string });
  expect(readdirSync(folder)).toEqual([]);
});
