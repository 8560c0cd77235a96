import { z } from 'zod';
import { HELP_NUMBERS, type HelpNumbers } from './answer/reply.js';

const numbers = z.string().regex(/^\+?\d[\d ()+-]{0,30}(?:[,，、] ?\+?\d[\d ()+-]{0,30}){0,3}$/u, 'one to four telephone numbers with commas between, such as 12356 or 12356, 010-8295 1332');

/** The keys for whom somebody in danger is told to call. */
export const HELP_KEYS = { HELP_POLICE: numbers, HELP_AMBULANCE: numbers, HELP_COUNSELLING: numbers } as const;

/** The numbers that are configured, each as a citizen reads it; where none is, that of the mainland of China. */
export function helpNumbersOf(valueOf: (key: keyof typeof HELP_KEYS) => string | null): HelpNumbers {
  const shown = (key: keyof typeof HELP_KEYS, usual: string): string => (valueOf(key) ?? usual).split(/[,，、]/u).map((number) => number.trim()).join(' / ');
  return { police: shown('HELP_POLICE', HELP_NUMBERS.police), ambulance: shown('HELP_AMBULANCE', HELP_NUMBERS.ambulance), counselling: shown('HELP_COUNSELLING', HELP_NUMBERS.counselling) };
}
