import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ARTICLE_KINDS, type ArticleKind } from '../../domain/corpus.js';
import { ClearError } from '../../domain/errors.js';

/** Beside the index: what is corrected there survives every ingest, and the documents stay as they came. */
export const DESCRIPTIONS_FILE = 'descriptions.yaml';

interface Description {
  title?: string | undefined;
  body?: string | undefined;
  meeting?: string | undefined;
  date?: string | null | undefined;
  kind?: ArticleKind | undefined;
}

const FIELDS = ['title', 'body', 'meeting', 'date', 'kind'] as const;
const word = z.string('text; put it in quotation marks').transform((text) => text.trim()).nullable().transform((text) => text ?? '').optional();
const description = z.strictObject({
  title: word,
  body: word,
  meeting: word,
  date: z.iso.date('a day of the calendar as YYYY-MM-DD, or null').nullable().optional(),
  kind: z.enum(ARTICLE_KINDS, `one of ${ARTICLE_KINDS.join(', ')}`).optional(),
}, 'title, body, meeting, date or kind, each with a colon and its value');

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
    const field = String(issue?.path[0] ?? '');
    if (issue?.code === 'unrecognized_keys') throw wrong(`${JSON.stringify(id)} has ${JSON.stringify(issue.keys[0])}, but only ${FIELDS.join(', ')} can be corrected`);
    if (field === '') throw wrong(`${JSON.stringify(id)} says nothing that is known; write ${issue?.message ?? ''}`);
    throw wrong(`${JSON.stringify(id)} has ${field} ${JSON.stringify((value as Record<string, unknown>)[field])}, but it must be ${issue?.message ?? 'another value'}`);
  }));
}
