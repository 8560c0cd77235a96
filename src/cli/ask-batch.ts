import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Question } from '../domain/answer.js';
import { ClearError } from '../domain/errors.js';
import type { House, Output } from './house.js';

const id = z.union([z.string(), z.number()]);
/** Further keys are let through, so that a question table can be asked as it is. */
const lineShape = z.object({ id, question: z.string(), history: z.array(z.object({ question: z.string() })).default([]) });

/**
 * Asks every line of a file (`-`: standard input) and writes one object a line as soon as it is known, in the order of the input.
 * A line that is not a question gives `{"id", "error"}` and a sentence on standard error; the rest is still asked.
 * Returns the exit code: 1 when a line was bad or a question failed.
 */
export async function askBatch(file: string, house: House, output: Output): Promise<0 | 1> {
  const input = file === '-' ? output.input : await openFile(file);
  let lineNumber = 0;
  let exitCode: 0 | 1 = 0;
  for await (const line of linesOf(input)) {
    lineNumber++;
    const written = lineNumber === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (written.trim() === '') continue;
    const read = readLine(written);
    if ('fault' in read) {
      exitCode = 1;
      const message = `Line ${lineNumber} of ${file === '-' ? 'standard input' : file} ${read.fault}; write it as {"id": "…", "question": "…"}.`;
      output.writeError(`${message}\n`);
      await output.write(`${JSON.stringify({ id: read.id, error: { message, exitCode: 1 } })}\n`);
      continue;
    }
    // The log wants ids that never repeat, a table of questions is asked many times: the line's own id is put back into the answer.
    const answer = await house.ask({ ...read, id: randomUUID() }, 'batch');
    if (answer.status.startsWith('failed')) exitCode = 1;
    await output.write(`${JSON.stringify({ ...answer, id: read.id })}\n`);
  }
  return exitCode;
}

type ReadLine = (Omit<Question, 'id'> & { id: string | number }) | { fault: string; id: string | number | null };

function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: 'is not valid JSON', id: null };
  }
  const outcome = lineShape.safeParse(value);
  if (outcome.success) return outcome.data;
  const readableId = z.object({ id }).safeParse(value);
  const where = outcome.error.issues[0]?.path.join('.') ?? '';
  return { fault: where === '' ? 'is not an object' : `has no usable "${where}"`, id: readableId.success ? readableId.data.id : null };
}

/** Split at line feeds only: readline would also split at U+2028, which may stand inside a JSON string. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Opened before the first question, so that a wrong path costs nothing. */
async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  try {
    if ((await stat(file)).isDirectory()) throw new ClearError(`${JSON.stringify(file)} is a folder; --batch needs a .jsonl file or "-".`);
    const stream = createReadStream(file);
    await new Promise<void>((resolve, reject) => { stream.once('open', () => { resolve(); }).once('error', reject); });
    return stream;
  } catch (cause) {
    if (cause instanceof ClearError) throw cause;
    throw new ClearError(`The batch file ${JSON.stringify(file)} does not exist or cannot be read; give a .jsonl file, or "-" for standard input.`, 1, { cause });
  }
}
