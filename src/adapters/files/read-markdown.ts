import { parse } from 'yaml';
import type { z } from 'zod';
import type { GivenHeader } from '../../domain/corpus.js';
import { frontMatterSchema, givenHeader } from './given-header.js';

export type MarkdownParts = { given: GivenHeader; text: string; firstLine: number } | { reason: string };

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Front matter and text of a Markdown file; a file without front matter is all text. */
export function readMarkdown(content: string): MarkdownParts {
  const match = FRONT_MATTER.exec(content);
  if (match === null) return { given: {}, text: content, firstLine: 1 };
  let fields: unknown;
  try {
    fields = parse(match[1] ?? '') ?? {};
  } catch (error) {
    return { reason: `The front matter is not valid YAML: ${firstLineOf(error)}` };
  }
  if (typeof fields !== 'object' || Array.isArray(fields)) return { reason: 'The front matter must be lines of the form "key: value" with the keys title, body, meeting, date, kind, source.' };
  const read = frontMatterSchema.safeParse(fields);
  if (!read.success) return { reason: explain(read.error, fields as Record<string, unknown>) };
  const text = content.slice(match[0].length);
  if (text.trim() === '') return { reason: 'The file has front matter but no text under it.' };
  return { given: givenHeader(read.data), text, firstLine: match[0].split('\n').length };
}

/** One sentence: the key, the value received, the values allowed. */
function explain(error: z.ZodError, fields: Record<string, unknown>): string {
  const issue = error.issues[0];
  const key = String(issue?.path[0] ?? '');
  const allowed = issue?.code === 'invalid_union' ? 'a line of text' : (issue?.message ?? '');
  return `The front matter has ${key}: ${JSON.stringify(fields[key])}; allowed is ${allowed}.`;
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/:$/, '.') ?? '';
}
