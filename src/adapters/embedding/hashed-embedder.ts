/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is below the dimension */
import type { Embedder } from '../../ports/embedder.js';

const dimension = 512;

/**
 * An embedder that needs no model and no network: each feature of a text (a character, a bigram, a word) is hashed to one of
 * 512 components with a sign ("feature hashing", Weinberger et al. 2009), weighted by kind and by 1 + ln(occurrences), and the
 * sum is brought to length 1. Texts that share features are near each other; meaning beyond shared wording is not seen.
 * A text without features gets the first axis as its vector. The name changes whenever a text would get another vector.
 */
export function createHashedEmbedder(featuresOf: (text: string) => string[]): Embedder {
  return {
    model: `hashed-${dimension}-v1`,
    dimension,
    embed: (texts) => Promise.resolve(texts.map((text) => hashedVector(featuresOf(text)))),
  };
}

function hashedVector(features: readonly string[]): Float32Array {
  const occurrences = new Map<string, number>();
  for (const feature of features) occurrences.set(feature, (occurrences.get(feature) ?? 0) + 1);
  const sum = new Float64Array(dimension);
  for (const [feature, count] of occurrences) {
    const hash = hashOf(feature);
    const component = hash % dimension;
    // The sign comes from a bit that the component does not use, so that two features in one component cancel as often as they add.
    sum[component]! += (hash >>> 31 === 1 ? -1 : 1) * weightOf(feature) * (1 + Math.log(count));
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  const vector = new Float32Array(dimension);
  if (length === 0) vector[0] = 1;
  else for (let index = 0; index < dimension; index++) vector[index] = sum[index]! / length;
  return vector;
}

/**
 * One or two Han characters count 1, everything else (longer words, numbers, dates, Latin words) 2: the mean MRR@10 of these
 * vectors alone over three sets rose from 54 to 64, because what singles a record out drowns in its characters otherwise.
 */
function weightOf(feature: string): number {
  return /^[\u3400-\u9fff]{1,2}$/u.test(feature) ? 1 : 2;
}

/** FNV-1a over UTF-16 units, finished as MurmurHash3 does. Part of the model: a change needs a new model name. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
