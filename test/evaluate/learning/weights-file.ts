import { join } from 'node:path';
import { RANKING_FEATURES, RANKING_WEIGHTS } from '../../../src/answer/ranking-weights.js';
import { ACCEPTANCE_FEATURES, ACCEPTANCE_WEIGHTS } from '../../../src/answer/compose/acceptance-weights.js';
import { SENTENCE_FEATURES } from '../../../src/answer/compose/sentence-features.js';
import { SENTENCE_WEIGHTS } from '../../../src/answer/compose/sentence-weights.js';
import { STRENGTH_FEATURES, STRENGTH_WEIGHTS } from '../../../src/answer/strength-weights.js';
import { PROJECT } from '../../house/project.js';

/** What can be learned: the columns in their order, the weights in use, and the file that holds them. */
export interface Learnable {
  features: readonly string[];
  inUse: readonly number[];
  file: string;
  /** Name of the constant in the file. */
  constant: string;
}

export const LEARNABLE = {
  ranking: { features: RANKING_FEATURES, inUse: RANKING_FEATURES.map((feature) => RANKING_WEIGHTS[feature]), file: join(PROJECT, 'src/answer/ranking-weights.ts'), constant: 'RANKING_WEIGHTS' },
  sentence: { features: SENTENCE_FEATURES, inUse: SENTENCE_FEATURES.map((feature) => SENTENCE_WEIGHTS[feature]), file: join(PROJECT, 'src/answer/compose/sentence-weights.ts'), constant: 'SENTENCE_WEIGHTS' },
  acceptance: { features: ACCEPTANCE_FEATURES, inUse: ACCEPTANCE_FEATURES.map((feature) => ACCEPTANCE_WEIGHTS[feature]), file: join(PROJECT, 'src/answer/compose/acceptance-weights.ts'), constant: 'ACCEPTANCE_WEIGHTS' },
  strength: { features: STRENGTH_FEATURES, inUse: STRENGTH_FEATURES.map((feature) => STRENGTH_WEIGHTS[feature]), file: join(PROJECT, 'src/answer/strength-weights.ts'), constant: 'STRENGTH_WEIGHTS' },
} satisfies Record<string, Learnable>;

/** The weights by their names, to two decimals. */
export function namedWeights(features: readonly string[], weights: readonly number[]): Record<string, number> {
  // Adding 0 makes 0 of -0.
  return Object.fromEntries(features.map((feature, index) => [feature, Math.round(100 * (weights[index] ?? 0)) / 100 + 0]));
}

/** The source text of a weights file with other weights, and with `origin` as what its comment says of them. Throws where the text holds no such constant. */
export function withWeights(source: string, constant: string, weights: Readonly<Record<string, number>>, origin: string): string {
  const declaration = new RegExp(`/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\nexport const ${constant}[^=]*= \\{[^}]*\\};`, 'u');
  const head = new RegExp(`export const ${constant}[^=]*= `, 'u').exec(source)?.[0];
  if (head === undefined || !declaration.test(source)) throw new Error(`There is no commented constant ${constant} to write weights into`);
  const lines = Object.entries(weights).map(([name, weight]) => `  ${name}: ${String(weight)},`);
  return source.replace(declaration, () => [`/**\n * ${origin}\n */`, `${head}{`, ...lines, '};'].join('\n'));
}
