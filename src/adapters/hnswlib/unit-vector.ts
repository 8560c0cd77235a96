/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is below the dimension or count that was checked before */
import { ClearError } from '../../domain/errors.js';

/**
 * The vector brought to length 1, as a copy. Every vector passes here before it is stored or searched for: the native module
 * takes a wrong one in silence, returns arbitrary rows for NaN and ends the whole process on a component that is no number.
 * Throws ClearError when it has another dimension, a component that is not a finite number, or length 0.
 */
export function unitVector(vector: Float32Array, dimension: number): Float32Array {
  if (!(vector instanceof Float32Array) || vector.length !== dimension) {
    throw refusal(`has ${String((vector as ArrayLike<number> | undefined)?.length)} components where the index has ${dimension}`);
  }
  let sum = 0;
  for (let index = 0; index < dimension; index++) sum += vector[index]! * vector[index]!;
  if (!Number.isFinite(sum)) throw refusal('has a component that is not a finite number, or is too large');
  if (sum === 0) throw refusal('has length 0');
  const unit = vector.slice();
  // Left as it is where it is a unit vector already, so that storing it twice gives the same bytes.
  if (Math.abs(sum - 1) > 1e-6) {
    const length = Math.sqrt(sum);
    for (let index = 0; index < dimension; index++) unit[index]! /= length;
  }
  return unit;
}

function refusal(reason: string): ClearError {
  return new ClearError(`A vector of the embedder ${reason}; check that the configured embedding model is the one the index was built with, then run "huida ingest".`);
}
