import { findPeople } from '../../../language/people.js';
import { OFFICE } from '../../../language/people-words.js';
import { tagWords } from '../../../language/tokens.js';
import { contentWords } from './content-words.js';
import type { EvidenceText } from './evidence-text.js';
import { isLight } from './light-words.js';

/** The name or office of a folded statement that its evidence does not bear out, or null. */
export function foreignPerson(statement: string, evidence: EvidenceText): { kind: 'name' | 'office'; text: string } | null {
  const people = findPeople(statement);
  for (const person of people) {
    if (!evidence.body.includes(person.name) && !evidence.head.includes(person.name)) return { kind: 'name', text: person.name };
    if (!isToldOf(person.name, statement, people.map(({ name }) => name), evidence)) return { kind: 'name', text: person.name };
  }
  const office = foreignOffice(statement, evidence);
  return office === null ? null : { kind: 'office', text: office };
}

/** Least share of what somebody is said to have said that must stand near the name. */
const MIN_SAID = 0.5;

/** Whether a clause that names somebody, or the ones around it that name nobody else, say what the statement says of that person. */
function isToldOf(name: string, statement: string, others: readonly string[], { sentences }: EvidenceText): boolean {
  const said = predicates(clauseOf(statement, name), others);
  const words = said.length > 0 ? [] : contentWords(wordsOf(name, statement, others)).filter((word) => !others.some((other) => other.includes(word)));
  const isOther = (text: string): boolean => findPeople(text).some((person) => person.name !== name);
  return sentences.some(({ clauses, text }, index) => {
    const at = clauses.findIndex((clause) => clause.includes(name));
    if (at < 0) return false;
    const reach = [clauses[at] ?? ''];
    let next = at + 1;
    for (; next < clauses.length && !isOther(clauses[next] ?? ''); next++) reach.push(clauses[next] ?? '');
    for (let before = at - 1; before >= 0 && findPeople(clauses[before] ?? '').length === 0; before--) reach.push(clauses[before] ?? '');
    // What somebody says may go on for sentences, until somebody else has the word.
    if (said.length === 0 && next === clauses.length) for (let later = index + 1; later < sentences.length && !isOther(sentences[later]?.text ?? ''); later++) reach.push(sentences[later]?.text ?? '');
    const there = reach.join('');
    if (said.length === 0) return words.filter((word) => there.includes(word)).length >= MIN_SAID * words.length;
    // A list of names shares its verb, wherever in the sentence it stands.
    const isList = (clauses[at] ?? '').includes('、') && said.every((word) => text.includes(word)) && findPeople(text).length > 2;
    return isList || said.every((word) => there.includes(word));
  });
}

/** What a statement says of somebody: the clause with the name, and those behind it up to the next name. */
function wordsOf(name: string, statement: string, others: readonly string[]): string {
  const clauses = statement.split(/(?<=[，,；;。])/);
  const at = clauses.findIndex((clause) => clause.includes(name));
  const end = clauses.findIndex((clause, index) => index > at && others.some((other) => other !== name && clause.includes(other)));
  return clauses.slice(Math.max(0, at), end < 0 ? undefined : end).join('');
}

function clauseOf(statement: string, name: string): string {
  return statement.split(/[，,；;。]/).find((clause) => clause.includes(name)) ?? statement;
}

/** Verbs of a clause: what is said of the people in it. */
function predicates(clause: string, names: readonly string[]): string[] {
  return tagWords(clause).filter(({ word, tag }) => tag.startsWith('v') && word.length >= 2 && !isLight(word) && !names.some((name) => name.includes(word))).map(({ word }) => word);
}

const OFFICES = new RegExp(OFFICE, 'g');

/** An office that the record has only with another rank (副主席 for 主席), or not at all. */
function foreignOffice(statement: string, { body, head }: EvidenceText): string | null {
  const source = `${body}\n${head}`;
  const recorded = new Set(Array.from(source.matchAll(OFFICES), ([office]) => office));
  for (const [office] of statement.matchAll(OFFICES)) if (!recorded.has(office)) return office;
  // Each person keeps the office that stands beside the name.
  for (const person of findPeople(statement)) {
    const mine = officesBeside(person.name, statement);
    const theirs = new Set(officesBeside(person.name, source));
    const other = mine.find((office) => theirs.size > 0 && !theirs.has(office));
    if (other !== undefined) return other;
  }
  return null;
}

/** Offices that stand right before or right behind a name. */
function officesBeside(name: string, text: string): string[] {
  const before = new RegExp(`(${OFFICE})(?=${name})`, 'g');
  const after = new RegExp(`(?<=${name})(?:同志)?(${OFFICE})`, 'g');
  return [...text.matchAll(before), ...text.matchAll(after)].map((match) => match[1] ?? '').filter((office) => office !== '');
}
