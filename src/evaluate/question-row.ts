import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ClearError } from '../domain/errors.js';

const pattern = z.string().refine(isPattern, 'is not a regular expression');
/** `split` says what a row is for (train, trial). */
const common = { id: z.string(), question: z.string(), type: z.string().optional(), kind: z.string().optional(), split: z.string().optional(), history: z.array(z.object({ question: z.string() })).default([]) };

/** Judged by reference answers that stand literally in the documents. */
const goldRow = z.object({
  ...common,
  answerable: z.boolean(),
  answers: z.array(z.string()).optional(),
  spans: z.array(z.tuple([z.string(), z.number(), z.number()])).optional(),
  doc_ids: z.array(z.string()).default([]),
  near_doc_ids: z.array(z.string()).optional(),
});

/** Judged by patterns: every group of `accept` must be met by one of its patterns. */
const patternRow = z.object({
  ...common,
  accept: z.array(z.array(pattern)),
  cite: pattern.nullish(),
  refuse: z.boolean(),
  forbid: z.array(z.string()).default([]),
  verdict: z.string().nullish(),
});

export type GoldRow = z.infer<typeof goldRow>;
export type PatternRow = z.infer<typeof patternRow>;
export type QuestionRow = GoldRow | PatternRow;

export function isPatternRow(row: QuestionRow): row is PatternRow {
  return 'accept' in row;
}

export function isAnswerable(row: QuestionRow): boolean {
  return isPatternRow(row) ? !row.refuse : row.answerable;
}

/** The name under which a row is counted. */
export function groupOf(row: QuestionRow): string {
  return row.type ?? row.kind ?? 'all';
}

/** Reads a golden table (`.jsonl`). Throws ClearError naming the file and line of a row that cannot be judged. */
export function readQuestionRows(file: string): QuestionRow[] {
  return readJsonLines(file).map(({ line, value }) => {
    const shape = typeof value === 'object' && value !== null && 'accept' in value ? patternRow : goldRow;
    const outcome = shape.safeParse(value);
    if (outcome.success) return outcome.data;
    const issue = outcome.error.issues[0];
    throw new ClearError(`Line ${line} of ${file} is not a question row: "${issue?.path.join('.') ?? ''}" ${issue?.message ?? ''}; see test/README.md for the two formats.`);
  });
}

const documentShape = z.object({ id: z.string(), text: z.string() });

/** Texts of a `.jsonl` corpus by document id: reference answers given as spans are cut from them. */
export function readDocumentTexts(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { value } of readJsonLines(file)) {
    const outcome = documentShape.safeParse(value);
    if (outcome.success) texts.set(outcome.data.id, outcome.data.text);
  }
  return texts;
}

function readJsonLines(file: string): { line: number; value: unknown }[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ClearError(`The table ${JSON.stringify(file)} does not exist or cannot be read; give a .jsonl file.`, 1, { cause });
  }
  return text.replace(/^\uFEFF/u, '').split('\n').flatMap((row, index) => {
    if (row.trim() === '') return [];
    try {
      return [{ line: index + 1, value: JSON.parse(row) as unknown }];
    } catch (cause) {
      throw new ClearError(`Line ${index + 1} of ${file} is not valid JSON; correct or remove it.`, 1, { cause });
    }
  });
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
