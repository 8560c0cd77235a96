/** What the translator asks of the corpus. */
export interface NameLookup {
  /** Wordings of the corpus that are read like this, likeliest first. `pinyin` is toneless, in small letters; an apostrophe is a border of syllables. */
  namesLike(pinyin: string): string[];
  /** Whether the corpus itself writes this Latin word. */
  isWritten(word: string): boolean;
}
