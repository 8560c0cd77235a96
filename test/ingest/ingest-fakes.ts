import { sha256 } from '../../src/domain/ids.js';
import type { RawDocument } from '../../src/domain/corpus.js';
import type { IngestPorts } from '../../src/ingest/ingest.js';
import type { ListedFile, SourceItem } from '../../src/ports/document-source.js';
import type { Embedder } from '../../src/ports/embedder.js';
import type { GenerationInfo, GenerationStore, IndexedDocument, KnownDocument, KnownFile } from '../../src/ports/generation.js';

/** A store that keeps one live generation in memory. */
export function memoryStore(): { store: GenerationStore; live: () => string[]; files: () => string[]; carried: string[]; aborted: () => number } {
  let live = new Map<string, KnownDocument & { sourceFile: string }>();
  let files = new Map<string, Omit<KnownFile, 'documentIds'>>();
  let info: GenerationInfo | null = null;
  let aborted = 0;
  const carried: string[] = [];
  const store: GenerationStore = {
    openLive: () => { throw new Error('unprepared'); },
    known: () => ({ info, documents: live, files: new Map() }),
    pastPassage: () => { throw new Error('unprepared'); },
    startBuild: (settings) => {
      const building = new Map<string, KnownDocument & { sourceFile: string }>();
      const buildingFiles = new Map<string, Omit<KnownFile, 'documentIds'>>();
      const put = (document: KnownDocument & { sourceFile: string }): void => {
        if (building.has(document.documentId)) throw new Error(`twice: ${document.documentId}`);
        building.set(document.documentId, document);
      };
      return {
        known: () => ({ info, documents: live, files: new Map([...files].map(([path, file]) => [path, { ...file, documentIds: [...live.values()].filter(({ sourceFile }) => sourceFile === path).map(({ documentId }) => documentId) }])) }),
        addFile: (file) => {
          if (buildingFiles.has(file.path)) throw new Error(`twice: ${file.path}`);
          buildingFiles.set(file.path, file);
        },
        add: ({ documentId, file, sourceFile, digest, articles, passages }: IndexedDocument) => { put({ documentId, file, sourceFile, digest, articles: articles.length, passages: passages.length }); },
        forget: () => { throw new Error('unprepared'); },
        carryOver: (documentId) => {
          const known = live.get(documentId);
          if (known === undefined) throw new Error(`not live: ${documentId}`);
          carried.push(documentId);
          put(known);
        },
        finish: () => {
          live = building;
          files = buildingFiles;
          const documents = [...building.values()];
          const counts = { documents: documents.length, articles: documents.reduce((sum, { articles }) => sum + articles, 0), passages: documents.reduce((sum, { passages }) => sum + passages, 0) };
          info = { id: `g${String(Number(info?.id.slice(1) ?? 0) + 1)}`, createdAtUtc: '2026-01-01T00:00:00Z', ...settings, metric: 'cosine', counts };
          return Promise.resolve(info);
        },
        abort: () => { aborted++; },
      };
    },
  };
  return { store, live: () => [...live.keys()].sort(), files: () => [...files.keys()].sort(), carried, aborted: () => aborted };
}

/** What each path holds: documents and files left out, by absolute path of the folder (or file) that is ingested. */
export type Folders = Record<string, (RawDocument | { file: string; reason: string; isRetried?: true })[]>;

/** A source over `folders`; \`opened\` collects the files that were read. */
export function ports(folders: Folders, store: GenerationStore, embed: Embedder['embed'] = (texts) => Promise.resolve(texts.map(() => new Float32Array([1, 0]))), opened: string[] = []): IngestPorts {
  const pathOf = (root: string, file: string): string => (root.endsWith(`/${file}`) ? root : `${root}/${file}`);
  const itemsAt = (path: string): Folders[string] => Object.entries(folders).find(([root, items]) => items.some(({ file }) => pathOf(root, file) === path))?.[1].filter((item, _, all) => all.length === 1 || path.endsWith(`/${item.file}`)) ?? [];
  const bytesOf = (path: string): string => JSON.stringify(itemsAt(path));
  return {
    source: {
      version: 'fake-1',
      // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous
      list: async function* (paths): AsyncGenerator<ListedFile> {
        for (const root of paths) {
          for (const file of new Set((folders[root] ?? []).map((item) => item.file))) {
            const path = pathOf(root, file);
            yield { kind: 'file', file: { path, file, bytes: bytesOf(path).length, isNamed: path === root, realPath: null } };
          }
        }
      },
      digest: ({ path }) => sha256(bytesOf(path)),
      open: ({ path, file }) => {
        opened.push(path);
        const items = itemsAt(path).map((item): SourceItem => ('reason' in item ? { kind: 'skipped', skipped: item } : { kind: 'document', document: { ...item, file } }));
        return Promise.resolve({ bytes: bytesOf(path).length, sha256: sha256(bytesOf(path)), items });
      },
    },
    store,
    embedder: { model: 'fake', dimension: 2, embed },
  };
}
