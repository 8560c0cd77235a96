import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationBuilder, KnownCorpus } from '../../ports/generation.js';
import type { PastPassage } from '../../ports/past-passages.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { replaceDurably, syncFolder } from '../disk/durable-write.js';
import { openCorpusFile } from '../sqlite/corpus-file.js';
import { departedPassages, openLiveCorpus } from './departed-passages.js';
import { createGenerationDraft } from './generation-draft.js';
import { BUILDING_SUFFIX, CORPUS_FILE, GENERATIONS_FOLDER, LIVE_FILE } from './generation-files.js';
import { newGenerationId } from './generation-id.js';
import type { LivePointer } from './manifest.js';
import type { Engines } from './open-generation.js';
import type { PreviousGeneration } from './previous-generation.js';
import type { Expected } from './read-manifest.js';

export interface BuildPlace {
  dataFolder: string;
  settings: Expected;
  engines: Engines;
  /** Opens the generation that is live now; throws when there is none usable. Called at most once. */
  openPrevious: () => PreviousGeneration;
  /** Keeps passages that leave the index, and erases those of documents that must not open any more; durable when it returns. */
  keepPast: (batches: Iterable<PastPassage[]>, forgotten: ReadonlySet<string>) => void;
  /** Called right after the swap, under the lock. */
  onLive: (generationId: string) => void;
  /** Gives the build lock back. */
  release: () => void;
}

/** Builds in `generations/<id>.building`; the swap is a rename of that folder and then of `live.json`. */
export function createGenerationBuilder(place: BuildPlace): GenerationBuilder {
  const createdAt = new Date();
  const id = newGenerationId(createdAt);
  const generations = join(place.dataFolder, GENERATIONS_FOLDER);
  const building = join(generations, id + BUILDING_SUFFIX);
  let previous: PreviousGeneration | null = null;
  let isOver = false;
  const carried = new Set<string>();
  const forgotten = new Set<string>();
  const openPrevious = (): PreviousGeneration => (previous ??= place.openPrevious());
  mkdirSync(building);
  const draft = createGenerationDraft(building, place.settings, place.engines, openPrevious);

  function whileBuilding<T>(work: () => T): T {
    if (isOver) throw new Error(`The build of generation ${id} is over; start a new one`);
    try {
      return work();
    } catch (error) {
      throw clearDiskError(error, place.dataFolder, 'written');
    }
  }

  function end(): void {
    isOver = true;
    previous?.close();
    place.release();
  }

  function abort(): void {
    if (isOver) return;
    try {
      draft.abort();
    } catch {
      // Closed already by a step that failed; the folder goes either way.
    }
    rmSync(building, { recursive: true, force: true });
    end();
  }

  /** Before the swap: a kill in between leaves passages twice, of which the live one is opened. */
  function keepDeparted(leftAtUtc: string): void {
    const before = openLiveCorpus(place.dataFolder, place.engines.sqlEngine);
    const after = openCorpusFile(join(building, CORPUS_FILE), place.engines.sqlEngine);
    try {
      place.keepPast(before === null ? [] : departedPassages(before, after, (documentId) => carried.has(documentId) || forgotten.has(documentId), leftAtUtc), forgotten);
    } finally {
      before?.close();
      after.close();
    }
  }

  function known(): KnownCorpus {
    try {
      // All files are checked: a document whose vectors are damaged cannot be taken over either.
      return openPrevious().known();
    } catch {
      return { info: null, documents: new Map(), files: new Map() };
    }
  }

  return {
    known,
    addFile: (file) => { whileBuilding(() => { draft.addFile(file); }); },
    add: (document) => { whileBuilding(() => { draft.add(document); }); },
    carryOver: (documentId) => {
      carried.add(documentId);
      whileBuilding(() => { draft.carryOver(documentId); });
    },
    forget: (documentId) => { forgotten.add(documentId); },
    async finish(onIndexed) {
      try {
        const { info, manifestSha256 } = await whileBuilding(() => draft.seal(id, createdAt, onIndexed));
        keepDeparted(createdAt.toISOString());
        renameSync(building, join(generations, id));
        syncFolder(generations);
        const pointer: LivePointer = { format: 'huida-live', generation: id, manifestSha256 };
        replaceDurably(join(place.dataFolder, LIVE_FILE), JSON.stringify(pointer));
        place.onLive(id);
        end();
        return info;
      } catch (error) {
        abort();
        throw clearDiskError(error, place.dataFolder, 'written');
      }
    },
    abort,
  };
}
