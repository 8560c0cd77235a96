import { z } from 'zod';
import { ARTICLE_KINDS, type GivenHeader } from '../../domain/corpus.js';

const word = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const optionalWord = word.nullish();

/** What front matter may say; other keys are left alone. */
export const frontMatterSchema = z.object({
  title: optionalWord,
  body: optionalWord,
  meeting: optionalWord,
  date: word.refine(isIsoDate, { error: 'a day of the calendar as YYYY-MM-DD' }).nullish(),
  kind: z.enum(ARTICLE_KINDS, { error: `one of ${ARTICLE_KINDS.join(', ')}` }).nullish(),
  source: optionalWord,
});

/**
 * A row of a `.jsonl` corpus. Text and id are needed; a date or kind that cannot be read counts as not given,
 * for a corpus exported elsewhere must not lose a document over a label.
 */
export const rowSchema = z.object({
  id: z.union([z.string().trim().min(1), z.number()]).transform(String),
  text: z.string().refine((text) => text.trim() !== ''),
  title: optionalWord,
  body: optionalWord,
  meeting: optionalWord,
  date: z.unknown().optional(),
  kind: z.unknown().optional(),
  source: optionalWord,
});

type Row = z.infer<typeof rowSchema>;

/** What a row states of itself, in the form of front matter. */
export function givenByRow({ date, kind, ...words }: Row): GivenHeader {
  return givenHeader({ ...words, date: typeof date === 'string' ? looseIsoDate(date) : undefined, kind: ARTICLE_KINDS.find((known) => known === kind) });
}

/** The stated fields alone: absent, null and blank ones are left out. */
export function givenHeader(fields: { [Key in keyof GivenHeader]?: GivenHeader[Key] | null | undefined }): GivenHeader {
  const given: GivenHeader = {};
  for (const key of ['title', 'body', 'meeting', 'date', 'source'] as const) {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '') given[key] = value.trim();
  }
  if (fields.kind !== null && fields.kind !== undefined) given.kind = fields.kind;
  return given;
}

/** True for YYYY-MM-DD that is a day of the calendar. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** 2025-2-9, 2025/02/09, 2025.2.9, 2025年2月9日 and a date with a time of day behind it. */
function looseIsoDate(text: string): string | undefined {
  const parts = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(text);
  if (parts === null) return undefined;
  const iso = `${String(parts[1])}-${String(parts[2]).padStart(2, '0')}-${String(parts[3]).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}
