import { expect, it } from 'vitest';
import { openPassage } from '../../../src/ingest/corpus/open-passage.js';
import type { CorpusReader, StoredPassage } from '../../../src/ports/generation.js';
import { sampleDocument } from '../../adapters/sample-documents.js';

const { articles: [article], passages: [passage] } = sampleDocument('a#b.md', [['会议决定修路。']]);
const header = article!;
const corpusWith = (stored: StoredPassage | null): CorpusReader => ({ passageById: (id: string) => (id === stored?.passageId ? stored : null) }) as unknown as CorpusReader;
const live = corpusWith({ ...passage!, row: 0, header });
const past = { passage: passage!, header, leftAtUtc: '2026-01-01T00:00:00Z' };
const id = passage!.passageId;

it('opens the live passage before a past one, the past one when it left, and nothing that was never there', () => {
  expect(openPassage(id, live, () => past, new Map())).toEqual({ kind: 'current', passage, header });
  expect(openPassage(id, corpusWith(null), () => past, new Map())).toEqual({ kind: 'past', ...past });
  expect(openPassage(id, corpusWith(null), () => null, new Map())).toEqual({ kind: 'unknown' });
});

it('opens nothing of a withdrawn document, whatever is still there of it; a number sign in its path does not hide it', () => {
  const withdrawn = new Map([['a#b.md', '2026-02-01T00:00:00Z']]);
  for (const corpus of [live, corpusWith(null)]) expect(openPassage(id, corpus, () => past, withdrawn)).toEqual({ kind: 'withdrawn', documentId: 'a#b.md', withdrawnAtUtc: '2026-02-01T00:00:00Z' });
  expect(openPassage(id, live, () => null, new Map([['a', '2026-02-01T00:00:00Z']])).kind).toBe('current');
});
