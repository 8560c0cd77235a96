/** Files of one generation. `vectors.hnsw` and `vectors.labels` are missing where hnswlib-node could not be loaded when it was built. */
export const CORPUS_FILE = 'corpus.sqlite';
export const LEXICAL_FILE = 'lexical.bin';
export const VECTOR_FILE = 'vectors.f32';
export const HNSW_FILE = 'vectors.hnsw';
export const LABEL_FILE = 'vectors.labels';
export const MANIFEST_FILE = 'manifest.json';

/** Folder of the generations and the file that names the live one, inside the data folder. */
export const GENERATIONS_FOLDER = 'generations';
export const LIVE_FILE = 'live.json';
/** Passages that left the index: it belongs to no generation. */
export const PAST_FILE = 'past-passages.sqlite';
export const LOCK_FILE = 'build.lock';

/** Ids are made of nothing that could lead out of their folder. */
export const GENERATION_ID = /^g\d{8}T\d{9}Z-[0-9a-f]{6}$/u;
export const BUILDING_SUFFIX = '.building';
