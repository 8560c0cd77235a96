import { faultOf } from '../../src/answer/write/proof/prove-statement.js';
import type { Thesaurus } from '../../src/answer/thesaurus.js';
import type { Answer } from '../../src/domain/answer.js';

/** Whole clauses of the record prove themselves; behind these words everything is checked. */
const OPENING = '该次会议';

/** Milliseconds that it takes to prove each answer as if a model had written it, line by line; answers that a model never sees are left out. */
export function measureProof(answers: readonly Answer[], thesaurus: Thesaurus): number[] {
  const written = answers.filter(({ status, verdict }) => status === 'answered' && verdict === null);
  return written.map(({ answer, question, citations }) => {
    const statements = answer.split('\n').map((line) => ({ text: `${OPENING}${line.replace(/\s*\[\d+\]/gu, '')}`, passages: [...line.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1])) }));
    const startedMs = performance.now();
    for (const { text, passages } of statements) faultOf({ text, passages: passages.length > 0 ? passages : [1] }, citations, question, thesaurus);
    return performance.now() - startedMs;
  });
}
