import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import { sayCoverage } from '../compose-help.js';
import type { Desk } from '../desk.js';
import { oneLine } from '../name-passage.js';
import { cleanRuns, type Run } from '../rich-text.js';
import { clip } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';
import type { Visit } from '../visit.js';
import type { CorpusState } from './corpus-desk.js';

const NAME_UNITS = 60;
const SHOWN_BODIES = 20;
const SHOWN_GAPS = 6;

/** `/status`: what the index and the log hold, and what waits. */
export async function sayStatus({ texts }: Visit, desk: Desk): Promise<Reply> {
  const state = await desk.corpus?.state();
  if (state === undefined) return composePlain(texts.say('status_unknown'));
  const { generation, logRows, vectorIndex, sqliteDriver } = state;
  const lines = [
    generation === null ? texts.say('status_no_index') : texts.say('status_index', { id: generation.id, at: generation.createdAtUtc.slice(0, 16).replace('T', ' '), ...generation.counts }),
    texts.say('status_log', { rows: logRows, waiting: desk.moderation?.waiting().length ?? 0 }),
    texts.say('status_engines', { vectors: vectorIndex ?? '–', sqlite: sqliteDriver }),
  ];
  return composePlain(lines.join('\n'));
}

/** `/coverage`: which organs are on record, from when to when, and what is missing in between. */
export async function showCoverage({ texts }: Visit, desk: Desk): Promise<Reply> {
  const coverage = await desk.corpus?.coverage();
  if (coverage === undefined || coverage.passages === 0) return composePlain(texts.say('covers_nothing'));
  const runs: Run[] = [{ text: `${sayCoverage({ ...coverage, bodies: [], examples: [] }, texts)}\n` }];
  for (const body of coverage.bodies.slice(0, SHOWN_BODIES)) {
    runs.push({ text: `\n${clip(oneLine(body.name), NAME_UNITS)}`, isBold: true }, { text: ` ${texts.say('coverage_body', { articles: body.articles, meetings: body.meetings.length, dates: datesOf(body.firstDate, body.lastDate) })}` });
    const gaps = body.gaps.slice(0, SHOWN_GAPS).map((gap) => sayGap(gap, texts));
    if (gaps.length > 0) runs.push({ text: `\n${texts.say('coverage_gaps', { gaps: gaps.join(texts.say('list_comma')) })}` });
  }
  if (coverage.bodies.length > SHOWN_BODIES) runs.push({ text: `\n${texts.say('coverage_more', { count: coverage.bodies.length - SHOWN_BODIES })}` });
  return { text: cleanRuns(runs), keyboard: [] };
}

type Gap = Awaited<ReturnType<CorpusState['coverage']>>['bodies'][number]['gaps'][number];

function sayGap(gap: Gap, texts: Texts): string {
  if (gap.kind === 'sessions') return `${clip(oneLine(gap.series), NAME_UNITS)} ${gap.numbers.join(texts.say('list_comma'))}`;
  return gap.from === gap.to ? String(gap.from) : `${gap.from}–${gap.to}`;
}

function datesOf(first: string | null, last: string | null): string {
  return first === null || last === null ? '–' : first === last ? first : `${first} – ${last}`;
}
