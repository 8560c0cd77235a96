import { z } from 'zod';
import { CORPUS_FILE, GENERATION_ID, HNSW_FILE, LABEL_FILE, LEXICAL_FILE, VECTOR_FILE } from './generation-files.js';

const count = z.number().int().nonnegative();
const seal = z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/u) });

/** `manifest.json`: what a generation says of itself, and the size and SHA-256 of each of its files. */
export const manifestShape = z.strictObject({
  format: z.literal('huida-generation'),
  formatVersion: z.literal(1),
  info: z.strictObject({
    id: z.string().regex(GENERATION_ID),
    createdAtUtc: z.iso.datetime(),
    embeddingModel: z.string().min(1),
    dimension: z.number().int().positive().max(65_536),
    metric: z.literal('cosine'),
    textVersion: z.string().min(1),
    counts: z.strictObject({ documents: count, articles: count, passages: count }),
  }),
  files: z.strictObject({
    [CORPUS_FILE]: seal,
    [LEXICAL_FILE]: seal,
    [VECTOR_FILE]: seal,
    [HNSW_FILE]: seal.optional(),
    [LABEL_FILE]: seal.optional(),
  }),
});

export type Manifest = z.infer<typeof manifestShape>;
export type FileSeal = z.infer<typeof seal>;
export type SealedName = keyof Manifest['files'];

/** `live.json`: the generation that is asked, and the SHA-256 of its manifest. */
export const liveShape = z.strictObject({
  format: z.literal('huida-live'),
  generation: z.string().regex(GENERATION_ID),
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

export type LivePointer = z.infer<typeof liveShape>;
