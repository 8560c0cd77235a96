import { z } from 'zod';
import { EmbedderFault } from '../../ports/embedder.js';

const shape = z.object({ data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()) })) });
/** A vector shorter or longer than this is no direction, or not one that survives arithmetic. */
const LENGTHS = { shortest: 1e-6, longest: 1e6 };
/** So many different texts do not have one vector. */
const MANY = 3;

/** The vectors of a reply as unit vectors, one a text, in the order of the texts. Throws EmbedderFault that says what is wrong. */
export function readEmbeddings(reply: unknown, texts: readonly string[], dimension: number): Float32Array[] {
  const read = shape.safeParse(reply);
  if (!read.success) throw new EmbedderFault('the server\'s reply holds no list of vectors of finite numbers');
  const { data } = read.data;
  if (data.length !== texts.length) throw new EmbedderFault(`the server gave ${data.length} vectors for ${texts.length} texts`);
  const vectors: (Float32Array | undefined)[] = new Array<undefined>(texts.length).fill(undefined);
  for (const { index, embedding } of data) {
    if (index >= texts.length || vectors[index] !== undefined) throw new EmbedderFault('the server numbered its vectors in a way that fits no order of the texts');
    if (embedding.length !== dimension) throw new EmbedderFault(`the server gave a vector of ${embedding.length} components, and EMBEDDING_DIMENSION is ${dimension}`);
    vectors[index] = unit(embedding);
  }
  const whole = vectors.filter((vector) => vector !== undefined);
  const [first] = whole;
  if (first !== undefined && new Set(texts).size >= MANY && whole.every((vector) => vector.every((value, at) => value === first[at]))) throw new EmbedderFault('the server gave one and the same vector for different texts');
  return whole;
}

function unit(embedding: readonly number[]): Float32Array {
  const length = Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0));
  if (!(length > LENGTHS.shortest && length < LENGTHS.longest)) throw new EmbedderFault('the server gave a vector without a usable length');
  return Float32Array.from(embedding, (value) => value / length);
}
