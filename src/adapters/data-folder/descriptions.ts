import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ARTICLE_KINDS, type ArticleKind } from '../../domain/corpus.js';
import type { FigureCorrection, PersonCorrection } from '../../domain/facts.js';
import { ClearError } from '../../domain/errors.js';
import { day, figure, oneOf, person } from './described-facts.js';

/** Beside the index: what is corrected there survives every ingest, and the documents stay as they came. */
export const DESCRIPTIONS_FILE = 'descriptions.yaml';

interface Description {
  title?: string | undefined;
  body?: string | undefined;
  meeting?: string | undefined;
  date?: string | null | undefined;
  kind?: ArticleKind | undefined;
  people?: PersonCorrection[] | undefined;
  figures?: FigureCorrection[] | undefined;
}

const FIELDS = ['title', 'body', 'meeting', 'date', 'kind', 'people', 'figures'] as const;
const word = z.string('text; put it in quotation marks').transform((text) => text.trim()).nullable().transform((text) => text ?? '').optional();
const description = z.strictObject({
  title: word,
  body: word,
  meeting: word,
  date: day.optional(),
  kind: oneOf(ARTICLE_KINDS).optional(),
  people: z.array(person, 'a list of names with their offices').optional(),
  figures: z.array(figure, 'a list of figures').optional(),
}, 'title, body, meeting, date, kind, people or figures, each with a colon and its value');

/**
 * What staff wrote of documents and articles, by id; empty when there is no such file.
 * Throws ClearError (exit code 2) with the place of the first mistake: a wrong correction must not get in half.
 */
export function readDescriptions(dataFolder: string): Map<string, Description> {
  const file = join(dataFolder, DESCRIPTIONS_FILE);
  if (!existsSync(file)) return new Map();
  const wrong = (what: string): ClearError => new ClearError(`${file}: ${what}; correct it and ingest again.`, 2);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    throw wrong('it cannot be read as UTF-8');
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw wrong(`line ${error.linePos?.[0].line ?? 1} is not YAML (${error.message.split('\n', 1)[0]?.replace(/ at line .*$/u, '') ?? ''})`);
  const written: unknown = document.toJS({ maxAliasCount: 0 });
  if (written === null || written === undefined) return new Map();
  if (typeof written !== 'object' || Array.isArray(written)) throw wrong('it must name documents or articles by their ids, each with what is right about it below');
  return new Map(Object.entries(written).map(([id, value]) => {
    const read = description.safeParse(value);
    if (read.success) return [id, read.data];
    const [issue] = read.error.issues;
    const path = issue?.path ?? [];
    const field = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('').slice(1);
    if (issue?.code === 'unrecognized_keys') throw wrong(`${JSON.stringify(id)} has ${JSON.stringify(issue.keys[0])}${field === '' ? '' : ` in ${field}`}, but only ${(path[0] === 'people' ? Object.keys(person.shape) : path[0] === 'figures' ? Object.keys(figure.shape) : FIELDS).join(', ')} can be corrected`);
    if (field === '') throw wrong(`${JSON.stringify(id)} says nothing that is known; write ${issue?.message ?? ''}`);
    const found = path.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step], value);
    throw wrong(`${JSON.stringify(id)} has ${found === undefined ? `no ${field}` : `${field} ${JSON.stringify(found)}`}, but it must be ${issue?.message ?? 'another value'}`);
  }));
}
