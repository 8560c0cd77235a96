/** What a question word asks for. */
export type Ask = 'who' | 'when' | 'where' | 'why' | 'how' | 'how_many' | 'how_much' | 'share' | 'what' | 'which';

export type ItemKind =
  | 'noun' | 'figure' | 'person' | 'organ' | 'place' | 'name' | 'modifier' | 'unit' | 'number' | 'ordinal' | 'time' | 'session'
  | 'verb' | 'be' | 'aux' | 'not' | 'det' | 'prep' | 'and' | 'possessive' | 'ask' | 'mark';

/** One word or fixed expression of an English question with its Chinese wording. */
export interface Item {
  kind: ItemKind;
  /** Chinese wording; of a preposition or question word the English one; empty where Chinese has no word for it. */
  zh: string;
  /** As typed, lower case. */
  word: string;
  /** How a verb is inflected, or whether a noun is plural. */
  form: 'base' | 's' | 'ed' | 'ing';
  /** Value of an ordinal. */
  value: number;
}

const NOUNISH: ReadonlySet<ItemKind> = new Set(['noun', 'figure', 'person', 'organ', 'place', 'name', 'modifier', 'unit', 'number', 'ordinal', 'time', 'session']);

/** Whether the item can stand inside a noun phrase. */
export function isNounish(item: Item | undefined): boolean {
  return item !== undefined && NOUNISH.has(item.kind);
}

export function makeItem(kind: ItemKind, zh: string, word: string, form: Item['form'] = 'base', value = 0): Item {
  return { kind, zh, word, form, value };
}
