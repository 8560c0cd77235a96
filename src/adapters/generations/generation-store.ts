import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ClearError } from '../../domain/errors.js';
import type { Generation, GenerationStore, OpenOutcome } from '../../ports/generation.js';
import type { PastPassage } from '../../ports/past-passages.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import { openPastPassages } from '../sqlite/past-passage-file.js';
import { takeBuildLock } from './build-lock.js';
import { createGenerationBuilder } from './generation-builder.js';
import { GENERATIONS_FOLDER, PAST_FILE } from './generation-files.js';
import { openGeneration, type Engines } from './open-generation.js';
import { openPreviousGeneration, type PreviousGeneration } from './previous-generation.js';
import { readLivePointer, readManifest, type Expected } from './read-manifest.js';
import { Refusal, refusalSentence } from './refusal.js';
import { removeGenerations } from './remove-generations.js';

/** The generations of a data folder; `liveId` tells cheaply whether another one went live since. */
export interface FolderGenerationStore extends GenerationStore {
  /** Id of the live generation without opening it; null when there is none or its pointer cannot be read. */
  liveId(): string | null;
  /** The embedding model of the live generation by its manifest, likewise. */
  liveModel(): string | null;
}

/** Nothing is read or written before a function of the store is called. */
export function openGenerationStore(dataFolder: string, options: Engines = {}): FolderGenerationStore {
  const folder = resolve(dataFolder);
  /** How many readers this process has open on each generation. */
  const readers = new Map<string, number>();

  function counted(generation: Generation): Generation {
    const { id } = generation.info;
    readers.set(id, (readers.get(id) ?? 0) + 1);
    let isOpen = true;
    return {
      ...generation,
      close() {
        if (!isOpen) return;
        isOpen = false;
        readers.set(id, (readers.get(id) ?? 1) - 1);
        generation.close();
      },
    };
  }

  function liveId(): string | null {
    try {
      return readLivePointer(folder)?.generation ?? null;
    } catch {
      return null;
    }
  }

  function tidy(live: string): void {
    removeGenerations(folder, (id) => id === live || (readers.get(id) ?? 0) > 0);
  }

  function tidyBeforeBuild(): void {
    const live = liveId();
    // With an unreadable pointer nobody knows which generation is worth keeping: only half-built ones go.
    if (live === null) removeGenerations(folder, () => true);
    else tidy(live);
  }

  function keepPast(batches: Iterable<PastPassage[]>, forgotten: ReadonlySet<string>): void {
    let past = existsSync(join(folder, PAST_FILE)) ? openPastPassages(join(folder, PAST_FILE), options.sqlEngine) : null;
    try {
      for (const batch of batches) {
        if (batch.length === 0) continue;
        past ??= openPastPassages(join(folder, PAST_FILE), options.sqlEngine);
        past.keep(batch);
      }
      for (const documentId of forgotten) past?.erase(documentId);
    } finally {
      past?.close();
    }
  }

  return {
    liveId,
    liveModel() {
      try {
        const pointer = readLivePointer(folder);
        return pointer === null ? null : readManifest(folder, pointer).manifest.info.embeddingModel;
      } catch {
        return null;
      }
    },
    pastPassage(passageId) {
      if (!existsSync(join(folder, PAST_FILE))) return null;
      // Seldom asked for, and another process may be writing: nothing is held open.
      const past = openPastPassages(join(folder, PAST_FILE), options.sqlEngine);
      try {
        return past.find(passageId);
      } finally {
        past.close();
      }
    },
    openLive(expected): OpenOutcome {
      let seen: string | null = null;
      for (;;) {
        try {
          const pointer = readLivePointer(folder);
          if (pointer === null) return { kind: 'absent' };
          seen = pointer.generation;
          const { folder: place, manifest } = readManifest(folder, pointer, expected);
          return { kind: 'open', generation: counted(openGeneration(place, manifest, options)) };
        } catch (error) {
          // Another process may have put a new generation live and removed this one while it was being opened.
          const now = liveId();
          if (seen === null || now === null || now === seen) return { kind: 'refused', reason: refusalSentence(error, folder) };
        }
      }
    },
    known(expected) {
      try {
        const previous = previousOf(folder, expected, options);
        const known = previous.known();
        previous.close();
        return known;
      } catch {
        return { info: null, documents: new Map(), files: new Map() };
      }
    },
    startBuild(settings) {
      makeWritableFolder(folder);
      makeWritableFolder(join(folder, GENERATIONS_FOLDER), folder);
      let release: (() => void) | null = null;
      try {
        release = takeBuildLock(folder);
        tidyBeforeBuild();
        const { embeddingModel, dimension, textVersion } = settings;
        const openPrevious = (): PreviousGeneration => previousOf(folder, settings, options);
        return createGenerationBuilder({ dataFolder: folder, settings: { embeddingModel, dimension, textVersion }, engines: options, openPrevious, keepPast, onLive: tidy, release });
      } catch (error) {
        release?.();
        throw clearDiskError(error, folder, 'written');
      }
    },
  };
}

function previousOf(folder: string, settings: Expected, engines: Engines): PreviousGeneration {
  try {
    const pointer = readLivePointer(folder);
    if (pointer === null) throw new Refusal('no generation is live yet');
    const { folder: place, manifest } = readManifest(folder, pointer, settings);
    return openPreviousGeneration(place, manifest, engines);
  } catch (error) {
    throw new ClearError(refusalSentence(error, folder), 1, { cause: error });
  }
}
