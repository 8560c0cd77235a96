import { createRequire } from 'node:module';

// Typed here and not by the package: it is optional, and the program must compile where it is absent.
export interface NativeHnsw {
  initIndex(maxElements: number, m: number, efConstruction: number, randomSeed: number): void;
  readIndexSync(file: string): void;
  writeIndexSync(file: string): void;
  resizeIndex(maxElements: number): void;
  addPoint(point: number[], label: number): void;
  markDelete(label: number): void;
  searchKnn(point: number[], count: number): { distances: number[]; neighbors: number[] };
  getCurrentCount(): number;
  getMaxElements(): number;
  getNumDimensions(): number;
  setEf(ef: number): void;
}
interface NativeModule {
  HierarchicalNSW: new (space: 'cosine', dimension: number) => NativeHnsw;
}

let loaded: NativeModule | null | undefined;

/** A new, empty index object of hnswlib-node, or null where the module is not installed or its compiled part cannot be loaded. */
export function createNativeHnsw(dimension: number): NativeHnsw | null {
  const native = loadNative();
  return native === null ? null : new native.HierarchicalNSW('cosine', dimension);
}

/** True when hnswlib-node is installed and can be loaded. */
export function isHnswlibUsable(): boolean {
  return loadNative() !== null;
}

function loadNative(): NativeModule | null {
  if (loaded !== undefined) return loaded;
  try {
    loaded = createRequire(import.meta.url)('hnswlib-node') as NativeModule;
  } catch {
    loaded = null;
  }
  return loaded;
}
