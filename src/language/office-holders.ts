import { fold } from './fold.js';
import { findPeople } from './people.js';
import type { Person } from './people-titles.js';
import { splitClauses } from './sentences.js';

/** Somebody whom one sentence gives an office, or from whom it takes one. */
export interface NamedHolder {
  /** Offsets are those of the sentence; `office` is not empty. */
  person: Person;
  /** `former`: said to have held it before; `ended`: removed, resigned. */
  state: 'holds' | 'ended' | 'former';
}

/** Somebody put forward for an office does not hold it. */
const CANDIDATE = /候选|提名|拟任|建议人选|竞聘|待定|推荐|暂不|不同意|申请担任|差额|预备人选|酝酿|下[一]?[次届任]/;
const ENDED = /免去|免职|辞去|辞职|不再担任|卸任|罢免|撤销|离任|辞任|卸职|去职|调离|退出|停止.{0,6}职务/;
const FORMER = /(?:原|前|前任|时任|曾任|历任|已故|首任)$/;
/** What an office is called that was held before. */
const FORMER_OFFICE = /^(?:原|前任?|时任)(?!.{0,2}沿)/;
const SUCCEEDS = /^(?:同志)?(?:正式|随即|已)?(?:接任|接替|继任|接棒|接手|补任|递补)/;

/** The people to whom a sentence, as printed, gives an office, in order; who is only put forward for one is left out. */
export function officeHolders(sentence: string): NamedHolder[] {
  const folded = fold(sentence);
  return withSuccessors(folded, findPeople(sentence))
    .filter((person) => person.office !== '' && !CANDIDATE.test(clausesOf(folded, person)))
    .map((person) => {
      const isFormer = FORMER.test(folded.slice(0, person.whole.start)) || FORMER_OFFICE.test(fold(person.office));
      return { person, state: ENDED.test(actAround(folded, person)) ? 'ended' : isFormer ? 'former' : 'holds' };
    });
}

/** 局长甲辞任，由乙接任: the one who comes takes the office of the one who goes, and is quoted with it. */
function withSuccessors(folded: string, people: readonly Person[]): Person[] {
  return people.map((person, index) => {
    const left = people.slice(0, index).findLast(({ office }) => office !== '');
    if (person.office !== '' || left === undefined || !SUCCEEDS.test(folded.slice(person.end))) return person;
    return { ...person, office: left.office, whole: { start: left.whole.start, end: person.end } };
  });
}

/** The clause of the name, with what follows of the titles. */
function clausesOf(folded: string, person: Person): string {
  const clause = splitClauses(folded, { start: 0, end: folded.length }).find(({ start, end }) => start <= person.start && person.start < end);
  return clause === undefined ? folded : folded.slice(clause.start, Math.max(clause.end, person.whole.end));
}

/** What is done to the person: the words between the last mark and the name, and behind it up to the next name or mark. */
function actAround(folded: string, person: Person): string {
  const before = folded.slice(0, person.whole.start);
  const lead = /[^,，。；;]*$/.exec(before)?.[0] ?? '';
  const after = /^[^,，。；;]{0,30}/.exec(folded.slice(person.end))?.[0] ?? '';
  // 免去甲的局长职务、任命乙为局长: the nearest verb in front governs.
  const verb = [...lead.matchAll(/任命|选举|选出|当选|推选|补选|增选|同意|免去|罢免|撤销|接受|决定/g)].at(-1);
  return `${verb === undefined ? lead : lead.slice(verb.index)}${after}`;
}
