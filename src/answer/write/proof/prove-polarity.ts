import { splitClauses } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';
import { isNegated, oppositeOf } from '../../compose/claim/polarity.js';
import { deniedBy } from '../../compose/claim/negation.js';
import { coverBy } from './cover.js';
import type { EvidenceText } from './evidence-text.js';
import { nearestClause } from './nearest-clause.js';

/** Characters that turn or bound what follows, and the rank before an office: none may get lost between two stretches of the record. */
const TURNS = /[未没不无非否勿莫禁拒免撤停缓副原前拟]|暂缓|不得|尚未|拒绝|取消/u;

/** What a folded statement says the other way round than its evidence, or null; clause by clause, each against the clause of the record that is nearest. */
export function turnedWord(statement: string, evidence: EvidenceText): string | null {
  for (const clause of splitClauses(statement, { start: 0, end: statement.length }).map(({ start, end }) => statement.slice(start, end))) {
    const nearest = nearestClause(clause, evidence);
    const turned = nearest === null ? null : turnedClause(clause, nearest);
    if (turned !== null) return turned;
  }
  return null;
}

function turnedClause(clause: string, nearest: string): string | null {
  const opposite = oppositeOf(clause, nearest);
  if (opposite !== null) return opposite.claimed;
  const denied = deniedBy(clause, nearest);
  if (denied !== null) return denied === 'open' ? (NEGATION.exec(clause)?.[0] ?? clause) : denied.claimed;
  if (negations(clause) > negations(nearest)) return NEGATION.exec(clause)?.[0] ?? clause;
  for (const { word, tag } of tagWords(clause)) {
    if (word.length < 2 || !/^[vanb]/.test(tag)) continue;
    const mine = isNegated(clause, word);
    const theirs = isNegated(nearest, word);
    if (mine !== null && theirs !== null && mine !== theirs) return word;
  }
  return droppedTurn(clause, nearest);
}

const NEGATION = /[未没不无非否]/u;

function negations(text: string): number {
  return text.match(/[未没不无非否]/gu)?.length ?? 0;
}

/** A word that turns the sentence and stands in the record between, or right before, the stretches that the statement takes from it. */
function droppedTurn(statement: string, sentence: string): string | null {
  const pieces = coverBy(statement, sentence);
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const from = before === undefined || before.at + (before.end - before.start) > piece.at ? Math.max(0, piece.at - 2) : before.at + (before.end - before.start);
    const gap = sentence.slice(from, piece.at).replace(/^.*[，,。；;、：:\s]/u, '');
    const said = statement.slice(before?.end ?? Math.max(0, piece.start - 2), piece.start);
    const turn = gap.length <= 6 ? TURNS.exec(gap)?.[0] : undefined;
    if (turn !== undefined && !said.includes(turn) && (before !== undefined || gap.endsWith(turn))) return sentence.slice(from, Math.min(sentence.length, piece.at + 2));
  }
  return null;
}
