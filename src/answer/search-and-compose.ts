import type { Embedder } from '../ports/embedder.js';
import type { Generation } from '../ports/generation.js';
import { readComparison } from './compose/compare/read-comparison.js';
import { composeAnswer } from './compose/compose.js';
import type { Draft } from './compose/draft.js';
import type { SentenceWeights } from './compose/sentence-weights.js';
import { checkDemands } from './demands/check-demands.js';
import { findEvidence, type Found } from './find-evidence.js';
import { finishAnswer } from './finish-answer.js';
import type { RankingWeights } from './ranking-weights.js';
import type { Rehearse } from './refusal/suggest-questions.js';
import type { Thesaurus } from './thesaurus.js';
import { takeTurn } from './take-turn.js';

interface SearchPorts {
  embedder: Embedder;
  thesaurus: Thesaurus;
  weights?: { ranking: RankingWeights; sentence: SentenceWeights };
}

/** What is asked besides the words of the question. */
export interface Way {
  /** Has the last word on what was understood and found. */
  adjust(found: Found): Found;
  /** Another way to ask where nothing is answered, or null. */
  askAgain(found: Found, find: (text: string) => Promise<Found>): Promise<Found | null>;
}

/** understand, retrieve, rank → compose, for a question that stands alone; `lap` hears the end of each stage. */
export async function searchAndCompose(standaloneQuestion: string, generation: Generation, ports: SearchPorts, lap: (stage: string) => unknown, way: Way | null = null): Promise<{ found: Found; draft: Draft }> {
  await takeTurn();
  const find = (text: string): Promise<Found> => findEvidence(text, generation, ports.thesaurus, ports.embedder, ports.weights?.ranking);
  const first = await find(standaloneQuestion);
  const found = way?.adjust(first) ?? first;
  // Each side of a comparison is searched for on its own: the question as a whole finds the passages of one of them.
  const comparison = found.intent.isStatement === true ? null : readComparison(found.intent);
  const sides = comparison === null ? [] : await Promise.all(comparison.sides.map((side) => find(side.question)));
  lap('find');
  const composed = composeAnswer(found, generation.corpus, comparison, sides, ports.weights?.sentence);
  const draft = checkDemands(found, composed, generation.corpus);
  const again = draft.kind === 'refusal' && comparison === null ? await way?.askAgain(found, find) : null;
  const drafted = again === null || again === undefined ? draft : checkDemands(again, composeAnswer(again, generation.corpus, null, [], ports.weights?.sentence), generation.corpus);
  lap('compose');
  return { found, draft: drafted.kind === 'refusal' ? draft : drafted };
}

/** Asks questions of our own of one generation; nothing is logged. */
export function rehearsal(generation: Generation, ports: SearchPorts): Rehearse {
  return async (text) => {
    const { found, draft } = await searchAndCompose(text, generation, ports, () => undefined);
    return finishAnswer({ id: '', question: text, history: [] }, draft, found, generation);
  };
}
