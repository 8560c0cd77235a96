/** A typed array with room at its end: `length` counts what is filled. */
export interface GrowingArray<A extends Uint8Array | Uint16Array | Uint32Array> {
  values: A;
  length: number;
}

type ArrayOfLength<A> = new (length: number) => A;

export function growingArray<A extends Uint8Array | Uint16Array | Uint32Array>(kind: ArrayOfLength<A>, capacity = 1024): GrowingArray<A> {
  return { values: new kind(capacity), length: 0 };
}

/** Makes room for `more` values behind the filled ones; growing by half keeps the copy and the slack small. */
export function makeRoom<A extends Uint8Array | Uint16Array | Uint32Array>(array: GrowingArray<A>, more: number): void {
  const needed = array.length + more;
  if (needed <= array.values.length) return;
  const kind = array.values.constructor as ArrayOfLength<A>;
  const larger = new kind(Math.max(needed, Math.ceil(array.values.length * 1.5)));
  larger.set(array.values);
  array.values = larger;
}

export function push(array: GrowingArray<Uint8Array> | GrowingArray<Uint16Array> | GrowingArray<Uint32Array>, value: number): void {
  if (array.length === array.values.length) makeRoom(array as GrowingArray<Uint32Array>, 1);
  array.values[array.length++] = value;
}
