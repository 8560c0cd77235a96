import { questionKey } from '../language/question-key.js';
import type { RecordFacts, RecordFactsReader } from '../ports/record-facts.js';

/** A record as lists and counts see it. */
export interface IndexedRecord extends RecordFacts {
  /** The same for questions that ask the same; from 0, lower than the number of records. */
  questionNumber: number;
}

/** All records of the log, oldest first, in memory: filters and counts over 100,000 of them take milliseconds (npm run bench:log). */
export interface RecordIndex {
  /** Takes in what was added since; starts again when records were erased. */
  catchUp(): readonly IndexedRecord[];
  /** The same in slices, so that a long log holds nobody up while the console starts. */
  load(): Promise<void>;
}

const SLICE = 500;

export function createRecordIndex(reader: RecordFactsReader): RecordIndex {
  let records: IndexedRecord[] = [];
  let numbers = new Map<string, number>();

  function readSlice(): boolean {
    const slice = reader.after(records.at(-1)?.sequence ?? 0, SLICE);
    for (const facts of slice) {
      const key = questionKey(facts.question);
      const questionNumber = numbers.get(key) ?? numbers.size;
      numbers.set(key, questionNumber);
      records.push({ ...facts, questionNumber });
    }
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
        numbers = new Map();
        while (readSlice());
      }
      return records;
    },
    async load() {
      while (readSlice()) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
