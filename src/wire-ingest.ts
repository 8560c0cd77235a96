import { readDescriptions } from './adapters/data-folder/descriptions.js';
import { rememberRoots } from './adapters/data-folder/remembered-roots.js';
import { withdrawalTimes, withdrawnContents } from './adapters/data-folder/withdrawn-documents.js';
import { makeWritableFolder } from './adapters/disk/writable-folder.js';
import type { IngestPorts, IngestSummary } from './ingest/ingest.js';
import type { ScreeningReport } from './ingest/screen-documents.js';
import type { Embedder } from './ports/embedder.js';
import type { DocumentSource } from './ports/document-source.js';

/** Reading documents into one data folder. What it takes is loaded when documents are read: a question to a ready index starts a tenth faster without. */
export function bindIngest({ dataFolder, store, embedderForBuild }: { dataFolder: string; embedderForBuild: () => Promise<Embedder> } & Pick<IngestPorts, 'store'>) {
  async function readAgain(paths: readonly string[], onProgress?: IngestPorts['onProgress']): Promise<IngestSummary> {
    makeWritableFolder(dataFolder);
    const [{ ingest }, { groupCorrections }, embedder] = await Promise.all([import('./ingest/ingest.js'), import('./ingest/corrections.js'), embedderForBuild()]);
    const corrections = groupCorrections(readDescriptions(dataFolder));
    return await withSource(async (source) => await ingest(paths, { source, store, embedder, splitLongText, withdrawn: withdrawalTimes(dataFolder), withdrawnContents: withdrawnContents(dataFolder), corrections, ...(onProgress === undefined ? {} : { onProgress }) }));
  }

  return {
    /** Paths of the index already: nothing new is remembered. */
    readAgain,
    /** Remembers the paths, so that a damaged index can be read again. */
    read: async (paths: readonly string[], onProgress?: IngestPorts['onProgress']): Promise<IngestSummary> => {
      const summary = await readAgain(paths, onProgress);
      rememberRoots(dataFolder, paths);
      return summary;
    },
    screen: async (paths: readonly string[]): Promise<ScreeningReport> => {
      const { screenDocuments } = await import('./ingest/screen-documents.js');
      return await withSource(async (source) => await screenDocuments(paths, source));
    },
  };
}

async function withSource<T>(work: (source: DocumentSource) => Promise<T>): Promise<T> {
  const [{ fileSource }, { openFormats }] = await Promise.all([import('./adapters/files/file-source.js'), import('./wire-formats.js')]);
  const formats = openFormats();
  return await work(fileSource(formats)).finally(() => { formats.close(); });
}

/** Loaded with the first overlong sentence: most documents have none, and it costs a quarter of a cold start. */
async function splitLongText(text: string, maxChars: number): Promise<string[]> {
  const splitter = await import('./adapters/langchain/split-long-text.js');
  return await splitter.splitLongText(text, maxChars);
}
