import type { AnswerRecord } from '../../../src/ports/record-log.js';

/** A record that says `words` wherever a citizen's words may stand. */
export function recordSaying(id: string, words: string, asker: string | null = 'u-1', askedAtUtc = '2025-02-20T08:30:00.000Z'): AnswerRecord {
  const question = { id, question: words, history: [{ question: words }] };
  return {
    id,
    askedAtUtc,
    channel: 'cli',
    asker,
    draft: words,
    statements: [],
    model: null,
    strength: null,
    question,
    standaloneQuestion: words,
    intent: { words },
    answer: { id, question: words, status: 'answered', answer: words, verdict: null, citations: [], nearest: [], engine: 'extract', asOf: null, durationMs: 7.5 },
    passages: [{ passageId: 'a#1.1-0', title: '决定', text: '拨款三百万元', lexicalScore: 3.5, vectorScore: 0.4, score: 2, isKept: true }],
    generationId: null,
    stageMs: { retrieve: 1.25 },
    failure: null,
  };
}

/** Numbers from 0 below `limit`, the same with every run (mulberry32). */
export function seededNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
