import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';

/** Longer than any expression, shorter than a sentence pasted by mistake. */
const LONGEST_WORDING = 40;

const wording = z.string().trim().min(1).max(LONGEST_WORDING);
const shape = z.strictObject({
  note: z.string().optional(),
  entries: z.array(z.strictObject({ say: z.array(wording).min(1), write: z.array(wording).min(1) })).default([]),
  same: z.array(z.array(wording).min(2)).default([]),
});

/** Spoken wordings with those of records, and groups of wordings that records use for one thing. */
export type ThesaurusFile = Omit<z.infer<typeof shape>, 'note'>;

/** Reads a thesaurus. Throws ClearError when the file is missing, is no JSON, or an entry is not of the shape; the message names the entry and what is allowed. */
export function readThesaurus(file: string | URL): ThesaurusFile {
  return readShape(file, readText(file));
}

/** The staff's own thesaurus beside the built-in one; without the file, an empty one. Throws like `readThesaurus`. */
export function readStaffThesaurus(file: string): ThesaurusFile {
  try {
    return readThesaurus(file);
  } catch (error) {
    if (error instanceof ClearError && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ENOENT') return { entries: [], same: [] };
    throw error;
  }
}

function readText(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (cause) {
    throw new ClearError(`The thesaurus ${nameOf(file)} cannot be read; make it a readable text file or remove it.`, 1, { cause });
  }
}

function readShape(file: string | URL, text: string): ThesaurusFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new ClearError(`The thesaurus ${nameOf(file)} is not JSON (${cause instanceof Error ? cause.message : 'unreadable'}); correct or remove it.`, 1, { cause });
  }
  const outcome = shape.safeParse(data);
  if (outcome.success) return { entries: outcome.data.entries, same: outcome.data.same };
  const issue = outcome.error.issues[0];
  const path = [...(issue?.path ?? [])].map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('').replace(/^\./, '');
  const received = receivedAt(data, issue?.path ?? []);
  throw new ClearError(`The thesaurus ${nameOf(file)} has ${path === '' ? 'at its top' : `at ${path}`} ${received}, but must have ${allowedAt(issue)}; correct that place.`, 1, { cause: outcome.error });
}

function receivedAt(data: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = data;
  for (const key of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  const written = value === undefined ? 'nothing' : JSON.stringify(value);
  return written.length > 80 ? `${written.slice(0, 80)}…` : written;
}

function allowedAt(issue: z.core.$ZodIssue | undefined): string {
  const [list, , field] = issue?.path ?? [];
  const oneWording = `a wording of 1 to ${String(LONGEST_WORDING)} characters in quotation marks`;
  if (issue?.code === 'unrecognized_keys') return list === 'entries' ? 'no keys but "say" and "write"' : 'no keys but "entries", "same" and "note"';
  if (list === 'entries' && typeof field === 'string') return issue?.path.length === 4 ? oneWording : 'a list of at least one wording';
  if (list === 'entries') return issue?.path.length === 1 ? 'a list of entries' : 'an entry {"say": ["…"], "write": ["…"]}';
  if (list === 'same') return issue?.path.length === 3 ? oneWording : issue?.path.length === 2 ? 'a list of at least two wordings' : 'a list of lists of wordings';
  return list === 'note' ? 'a text in quotation marks' : 'an object {"entries": […], "same": […]}';
}

function nameOf(file: string | URL): string {
  return file instanceof URL ? file.pathname : file;
}
