import type { RecordFacts, RecordFactsReader } from '../../ports/record-facts.js';

/** All records of the log, oldest first, in memory: filters and counts over 100,000 of them take milliseconds (npm run bench). */
export interface RecordIndex {
  /** Takes in what was added since; starts again when records were erased. */
  catchUp(): readonly RecordFacts[];
  /** The same in slices, so that a long log holds nobody up while the console starts. */
  load(): Promise<void>;
}

const SLICE = 2_000;

export function createRecordIndex(reader: RecordFactsReader): RecordIndex {
  let records: RecordFacts[] = [];

  function readSlice(): boolean {
    const slice = reader.after(records.at(-1)?.sequence ?? 0, SLICE);
    records.push(...slice);
    return slice.length === SLICE;
  }
  /** Records that were erased are still here, however many came since. */
  function holdsErased(): boolean {
    return reader.count() !== records.length;
  }

  return {
    catchUp() {
      while (readSlice());
      if (holdsErased()) {
        records = [];
        while (readSlice());
      }
      return records;
    },
    async load() {
      while (readSlice()) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
