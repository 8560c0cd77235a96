/** Vectors that a model elsewhere gave, kept on the disk: what was embedded once is not asked for again, also after a stop. */
export interface VectorCache {
  /** In the order of the keys; null where there is none. */
  get(keys: readonly string[]): (Float32Array | null)[];
  put(entries: readonly { key: string; vector: Float32Array }[]): void;
  /** Counts up when the server's model was found changed under its name; 1 at first. */
  revision(model: string): number;
  /** Begins the next revision: what was kept of the model before is removed. */
  nextRevision(model: string): number;
}
