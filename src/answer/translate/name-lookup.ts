/** For where no corpus is at hand: every Latin name stays as it is typed. */
export const NO_NAMES: NameLookup = { namesLike: () => [], isWritten: () => false };

/** What the translator asks of the corpus. */
export interface NameLookup {
  /** Wordings of the corpus that are read like this, likeliest first. `pinyin` is toneless, in small letters; an apostrophe is a border of syllables. */
  namesLike(pinyin: string): string[];
  /** Whether the corpus itself writes this Latin word. */
  isWritten(word: string): boolean;
}
