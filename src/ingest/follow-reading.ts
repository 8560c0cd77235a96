import type { FileRecord } from './find-documents.js';
import type { IngestPorts } from './ingest-ports.js';
import type { SurveyedFile } from './survey-files.js';

/** Tells how many bytes of the changed files are done; inside a file of many rows by the text of the rows. */
export function followReading(files: readonly SurveyedFile[], onProgress: IngestPorts['onProgress']): { read: (file: string, textBytes: number) => void; finish: (record: FileRecord) => void } {
  const bytes = new Map(files.flatMap(({ file, unchanged }) => (unchanged === null ? [[file.path, file.bytes] as const] : [])));
  const total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
  let finished = 0;
  let inside = 0;
  const tell = (file: string): void => onProgress?.({ stage: 'reading', done: Math.min(total, finished + inside), total, file });
  return {
    read: (file, textBytes) => {
      inside += textBytes;
      tell(file);
    },
    finish: ({ path, file }) => {
      finished += bytes.get(path) ?? 0;
      inside = 0;
      if (bytes.has(path)) tell(file);
    },
  };
}
