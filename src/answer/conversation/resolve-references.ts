import { BRINGS_NOTHING, contextOf } from './carry.js';
import type { LookUps } from './look-ups.js';
import { meetingIn } from './meeting-in.js';
import { neighbourSession } from './neighbour-session.js';
import { peopleInAnswer, thingInAnswer } from './name-in-answer.js';
import { readQuestion, textOf } from './read-question.js';
import { ANCHOR_ROLES, type Word } from './word.js';
import { DOCUMENT_END } from './word-classes.js';

export type AnswerOf = NonNullable<LookUps['answerOf']>;

export interface Resolved {
  text: string;
  /** True when a word that pointed back was replaced. */
  isResolved: boolean;
}

const PERSON = /(?:他|她)们?(?:本人|俩)?(?!日|乡|处|方|国|省|市|项)|(?:这|那)(?:一)?(?:个人|位(?:领导|同志|代表|委员|书记|主席|市长|记者|专家|先生|女士|负责人)?|几位(?:领导|代表|委员|同志)?|些人)|(?:该|此)(?:人|同志|领导|负责人|委员|代表|记者)|(?<=^|[，,由])其本人/;
const KIND = '会议|会|报告|纪要|决议|方案|文件|议题|议案|提案|事项|问题|项目|银行|支行|公司|机构|单位|部门|组织|小组|委员会|协会|目标|数字|数据|比例|建议|活动|仓库?|sig|SIG|行|局|院';
const THING = new RegExp(`它们?|(?<!应|不|都|也|系统)(?<=^|[，,由在对的于给向])该(${KIND})|(?:这|那)(?:一)?(?:个|项|份|次|场|些|条|类|家|笔|批|篇|块|部分)?(${KIND})(?!场)|(?:本|此|上述)(?:次|项|份)?(${KIND})|(?<=^|[，,])其(?![他它中实余间次])`);

const NEIGHBOUR = /[上下前后]一?次(?:的)?(?:会议|例会|全会|会)?/;
/** 会上, 会议 and 报告 without a name mean the ones spoken of: 会上还讨论了什么, 谁参加了会议. */
const BARE = /^(?:在)?(?:会议?上|会议?(?=由|是|在|有|何时|什么|哪|几|谁|还)|大会(?=由|是|在|有|何时|什么|哪|几|谁|还))|(?<=[了过开])会议?(?=的?[?？]?$)|^(报告)(?=由|是|里|中|在|何时|什么时候|哪)/;

/** Replaces words that point back (他, 该会议, 它) by what they mean; earlier questions are stand-alone, newest last. */
export async function resolveReferences(text: string, earlier: readonly string[], answerOf: AnswerOf | undefined): Promise<Resolved> {
  const person = PERSON.exec(text);
  if (person !== null && !isNamedBefore(text, person.index, 'person')) {
    const name = await personMeant(earlier, person[0].includes('们') || /几|些|俩/.test(person[0]), answerOf);
    if (name !== null) return { text: text.slice(0, person.index) + name + text.slice(person.index + person[0].length), isResolved: true };
  }
  const choice = /[前后]者/.exec(text);
  const pair = choice === null ? null : pairIn(earlier.at(-1) ?? '');
  if (choice !== null && pair !== null) return { text: text.replace(choice[0], pair[choice[0] === '前者' ? 0 : 1]), isResolved: true };
  const neighbour = NEIGHBOUR.exec(text);
  const session = neighbour === null ? null : neighbourSession(readQuestion(earlier.at(-1) ?? ''), /上|前/.test(neighbour[0]) ? -1 : 1);
  if (neighbour !== null && session !== null) return { text: text.replace(neighbour[0], session), isResolved: true };
  const bare = BARE.exec(text);
  if (bare !== null) {
    const name = await thingMeant(bare[1] === undefined ? '会议' : '报告', earlier.at(-1) ?? '', answerOf);
    if (/会议?$|报告$/.test(name)) return { text: text.slice(0, bare.index) + name + text.slice(bare.index + bare[0].replace(/[上里中]$/, '').length), isResolved: true };
  }
  const thing = THING.exec(text);
  if (thing !== null && !isNamedBefore(text, thing.index, 'thing')) {
    const name = await thingMeant(thing[1] ?? thing[2] ?? thing[3] ?? '', earlier.at(-1) ?? '', answerOf);
    if (name !== '') return { text: (text.slice(0, thing.index) + name + text.slice(thing.index + thing[0].length)).replace(/的的/g, '的'), isResolved: true };
  }
  return { text, isResolved: false };
}

/** A clause that speaks of somebody (他说什么) with the name in the place of the pronoun; null where it holds none. */
export function resolvePerson(clause: string, name: string): string | null {
  const person = PERSON.exec(clause);
  return person === null ? null : clause.slice(0, person.index) + name + clause.slice(person.index + person[0].length);
}

/** “X”这一议题, 服务业那个会 and 张三说他 point inside the question itself. */
function isNamedBefore(text: string, at: number, kind: 'person' | 'thing'): boolean {
  // 有位船工讲到河道淤塞，他是谁: the clause before names whom it means.
  if (kind === 'person' && /.{4}[，,]$/.test(text.slice(0, at))) return true;
  const before = readQuestion(text.slice(0, at));
  if (kind === 'person') return before.some(({ role }) => role === 'person') || text.slice(0, at).endsWith("的");
  const last = before.at(-1);
  // 谁作的这份报告: what was done stands before it, not what it is called.
  if (last?.folded === '的' && before.at(-2)?.role === 'verb' && before.at(-3)?.role === 'asked') return false;
  return (last !== undefined && (last.folded === '的' || (last.role !== 'glue' && last.role !== 'verb' && last.role !== 'asked'))) || before.some(({ role }) => ANCHOR_ROLES.has(role) && role !== 'date' && role !== 'person');
}

async function personMeant(earlier: readonly string[], isPlural: boolean, answerOf: AnswerOf | undefined): Promise<string | null> {
  for (const question of [...earlier].reverse()) {
    const words = readQuestion(question);
    const named = words.filter(({ role }) => role === 'person').map(({ text }) => text.trim());
    if (named.length > 0) return isPlural ? named.join('、') : (named[0] ?? null);
    if (!words.some(asksPerson)) continue;
    const people = peopleInAnswer((await answerOf?.(question)) ?? '', words);
    if (people.length > 0) return isPlural ? people.slice(0, 4).join('、') : (people[0] ?? null);
    return describePerson(words);
  }
  return null;
}

function asksPerson({ role, folded }: Word): boolean {
  return role === 'asked' && /谁|哪一?位|何人|什么人|哪些人|哪个(?:人|记者|领导|委员|代表)|哪几个?位/.test(folded);
}

/** Without a name: 主任办公会谁召集 gives 召集主任办公会的人. */
function describePerson(words: readonly Word[]): string {
  const kept = words.filter((word) => !asksPerson(word) && !/^(?:[?？，,。是由了的])$/.test(word.folded.trim()));
  const verb = kept.at(-1)?.role === 'verb' ? kept.pop() : undefined;
  return `${verb?.text ?? ''}${textOf(kept).trim()}的人`;
}

async function thingMeant(kind: string, question: string, answerOf: AnswerOf | undefined): Promise<string> {
  const words = readQuestion(question);
  if (/^(?:会议|会)$/.test(kind)) return meetingIn(words);
  if (/^(?:报告|纪要|决议|方案|文件)$/.test(kind)) {
    const at = words.findLastIndex(({ role, folded }) => role === 'document' || (role === 'quote' && DOCUMENT_END.test(folded.replace(/[》"”]$/, ''))) || folded === kind);
    if (at >= 0) return contextOf(words.slice(0, at + 1), BRINGS_NOTHING);
  }
  if (/^(?:银行|支行|公司|机构|单位|部门|组织|小组|委员会|协会|sig|SIG|行|局|院)$/.test(kind)) {
    const body = words.find(({ role }) => role === 'body');
    if (body !== undefined) return body.text.trim();
  }
  const asked = words.find(({ role, folded }) => role === 'asked' && /^哪一?[个家类种项次场份条](?=.)/.test(folded));
  const named = asked === undefined ? null : thingInAnswer((await answerOf?.(question)) ?? '', asked.folded);
  if (asked !== undefined) return named ?? describeThing(words, asked);
  // A kind of thing that was not spoken of is not meant: 那个提案 after a question about a bank.
  const isSpokenOf = kind === '' || /^(?:问题|事项|目标|数字|数据|比例|活动|议题|议案)$/.test(kind) || words.some(({ folded }) => folded.includes(kind));
  if (!isSpokenOf) return '';
  return contextOf(words, BRINGS_NOTHING);
}

/** Without a name: 哪个区的招商项目最多 gives 招商项目最多的区. */
function describeThing(words: readonly Word[], asked: Word): string {
  const rest = words.filter((word) => word !== asked && !/^[?？]$/.test(word.folded));
  const kind = asked.text.replace(/^哪一?[个家类种项次场份条]/, '');
  return `${textOf(rest).trim().replace(/^[的是]/, '')}的${kind}`;
}

/** The two sides of A和B in a question. */
function pairIn(question: string): [string, string] | null {
  const words = readQuestion(question);
  const at = words.findIndex(({ role, folded }, index) => index > 0 && role === 'glue' && /^(?:和|与|、|跟)$/.test(folded));
  const isName = (word: Word | undefined): boolean => word !== undefined && !/^(?:glue|asked|date|verb)$/.test(word.role);
  let from = at;
  while (isName(words[from - 1])) from--;
  let to = at + 1;
  while (isName(words[to])) to++;
  return at < 1 || from === at || to === at + 1 ? null : [textOf(words.slice(from, at)).trim(), textOf(words.slice(at + 1, to)).trim()];
}
