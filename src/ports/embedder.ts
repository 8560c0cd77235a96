/** Turns texts into unit vectors. The same model name always gives the same vector for a text. */
export interface Embedder {
  readonly model: string;
  readonly dimension: number;
  /** One vector a text, in order. Throws EmbedderFault where a model elsewhere gave none that can be used. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** The embedder for an index that this model made, where there is more than one; null when there is none for it. */
  forIndex?(model: string): Embedder | null;
}

/** A model elsewhere gave no vectors that can be used. The message is one sentence for staff and holds no key. */
export class EmbedderFault extends Error {
  override readonly name = 'EmbedderFault';
}
