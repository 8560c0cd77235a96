import type { DangerStatus } from '../../domain/status.js';
import { speaksOf } from './english.js';
import { plainLetters } from './plain-letters.js';
import { speaksOfRecords, speaksOfSelfHarm } from './self-harm.js';
import { speaksOfThreat } from './threat.js';

/** Longest text that is looked through, in UTF-16 units: longer than any message. */
const MOST_UNITS = 20_000;

/**
 * Whether somebody writes that they or somebody near want to die or hurt themselves, or threatens others or is threatened; null where
 * neither is said. Asking what a record says of such things is a question like any other.
 */
export function findDanger(text: string): DangerStatus | null {
  const plain = plainLetters(text.slice(0, MOST_UNITS));
  const isOnRecord = speaksOfRecords(plain.clauses);
  if (plain.clauses.some((clause) => speaksOfSelfHarm(clause, isOnRecord))) return 'refused_self_harm';
  const english = speaksOf(plain);
  if (english === 'self_harm') return 'refused_self_harm';
  return english === 'threat' || plain.clauses.some((clause) => speaksOfThreat(clause, isOnRecord)) ? 'refused_threat' : null;
}
