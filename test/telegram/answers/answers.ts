// Invented answers through the whole bot to the strict simulator: npm run test:answers [-- --count 10000 --seed 1]
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NAUGHTY } from './invent-answers.js';
import { runAnswers } from './run-answers.js';

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } });
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isInteger(count) || count < 1 || count > 1_000_000 || !Number.isInteger(seed)) {
  console.error(`--count is ${JSON.stringify(values.count)} and --seed ${JSON.stringify(values.seed)}, but they must be whole numbers, the count from 1 to 1000000; correct them and run again.`);
  process.exit(2);
}

/** Beside the project on some machines. */
const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const strangers = [...NAUGHTY];
if (existsSync(`${SHARED}naughty-strings.json`)) strangers.push(...(JSON.parse(readFileSync(`${SHARED}naughty-strings.json`, 'utf8')) as string[]));
else console.log('skipped: naughty-strings.json is not there');
if (existsSync(`${SHARED}attacks.jsonl`)) strangers.push(...readFileSync(`${SHARED}attacks.jsonl`, 'utf8').split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text));
else console.log('skipped: attacks.jsonl is not there');

const result = await runAnswers(count, strangers, seed);
const isKept = result.rejected.length === 0 && result.parseErrors === 0 && result.lost === 0 && result.longestCallbackData <= 64;
console.log(`${result.answers} answers in ${result.messages} messages, ${strangers.length} strings of strangers among them: ${result.rejected.length} rejected (0), ${result.parseErrors} parse errors (0), ${result.lost} lost (0), callback data at most ${result.longestCallbackData} bytes (64): ${isKept ? 'kept' : 'BROKEN'}`);
if (!isKept) {
  process.exitCode = 1;
  for (const { method, outcome, text } of result.rejected.slice(0, 20)) console.error(`${method} ${outcome}: ${text}`);
}
