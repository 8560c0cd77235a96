import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import type { Generation, GenerationInfo, IndexedDocument } from '../../../src/ports/generation.js';
import { sampleVector, settings, termsOf } from '../sample-documents.js';

/** Builds and swaps in one generation: strings are ids to take over, the rest are documents to add. */
export async function build(store: FolderGenerationStore, wanted: readonly (IndexedDocument | string)[]): Promise<GenerationInfo> {
  const builder = store.startBuild(settings);
  for (const each of wanted) {
    if (typeof each === 'string') builder.carryOver(each);
    else builder.add(each);
  }
  return await builder.finish();
}

/** The open live generation; throws with the reason when there is none. */
export function openLive(store: FolderGenerationStore): Generation {
  const outcome = store.openLive(settings);
  if (outcome.kind !== 'open') throw new Error(outcome.kind === 'refused' ? outcome.reason : 'absent');
  return outcome.generation;
}

/** Everything a reader can see of a generation, apart from its name, for some questions. */
export function visible(generation: Generation): unknown {
  const { corpus, lexical, vectors } = generation;
  const rows = Array.from({ length: corpus.passageCount }, (_, row) => row);
  const questions = ['拨款修建学校', '第3号决定', '教育局'];
  return {
    counts: generation.info.counts,
    headers: corpus.headers,
    passages: corpus.passages(rows),
    articles: corpus.headers.map((_, ordinal) => corpus.article(ordinal)),
    facts: corpus.headers.map((_, ordinal) => corpus.facts(ordinal)),
    lexical: questions.map((question) => lexical.search(termsOf(question).map((term) => ({ term, weight: 1 })), 20)),
    vectors: questions.map((question) => vectors.search(sampleVector(question), 10).map(({ row, score }) => ({ row, score: score.toFixed(4) }))),
  };
}

/** Folders below `generations`, sorted. */
export function generationFolders(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'generations')).sort();
}

/** Path of a file of the live generation. */
export function liveFile(dataFolder: string, name: string): string {
  const { generation } = JSON.parse(readFileSync(join(dataFolder, 'live.json'), 'utf8')) as { generation: string };
  return join(dataFolder, 'generations', generation, name);
}
