import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { ClearError } from './domain/errors.js';
import type { HelpNumbers } from './answer/reply.js';
import { HELP_KEYS, helpNumbersOf } from './help-numbers.js';
import { idList, idsOf } from './id-list.js';
import { embeddingOf, MODEL_KEYS, modelOf, type EmbeddingConfig, type ModelConfig } from './model-config.js';

/** Everything the program can be told from outside. This file is the only reader of the environment. */
export interface Config {
  /** Absolute path. Holds the index generations and the record log. */
  dataFolder: string;
  /** Absolute path of the documents an empty data folder is filled from. */
  corpusFolder: string;
  /** Secret; null when no bot is to run. */
  botToken: string | null;
  /** Base URL of the Bot API without a trailing slash; null means Telegram's own. */
  telegramApiRoot: string | null;
  /** Proxy that the Bot API is reached through, with its password where it has one: a secret; null means directly. */
  telegramProxy: string | null;
  /** Where Telegram posts updates, the secret it shows, and where we listen; null means that they are polled for. */
  webhook: { url: string; secret: string; port: number; host: string } | null;
  /** Telegram ids of those who may do more than ask. */
  roles: { staff: number[]; moderators: number[]; administrators: number[] };
  /** How much may be asked of the bot: by one person in a minute and on a day, by all on a day. */
  limits: { perMinute: number; perDay: number; perDayAll: number };
  /** Whether a running service reads folders again when something in them changes. */
  watchesFolders: boolean;
  /** Days that the log keeps a question. */
  recordDays: number;
  /** Whom somebody in danger is told to call. */
  helpNumbers: HelpNumbers;
  /** Threads that answer beside the service's own; null means as many as fit the machine. */
  answerThreads: number | null;
  /** The language model that words answers; null means that they go out as they were found. */
  model: ModelConfig | null;
  /** The embedding model of the index; null means the one that is built in. */
  embedding: EmbeddingConfig | null;
  /** Port of the console; null means that none is started. */
  consolePort: number | null;
  /** Address the console listens on. */
  consoleHost: string;
  /** Where the console is reached through a proxy with TLS, without a trailing slash; null means directly. */
  consoleAddress: string | null;
}

const PACKAGE_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

const path = z.string().refine((text) => !text.includes('\0'), 'a path without NUL characters');
const token = z.string().regex(/^\d{1,20}:[\w-]{1,100}$/u, 'digits, a colon, then letters, digits, "_" or "-", such as 123456:ABC-DEF; copy only that line from @BotFather');
const amount = z.string().regex(/^[1-9]\d{0,8}$/u, 'a whole number from 1 to 999999999');
const threads = z.string().refine((text) => /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= 32, 'a whole number from 1 to 32');
const yesOrNo = z.enum(['yes', 'no'], 'yes or no');
const webAddress = z.string().refine(isWebAddress, 'an http:// or https:// address without user name, query or fragment, such as http://127.0.0.1:8081');
const proxyAddress = z.string().refine(isProxyAddress, 'an http://, https:// or socks5:// address with a port and nothing behind it, such as http://127.0.0.1:7890 or socks5://name:password@proxy.example.org:1080');
const webhookAddress = z.string().refine(isWebhookAddress, 'an https:// address with a name (not an IP address) on port 443, 80, 88 or 8443 without user name, query or fragment, such as https://bot.example.org/telegram');
const secret = z.string().regex(/^[\w-]{32,256}$/u, '32 to 256 letters, digits, "_" or "-", such as what "openssl rand -hex 32" prints');
const portNumber = z.string().refine((text) => /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535, 'a port, 1 to 65535, such as 8787');
const hostAddress = z.string().refine((text) => isIP(text) !== 0, 'an IP address of this machine, such as 127.0.0.1');

/** The keys, each with what it may hold. `.env.example` documents them; a test keeps the two lists equal. */
const KEYS = { DATA_DIR: path, CORPUS_DIR: path, BOT_TOKEN: token, TELEGRAM_API_ROOT: webAddress, TELEGRAM_PROXY: proxyAddress, WEBHOOK_URL: webhookAddress, WEBHOOK_SECRET: secret, WEBHOOK_PORT: portNumber, WEBHOOK_HOST: hostAddress, STAFF_IDS: idList, MODERATOR_IDS: idList, ADMINISTRATOR_IDS: idList, QUESTIONS_PER_MINUTE: amount, QUESTIONS_PER_DAY: amount, QUESTIONS_PER_DAY_ALL: amount, RECORD_DAYS: amount, WATCH_FOLDERS: yesOrNo, ANSWER_THREADS: threads, CONSOLE_PORT: portNumber, CONSOLE_HOST: hostAddress, CONSOLE_ADDRESS: webAddress, OPENAI_BASE_URL: webAddress, ...HELP_KEYS, ...MODEL_KEYS } as const;
type Key = keyof typeof KEYS;
export const CONFIG_KEYS = Object.keys(KEYS) as Key[];
const SECRET_KEYS: ReadonlySet<string> = new Set<Key>(['BOT_TOKEN', 'WEBHOOK_SECRET', 'TELEGRAM_PROXY', 'OPENAI_API_KEY']);

interface Surroundings {
  /** Defaults to the process's own. */
  environment?: Record<string, string | undefined>;
  /** Folder of the `.env` file and of relative paths. Defaults to the working folder. */
  folder?: string;
}

/**
 * Reads the environment and, for what it does not set, the `.env` file of the working folder.
 * Throws ClearError (exit code 2) for an unknown key or a value that is not allowed; secrets are never part of the message.
 */
export function readConfig({ environment = process.env, folder = process.cwd() }: Surroundings = {}): Config {
  const written = readDotEnv(resolve(folder, '.env'));
  refuseUnknownKeys(Object.keys(written), 'the .env file');
  refuseUnknownKeys(Object.keys(environment).filter((name) => name.startsWith('HUIDA_')), 'the environment');
  const valueOf = (key: Key): string | null => checked(key, environment[key] ?? written[key]);
  return {
    dataFolder: resolve(folder, valueOf('DATA_DIR') ?? 'data'),
    corpusFolder: resolve(folder, valueOf('CORPUS_DIR') ?? resolve(PACKAGE_FOLDER, 'corpus')),
    botToken: valueOf('BOT_TOKEN'),
    roles: { staff: idsOf(valueOf('STAFF_IDS')), moderators: idsOf(valueOf('MODERATOR_IDS')), administrators: idsOf(valueOf('ADMINISTRATOR_IDS')) },
    limits: { perMinute: Number(valueOf('QUESTIONS_PER_MINUTE') ?? 15), perDay: Number(valueOf('QUESTIONS_PER_DAY') ?? 300), perDayAll: Number(valueOf('QUESTIONS_PER_DAY_ALL') ?? 100_000) },
    recordDays: Number(valueOf('RECORD_DAYS') ?? 180),
    helpNumbers: helpNumbersOf(valueOf),
    watchesFolders: valueOf('WATCH_FOLDERS') !== 'no',
    answerThreads: valueOf('ANSWER_THREADS') === null ? null : Number(valueOf('ANSWER_THREADS')),
    telegramApiRoot: valueOf('TELEGRAM_API_ROOT')?.replace(/\/+$/u, '') ?? null,
    telegramProxy: valueOf('TELEGRAM_PROXY'),
    webhook: webhookOf(valueOf),
    model: modelOf(valueOf),
    embedding: embeddingOf(valueOf),
    ...consoleOf(valueOf),
  };
}

/** Without a secret anybody could post updates in anybody's name. */
function webhookOf(valueOf: (key: Key) => string | null): Config['webhook'] {
  const [url, secret, port, host] = [valueOf('WEBHOOK_URL'), valueOf('WEBHOOK_SECRET'), valueOf('WEBHOOK_PORT'), valueOf('WEBHOOK_HOST')];
  if (url === null) {
    if (secret === null && port === null && host === null) return null;
    throw new ClearError('WEBHOOK_SECRET, WEBHOOK_PORT or WEBHOOK_HOST is set, but WEBHOOK_URL is not: set it for a webhook, or remove them for polling.', 2);
  }
  if (secret === null) throw new ClearError('WEBHOOK_URL is set, but WEBHOOK_SECRET is not: set it to 32 to 256 letters, digits, "_" or "-", such as what "openssl rand -hex 32" prints.', 2);
  return { url, secret, port: Number(port ?? 8788), host: host ?? '127.0.0.1' };
}

/** A console that others can reach is reached over TLS only: a proxy has to stand before it. */
function consoleOf(valueOf: (key: Key) => string | null): Pick<Config, 'consolePort' | 'consoleHost' | 'consoleAddress'> {
  const [port, host, address] = [valueOf('CONSOLE_PORT'), valueOf('CONSOLE_HOST') ?? '127.0.0.1', valueOf('CONSOLE_ADDRESS')];
  if (!/^(127\.|::1$)/u.test(host) && address?.startsWith('https://') !== true) {
    throw new ClearError(`CONSOLE_HOST is ${JSON.stringify(host)}, which others can reach, so CONSOLE_ADDRESS must be the https:// address of the proxy before it; set it, or leave CONSOLE_HOST at 127.0.0.1.`, 2);
  }
  return { consolePort: port === null ? null : Number(port), consoleHost: host, consoleAddress: address?.replace(/\/+$/u, '') ?? null };
}

/** The version in package.json. */
export function readVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(resolve(PACKAGE_FOLDER, 'package.json'), 'utf8'))).version;
}

function readDotEnv(file: string): Record<string, string> {
  try {
    return parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new ClearError(`The configuration file ${file} cannot be read; make it a readable text file or remove it.`, 2, { cause });
  }
}

function refuseUnknownKeys(names: readonly string[], place: string): void {
  const unknown = names.find((name) => !(name in KEYS));
  if (unknown === undefined) return;
  const meant = nearestWord(unknown.replace(/^HUIDA_/u, ''), CONFIG_KEYS);
  throw new ClearError(
    `Unknown key ${JSON.stringify(unknown)} in ${place}: ${meant === null ? '' : `did you mean ${meant}? `}Known keys are ${CONFIG_KEYS.join(', ')}; rename or remove it.`,
    2,
  );
}

/** An empty value counts as not set, so that a copied `.env.example` changes nothing. */
function checked(key: Key, raw: string | undefined): string | null {
  const value = raw?.trim() ?? '';
  if (value === '') return null;
  const outcome = KEYS[key].safeParse(value);
  if (outcome.success) return outcome.data;
  const received = SECRET_KEYS.has(key) ? `${value.length} characters (withheld)` : JSON.stringify(value.slice(0, 80));
  throw new ClearError(`${key} is ${received}, but must be ${outcome.error.issues[0]?.message ?? 'another value'}; correct it in the environment or in .env.`, 2);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

/** A port is asked for: a proxy on 80 or 443 is rarer than one that was forgotten, and socks5 has no other default that all programs share. */
function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text) || !/^(?:https?|socks5):\/\/[^/?#]*:\d{1,5}\/?$/u.test(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname !== '' && (username === '') === (password === '');
}

/** What Telegram posts to. */
function isWebhookAddress(text: string): boolean {
  if (!isWebAddress(text)) return false;
  const { protocol, port, hostname } = new URL(text);
  return protocol === 'https:' && ['', '443', '80', '88', '8443'].includes(port) && isIP(hostname.replace(/^\[|\]$/gu, '')) === 0;
}

/** The known word with the fewest edits, or null when even that is more than a third of its letters away. */
function nearestWord(written: string, known: readonly string[]): string | null {
  const ranked = known.map((word) => ({ word, edits: countEdits(written.toUpperCase(), word) })).sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits * 3 <= best.word.length ? best.word : null;
}

/** Levenshtein distance, one row at a time. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === to[j] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
