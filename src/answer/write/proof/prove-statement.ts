import type { PassageView } from '../../../domain/answer.js';
import { fold } from '../../../language/fold.js';
import type { Thesaurus } from '../../thesaurus.js';
import { readEvidence, squeezeSpace, type EvidenceText } from './evidence-text.js';
import { withoutOpening } from './opening.js';
import { foreignPerson } from './prove-people.js';
import { turnedWord } from './prove-polarity.js';
import { proveValues } from './prove-values.js';
import { foreignWord } from './prove-words.js';

export const FAULTS = ['empty', 'uncited', 'unknown passage', 'markup', 'quote', 'figure', 'date', 'meeting', 'name', 'office', 'negation', 'word'] as const;
export type FaultKind = (typeof FAULTS)[number];

/** Why a statement must not be sent. `text` is the part that nothing bears out. */
export interface Fault {
  kind: FaultKind;
  text: string;
}

/** One sentence that a model wrote, with the numbers of the passages it names. */
export interface WrittenStatement {
  text: string;
  passages: number[];
}

/** Addresses, tags and commands of other programs have no place in an answer. */
const MARKUP = /https?:|www\.|tg:|t\.me\/|<[a-z/!]|```|\]\(|&[a-z#\d]+;|\{\{|[\u202a-\u202e\u2066-\u2069]/iu;
/** Quoted words and titles, folded. */
const QUOTED = /"([^"]{2,})"|《([^》]{2,})》?/gu;

/**
 * The first reason why a statement must not be sent, or null: every marker resolves, quoted words stand in a passage that it names,
 * and every figure, date, session, name, office, negation and word agrees with those passages. `given` is numbered from 1;
 * `question` stands alone.
 */
export function faultOf({ text, passages }: WrittenStatement, given: readonly PassageView[], question: string, thesaurus: Thesaurus): Fault | null {
  if (!/[\p{L}\p{N}]{2}/u.test(text.replace(/\[\d+\]/gu, ''))) return { kind: 'empty', text };
  if (passages.length === 0) return { kind: 'uncited', text };
  const unknown = passages.find((number) => given[number - 1] === undefined);
  if (unknown !== undefined) return { kind: 'unknown passage', text: String(unknown) };
  const markup = MARKUP.exec(text);
  if (markup !== null) return { kind: 'markup', text: markup[0] };
  const evidence = readEvidence(passages.map((number) => given[number - 1]).filter((passage) => passage !== undefined));
  return faultAgainst(squeezeSpace(fold(text)), fold(question), evidence, thesaurus);
}

function faultAgainst(statement: string, question: string, evidence: EvidenceText, thesaurus: Thesaurus): Fault | null {
  for (const [, words, title] of statement.matchAll(QUOTED)) if (!`${evidence.body}\n${evidence.head}`.includes(words ?? title ?? '')) return { kind: 'quote', text: words ?? title ?? '' };
  const told = withoutOpening(statement, evidence);
  if (isClauseOf(told, evidence)) return null;
  const { proven, fault } = proveValues(told, evidence);
  if (fault !== null) return fault;
  const person = foreignPerson(told, evidence);
  if (person !== null) return person;
  const turned = turnedWord(told, evidence);
  if (turned !== null) return { kind: 'negation', text: turned };
  const word = foreignWord(told, proven, question, evidence, thesaurus);
  return word === null ? null : { kind: 'word', text: word };
}

/** Whole clauses of the record, as they stand, prove themselves. */
function isClauseOf(statement: string, { body }: EvidenceText): boolean {
  const bare = statement.replace(/[。，,；;.!?]+$/u, '');
  const at = bare.length < 4 ? -1 : body.indexOf(bare);
  return at >= 0 && /^$|[。，,；;:：!?\n]/u.test(body[at - 1] ?? '') && /^$|[。，,；;!?\n]/u.test(body[at + bare.length] ?? '');
}
