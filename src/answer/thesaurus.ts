import { fold } from '../language/fold.js';

/** One line of the civic thesaurus: who says one of `say` may mean what records call one of `write`. */
export interface ThesaurusEntry {
  say: string[];
  write: string[];
}

export interface Thesaurus {
  /** Spoken wordings that occur in the folded text, longest first, each with its official wordings (folded). */
  spokenIn(folded: string): { say: string; write: string[] }[];
  /** Other wordings that records use for the very same thing. */
  sameAs(word: string): readonly string[];
  /** The word with a part of it in other wordings of the same thing (政协常委会 → 政协常务委员会). */
  variants(word: string): string[];
}

/** The data file as read: see its note for what the two lists mean. */
export interface ThesaurusData {
  entries: ThesaurusEntry[];
  same: string[][];
}

/** Prepares the entries for look-up. */
export function buildThesaurus({ entries, same }: ThesaurusData): Thesaurus {
  const bySpoken = new Map<string, Set<string>>();
  const sameWordings = new Map<string, Set<string>>();
  for (const entry of entries) {
    const write = entry.write.map(fold);
    for (const say of entry.say.map(fold)) addAll(bySpoken, say, write.filter((wording) => wording !== say));
  }
  for (const group of same.map((wordings) => wordings.map(fold))) for (const wording of group) addAll(sameWordings, wording, group.filter((other) => other !== wording));
  const spoken = [...bySpoken.keys()].sort((a, b) => b.length - a.length);
  return {
    spokenIn(folded) {
      const found: { say: string; write: string[] }[] = [];
      let rest = folded;
      for (const say of spoken) {
        if (!rest.includes(say)) continue;
        rest = rest.replaceAll(say, ' ');
        found.push({ say, write: [...(bySpoken.get(say) ?? [])] });
      }
      return found;
    },
    variants(word) {
      const inside = [...sameWordings].filter(([wording]) => wording.length >= 2 && word.length > wording.length && word.includes(wording));
      return [...(sameWordings.get(word) ?? []), ...inside.flatMap(([wording, others]) => [...others].map((other) => word.replace(wording, other)))];
    },
    sameAs: (word) => [...(sameWordings.get(word) ?? [])],
  };
}

function addAll(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = map.get(key) ?? new Set<string>();
  for (const value of values) set.add(value);
  map.set(key, set);
}
