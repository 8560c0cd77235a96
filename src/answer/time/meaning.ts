/** What a relative time was taken for. */
export interface Meaning {
  /** As it goes into the question. */
  written: string;
  english: string;
  /** As the reply tells it. */
  said: string;
  /** A meeting's whole name: the words for a meeting that follow would say it twice. */
  isName?: true;
}

/** A relative time of a question and what it was taken for: an ISO day, month or year, or a meeting's name; null: the newest records, because none is of that time yet. */
export interface TakenTime {
  words: string;
  meaning: string | null;
}
