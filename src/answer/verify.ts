import { findDates } from '../language/dates.js';
import { fold } from '../language/fold.js';
import type { CitedCut } from './cite.js';

/** Statements whose every figure, date and word stands in the passage they name. The others must not be sent. */
export function verify(cuts: readonly CitedCut[]): CitedCut[] {
  return cuts.filter(({ text, passage }) => isHeld(text, passage.text));
}

/** Every number and every date of `text` stands in `source` as a whole number or date, not as a piece of a longer one. */
export function isHeld(text: string, source: string): boolean {
  const numbers = (value: string): string[] => fold(value).match(/\d+(?:[.,]\d+)*/g) ?? [];
  const held = new Set(numbers(source));
  if (!numbers(text).every((number) => held.has(number))) return false;
  const dates = new Set(findDates(source).map(({ iso }) => iso));
  return findDates(text).every(({ iso }) => dates.has(iso)) && squeezeSpace(source).includes(squeezeSpace(text));
}

/** Whether every number of a sentence of ours is the question's own, stands in a cited passage, or was computed from them. */
export function isLeadHeld(lead: string, question: string, passages: readonly string[], computed: readonly string[] = []): boolean {
  const numbers = (value: string): string[] => fold(value).match(/\d+(?:[.,]\d+)*/g) ?? [];
  const held = new Set([question, ...passages, ...computed].flatMap(numbers));
  return numbers(lead).every((number) => held.has(number));
}

function squeezeSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
