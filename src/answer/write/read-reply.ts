import { z } from 'zod';
import type { WrittenStatement } from './proof/prove-statement.js';

/** Longest reply that is read, in UTF-16 units. */
const MOST_UNITS = 20_000;

const number = z.union([z.number().int(), z.string().regex(/^\s*\[?\d{1,3}\]?\s*$/u).transform((text) => Number(text.replace(/\D/gu, '')))]);
const statement = z.object({ text: z.string().max(1000), passages: z.array(number).max(20) });
const shape = z.object({ statements: z.array(statement).max(20) });

/** The shape that a server is asked to hold the reply to. */
export const STATEMENTS_SCHEMA = {
  name: 'statements',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['statements'],
    properties: { statements: { type: 'array', items: { type: 'object', additionalProperties: false, required: ['text', 'passages'], properties: { text: { type: 'string' }, passages: { type: 'array', items: { type: 'integer' } } } } } },
  },
} as const;

/** The statements of a model's reply, or null where there is not exactly one object of the shape in it. What stands around it (a fence, thoughts, talk) is dropped. */
export function readReply(reply: string): WrittenStatement[] | null {
  const [found, ...others] = objectsOf(reply, shape);
  return found === undefined || others.length > 0 ? null : found.statements.map(cleaned);
}

/** The objects of a shape that stand in a reply. */
export function objectsOf<T>(reply: string, wanted: z.ZodType<T>): T[] {
  if (reply.length > MOST_UNITS) return [];
  const bare = reply.replace(/^\uFEFF/u, '').replace(/<think>[\s\S]*?<\/think>/gu, '');
  return objectsIn(bare).flatMap((text) => {
    const read = wanted.safeParse(parsed(text));
    return read.success ? [read.data] : [];
  });
}

/** The statements of a reply that is still coming: those that are complete. */
export function readStatementsSoFar(reply: string): WrittenStatement[] {
  if (reply.length > MOST_UNITS) return [];
  const list = /"statements"\s*:\s*\[/u.exec(reply.replace(/<think>[\s\S]*?(?:<\/think>|$)/gu, ''));
  if (list === null) return [];
  return objectsIn(list.input.slice(list.index + list[0].length)).flatMap((text) => {
    const read = statement.safeParse(parsed(text));
    return read.success ? [cleaned(read.data)] : [];
  });
}

function cleaned({ text, passages }: WrittenStatement): WrittenStatement {
  return { text: withoutMarkers(text), passages: [...new Set([...passages, ...markersIn(text)])] };
}

/** Markers that a model wrote into its sentence count as named passages, and are set anew. */
const MARKER = /\s*[[【［]\s*(\d{1,3})\s*[\]】］]/gu;

function markersIn(text: string): number[] {
  return Array.from(text.matchAll(MARKER), (match) => Number(match[1]));
}

function withoutMarkers(text: string): string {
  return text.replace(MARKER, '').replace(/\s+/gu, ' ').trim();
}

/** Outermost {…} of a text; braces inside strings do not count. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let [depth, start, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString && character === '\\') at++;
    else if (character === '"' && depth > 0) isString = !isString;
    else if (isString) continue;
    else if (character === '{' && depth++ === 0) start = at;
    else if (character === '}' && depth > 0 && --depth === 0) found.push(text.slice(start, at + 1));
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/,\s*(?=[\]}])/gu, ''));
  } catch {
    return null;
  }
}
