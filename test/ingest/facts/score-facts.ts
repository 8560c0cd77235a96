import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ARTICLE_KINDS, type Article } from '../../../src/domain/corpus.js';
import { drawFacts } from '../../../src/ingest/facts/draw-facts.js';
import { screenPersonalData } from '../../../src/ingest/screen-personal-data.js';

const row = z.strictObject({
  id: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  kind: z.enum(ARTICLE_KINDS),
  text: z.string(),
  /** Name, office, state. */
  people: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** As printed, of what, what it measures, target or result, period. */
  figures: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()])),
});

/** How many are wanted, found and right. */
export interface FactScore {
  wanted: number;
  found: number;
  right: number;
}

export interface FactScores {
  articles: number;
  people: FactScore;
  /** With everything that is said of them. */
  figures: FactScore;
  /** Their subject aside. */
  figuresAlone: FactScore;
  faults: string[];
}

/** Draws people and figures out of the invented articles of `golden/facts.jsonl` and compares them with the list made by hand. */
export function scoreFacts(): FactScores {
  const rows = readFileSync(new URL('../../golden/facts.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => row.parse(JSON.parse(line)));
  const scores: FactScores = { articles: rows.length, people: { wanted: 0, found: 0, right: 0 }, figures: { wanted: 0, found: 0, right: 0 }, figuresAlone: { wanted: 0, found: 0, right: 0 }, faults: [] };
  for (const { id, title, date, kind, text, people, figures } of rows) {
    const facts = drawFacts(screenPersonalData(articleOf({ id, title, date, kind, text })));
    const drawn = facts.figures.map(({ printed, subject, change, kind: of, period }) => [printed, subject, change, of, period]);
    scores.faults.push(...compare(scores.people, people, facts.people.map(({ name, office, state }) => [name, office, state])).map((fault) => `${id} ${fault}`));
    scores.faults.push(...compare(scores.figures, figures, drawn).map((fault) => `${id} ${fault}`));
    compare(scores.figuresAlone, figures.map(withoutSubject), drawn.map(withoutSubject));
  }
  return scores;
}

function articleOf({ id, title, date, kind, text }: Pick<Article, 'title' | 'date' | 'kind' | 'text'> & { id: string }): Article {
  const offsets = [...text.matchAll(/^/gm)].map(({ index }) => index);
  return { articleId: `${id}#1`, documentId: id, ordinal: 0, title, body: '', meeting: '', date, kind, source: '', file: id, text, lines: offsets.map((offset, index) => ({ offset, line: index + 1, page: null })) };
}

const withoutSubject = ([printed = '', , ...rest]: readonly string[]): string[] => [printed, ...rest];

/** Adds to the score and tells what was missed and what is too much. */
function compare(score: FactScore, wanted: readonly (readonly string[])[], found: readonly (readonly string[])[]): string[] {
  const left = found.map((each) => each.join(' | '));
  const missed: string[] = [];
  for (const each of wanted.map((fields) => fields.join(' | '))) {
    const at = left.indexOf(each);
    if (at < 0) missed.push(`misses ${each}`);
    else left.splice(at, 1);
  }
  score.wanted += wanted.length;
  score.found += found.length;
  score.right += wanted.length - missed.length;
  return [...missed, ...left.map((each) => `has ${each}`)];
}
