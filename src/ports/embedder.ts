/** Turns texts into unit vectors. The same model name always gives the same vector for a text. */
export interface Embedder {
  readonly model: string;
  readonly dimension: number;
  /** One vector a text, in order. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
