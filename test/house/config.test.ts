import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIG_KEYS, readConfig } from '../../src/config.js';
import { ClearError } from '../../src/domain/errors.js';
import { PROJECT } from './project.js';

const TOKEN = '123456:ABC-DEF_ghi';
const SECRET = 's'.repeat(40);
let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'huida-config-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const read = (environment: Record<string, string>, dotEnv?: string) => {
  if (dotEnv !== undefined) writeFileSync(join(folder, '.env'), dotEnv);
  return readConfig({ environment, folder });
};
const faultOf = (environment: Record<string, string>, dotEnv?: string): ClearError => {
  try {
    read(environment, dotEnv);
  } catch (error) {
    if (error instanceof ClearError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({ dataFolder: join(folder, 'data'), corpusFolder: join(PROJECT, 'corpus'), botToken: null, telegramApiRoot: null, telegramProxy: null, webhook: null, model: null, embedding: null, roles: { staff: [], moderators: [], administrators: [] }, limits: { perMinute: 15, perDay: 300, perDayAll: 100_000 }, recordDays: 180, helpNumbers: { police: '110', ambulance: '120', counselling: '12356' }, watchesFolders: true, answerThreads: null, consolePort: null, consoleHost: '127.0.0.1', consoleAddress: null });
  });

  it('reads .env, and lets the environment win', () => {
    const config = read({ DATA_DIR: '/srv/huida' }, `DATA_DIR=elsewhere\nBOT_TOKEN="${TOKEN}"\nTELEGRAM_API_ROOT=http://127.0.0.1:8081//\n`);
    expect(config).toMatchObject({ dataFolder: '/srv/huida', botToken: TOKEN, telegramApiRoot: 'http://127.0.0.1:8081' });
  });

  it('takes a .env with a mark of byte order, CRLF, quotes and white space', () => {
    expect(read({}, `\uFEFFBOT_TOKEN= '${TOKEN}' \r\nDATA_DIR=资料 夹\r\n`)).toMatchObject({ botToken: TOKEN, dataFolder: join(folder, '资料 夹') });
  });

  it('reads a model, at its own address or at the usual one of a key', () => {
    expect(read({ CHAT_MODEL: 'qwen2.5:14b', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/' }).model).toEqual({ name: 'qwen2.5:14b', baseUrl: 'http://127.0.0.1:11434/v1', apiKey: null, ceilings: { tokensPerDay: 2_000_000, tokensPerDayUser: 100_000, moneyPerDay: null, moneyPerDayUser: null, priceInput: 0, priceOutput: 0 } });
    expect(read({ CHAT_MODEL: 'm', OPENAI_API_KEY: 'k', MODEL_MONEY_PER_DAY: '2.5', MODEL_PRICE_INPUT: '0.1' }).model).toMatchObject({ baseUrl: 'https://api.openai.com/v1', apiKey: 'k', ceilings: { moneyPerDay: 2.5, priceInput: 0.1 } });
    expect(read({ OPENAI_API_KEY: 'k' }).model).toBeNull();
  });

  it('changes nothing for a copied .env.example, which documents every key', () => {
    const example = readFileSync(join(PROJECT, '.env.example'), 'utf8');
    expect(read({}, example)).toEqual(read({}, ''));
    expect([...example.matchAll(/^([A-Z_]+)=/gmu)].map((match) => match[1]).sort()).toEqual([...CONFIG_KEYS].sort());
  });

  it.each([
    [{}, 'BOT_TOKN=x', `Unknown key "BOT_TOKN" in the .env file: did you mean BOT_TOKEN? Known keys are ${CONFIG_KEYS.join(', ')}; rename or remove it.`],
    [{}, 'SOMETHING_ELSE=x', `Unknown key "SOMETHING_ELSE" in the .env file: Known keys are ${CONFIG_KEYS.join(', ')}; rename or remove it.`],
    [{ HUIDA_DATA_DIR: 'x' }, '', `Unknown key "HUIDA_DATA_DIR" in the environment: did you mean DATA_DIR? Known keys are ${CONFIG_KEYS.join(', ')}; rename or remove it.`],
    [{ TELEGRAM_API_ROOT: 'localhost' }, '', 'TELEGRAM_API_ROOT is "localhost", but must be an http:// or https:// address without user name, query or fragment, such as http://127.0.0.1:8081; correct it in the environment or in .env.'],
    [{ TELEGRAM_API_ROOT: 'file:///etc' }, '', 'TELEGRAM_API_ROOT is "file:///etc", but'],
    [{ TELEGRAM_API_ROOT: 'https://u:p@example.org' }, '', 'TELEGRAM_API_ROOT is'],
    [{ TELEGRAM_PROXY: 'name:pa55word@proxy' }, '', 'TELEGRAM_PROXY is 19 characters (withheld), but must be an http://, https:// or socks5:// address with a port'],
    [{ TELEGRAM_PROXY: 'ftp://127.0.0.1:21' }, '', 'TELEGRAM_PROXY is 18 characters (withheld)'],
    [{ TELEGRAM_PROXY: 'http://proxy.example.org' }, '', 'with a port and nothing behind it'],
    [{ TELEGRAM_PROXY: 'http://127.0.0.1:7890/path' }, '', 'TELEGRAM_PROXY is'],
    [{ TELEGRAM_PROXY: 'http://127.0.0.1:99999' }, '', 'TELEGRAM_PROXY is'],
    [{ QUESTIONS_PER_DAY: '-1' }, '', 'QUESTIONS_PER_DAY is "-1", but must be a whole number from 1 to 999999999'],
    [{ RECORD_DAYS: '0' }, '', 'RECORD_DAYS is "0", but must be a whole number from 1 to 999999999'],
    [{ CHAT_MODEL: 'qwen' }, '', 'CHAT_MODEL is set, but neither OPENAI_BASE_URL nor OPENAI_API_KEY is'],
    [{ CHAT_MODEL: 'a model', OPENAI_API_KEY: 'k' }, '', 'CHAT_MODEL is "a model", but must be the name of a model'],
    [{ EMBEDDING_MODEL: 'e', OPENAI_API_KEY: 'k' }, '', 'EMBEDDING_MODEL is set, but EMBEDDING_DIMENSION is not'],
    [{ EMBEDDING_MODEL: 'e', EMBEDDING_DIMENSION: '1024' }, '', 'EMBEDDING_MODEL is set, but neither OPENAI_BASE_URL nor OPENAI_API_KEY is'],
    [{ EMBEDDING_MODEL: 'e', EMBEDDING_DIMENSION: '9999', OPENAI_API_KEY: 'k' }, '', 'EMBEDDING_DIMENSION is "9999", but must be the number of components'],
    [{ CHAT_MODEL: 'm', OPENAI_API_KEY: 'two words' }, '', 'OPENAI_API_KEY is 9 characters (withheld), but must be'],
    [{ CHAT_MODEL: 'm', OPENAI_BASE_URL: 'localhost:1234' }, '', 'OPENAI_BASE_URL is "localhost:1234", but must be an http'],
    [{ CHAT_MODEL: 'm', OPENAI_API_KEY: 'k', MODEL_MONEY_PER_DAY: '5' }, '', 'MODEL_MONEY_PER_DAY or MODEL_MONEY_PER_DAY_USER is set, but MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT are not'],
    [{ CHAT_MODEL: 'm', OPENAI_API_KEY: 'k', MODEL_TOKENS_PER_DAY: '1.5' }, '', 'MODEL_TOKENS_PER_DAY is "1.5", but must be a whole number of tokens'],
    [{ STAFF_IDS: '@clerk' }, '', 'STAFF_IDS is "@clerk", but must be Telegram ids'],
    [{ STAFF_IDS: '0' }, '', 'must be Telegram ids'],
    [{ MODERATOR_IDS: '-5' }, '', 'must be Telegram ids'],
    [{ MODERATOR_IDS: '7, 7' }, '', 'must be a list in which no id stands twice'],
    [{ ADMINISTRATOR_IDS: '1087968824' }, '', 'must be ids of people'],
    ...['http://bot.example.org/x', 'https://203.0.113.7/x', 'https://[2001:db8::1]/x', 'https://bot.example.org:444/x', 'https://u:p@bot.example.org/x'].map((url): [Record<string, string>, string, string] => [{ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET }, '', `WEBHOOK_URL is "${url}", but must be an https:// address with a name`]),
    [{ WEBHOOK_URL: 'https://bot.example.org/x' }, '', 'WEBHOOK_URL is set, but WEBHOOK_SECRET is not: set it to 32 to 256 letters'],
    [{ WEBHOOK_URL: 'https://bot.example.org/x', WEBHOOK_SECRET: 'short' }, '', 'WEBHOOK_SECRET is 5 characters (withheld), but must be 32 to 256'],
    [{ WEBHOOK_URL: 'https://bot.example.org/x', WEBHOOK_SECRET: `${SECRET}!` }, '', 'WEBHOOK_SECRET is 41 characters (withheld)'],
    [{ WEBHOOK_URL: 'https://bot.example.org/x', WEBHOOK_SECRET: SECRET, WEBHOOK_PORT: 'abc' }, '', 'WEBHOOK_PORT is "abc", but must be a port'],
    [{ WEBHOOK_SECRET: SECRET }, '', 'but WEBHOOK_URL is not: set it for a webhook, or remove them for polling.'],
    [{ CONSOLE_PORT: '70000' }, '', 'CONSOLE_PORT is "70000", but must be a port, 1 to 65535, such as 8787; correct it'],
    [{ CONSOLE_HOST: '0.0.0.0' }, '', 'CONSOLE_HOST is "0.0.0.0", which others can reach, so CONSOLE_ADDRESS must be the https:// address of the proxy before it; set it, or leave CONSOLE_HOST at 127.0.0.1.'],
    [{ DATA_DIR: 'a\0b' }, '', 'DATA_DIR is "a\\u0000b", but must be a path without NUL characters'],
  ])('refuses %j with .env %j', (environment, dotEnv, sentence) => {
    const fault = faultOf(environment, dotEnv);
    expect(fault.message).toContain(sentence);
    expect(fault.exitCode).toBe(2);
  });

  it('leaves alone what other programs keep in the environment', () => {
    expect(read({ BOT_TOKN: 'x', HOME: '/root', LANG: 'C' }).botToken).toBeNull();
  });

  it.each(['abc-def', '998877', `Use this token to access the HTTP API: ${TOKEN} Keep it secure`, `${TOKEN} x`, `bot${TOKEN}`])('withholds a token that is none: %s', (wrong) => {
    const { message } = faultOf({ BOT_TOKEN: wrong });
    expect(message).toMatch(/^BOT_TOKEN is \d+ characters \(withheld\), but must be digits, a colon/u);
    expect(message).not.toContain(wrong);
    expect(message).not.toContain(TOKEN);
  });

  it('says so when .env cannot be read', () => {
    mkdirSync(join(folder, '.env'));
    expect(faultOf({}).message).toMatch(/^The configuration file .*\.env cannot be read; /u);
  });
});
