/** One question of a conversation, by the id of the answer it got; its words stand in the record log alone. */
export interface Turn {
  answerId: string;
  /** Milliseconds since 1970. */
  atMs: number;
}

/** Something put aside under a kind and an id. */
export interface Kept {
  /** JSON-ready. */
  value: unknown;
  /** Whose it is: gone when that person is forgotten. Null for what is nobody's, such as a passage. */
  person: string | null;
  /** Gone after this; null for never. Milliseconds since 1970. */
  untilMs: number | null;
}

/**
 * What a messenger's door remembers of the people it talks to, over restarts. `person` and `conversation` are pseudonyms.
 * Every write outlives a crash of the program. Writes throw when the disk is full or the file is locked.
 */
export interface ChatState {
  /** The language a person chose; null when none was. */
  language(person: string): string | null;
  setLanguage(person: string, language: string | null): void;
  /** Turns since then, oldest first. */
  turns(conversation: string, sinceMs: number): Turn[];
  /** Adds one (a second time: moves it to the end) and drops all but the newest `most` of the conversation. */
  addTurn(conversation: string, person: string, turn: Turn, most: number): void;
  keep(kind: string, id: string, kept: Kept): void;
  kept(kind: string, id: string): Kept | null;
  /** Takes it away and gives it: of two that come at the same time only one gets it. */
  take(kind: string, id: string): Kept | null;
  /** Counts one more use of something on that ISO day and gives how many there were, this one too. */
  countUse(what: string, day: string): number;
  uses(what: string, day: string): number;
  /** How many entries are a person's. */
  countOf(person: string): number;
  /** Removes all that is a person's. */
  forget(person: string): void;
  close(): void;
}
