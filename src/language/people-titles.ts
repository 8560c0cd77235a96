import { areListed } from './people-lists.js';
import { COURTESY, OFFICE, TITLE } from './people-words.js';
import type { Span } from './sentences.js';
import { tagWords } from './tokens.js';

/** A person named in a text; the span is that of the name. */
export interface Person extends Span {
  /** As printed, without the spaces some papers set inside short names. */
  name: string;
  /** The titles the text gives the person right there, as printed (市委常委、副市长); empty when it gives none. */
  office: string;
  /** The name together with those titles. */
  whole: Span;
}

const HAN = /[\u3400-\u9fff]/;
const RUN = /(?:[\u3400-\u9fffa-z0-9·"、 \u3000]|(?<=[a-z])-|-(?=[a-z]))*$/;
const OFFICE_TAIL = new RegExp(`(?:${TITLE})(?:同志)?$`);
const COURTESY_TAIL = new RegExp(`(?:${COURTESY})$`);
const LINK_BEFORE = /[\s\u3000]*(?:[-:]|是|(?:更换|变更|调整|改选|改|确定|选举|推选)?为|换成|改由|由|即)?[\s\u3000]*$/;
const OFFICE_BEHIND = new RegExp(`^[\\s\\u3000]?(?:同志)?(?:${OFFICE}|(?:人大|政协)?(?:代表(?=$|[\\s,。、;:)"\\]]|说|表示|建议|提|认为|谈|的|在|等|和|来自)|委员(?!会|们))|教授|院士)`);
const OFFICE_GIVEN = new RegExp(`^(?:同志)?(?:的)?(?:职务[是为]|[^,。;:、\\s]{0,12}当选为?|现任|时任|当选为?|担任|出任|任|为|是|连任|兼任|不再担任|辞去)((?:[^,。;:、\\n]{0,20}?(?:${OFFICE}|人大代表|政协委员)(?:、(?=[^,。;:]{0,16}(?:${OFFICE})))?)+)`);
const OFFICE_OWNED = new RegExp(`^(?:同志)?(?:所担任)?的((?:[^,。;:、\\s]{0,16}?(?:${OFFICE})、?)+)(?=职务|一职|职位|请求)`);
const OFFICE_BRACKETED = new RegExp(`^[((]\\s*([^()()的]{0,24}(?:${TITLE}))\\s*[))]`);

/** Reads the titles before and behind each name; names listed behind one title share it. */
export function withOffices(text: string, folded: string, spans: readonly Span[]): Person[] {
  const people: Person[] = [];
  for (const [index, span] of spans.entries()) {
    const { start, end } = span;
    const name = text.slice(start, end).replace(/[\u3000\s]+/g, (space) => (HAN.test(text[start] ?? '') ? '' : space));
    const floor = spans[index - 1]?.end ?? 0;
    const before = titleRun(folded, floor, start);
    const behind = titleBehind(folded, end, spans[index + 1]?.start ?? folded.length);
    const previous = people.at(-1);
    const isShared = before === null && previous !== undefined && previous.office !== '' && previous.whole.end <= previous.end && areListed(folded, previous, span);
    const titles = [before, behind].filter((title) => title !== null);
    const office = titles.length > 0 ? titles.map((title) => text.slice(title.start, title.end).trim()).join('、') : isShared ? previous.office : '';
    people.push({ start, end, name, office, whole: { start: before?.start ?? start, end: Math.max(end, behind?.end ?? end) } });
  }
  return sharedBackwards(folded, people);
}

/** 甲、乙等副主席, 甲和乙任副局长: the title behind the last name is said of all before it that have none. */
function sharedBackwards(folded: string, people: readonly Person[]): Person[] {
  const result = [...people];
  for (let index = result.length - 2; index >= 0; index--) {
    const person = result[index] as Person;
    const next = result[index + 1] as Person;
    if (person.office === '' && next.office !== '' && next.whole.start === next.start && areListed(folded, person, next)) result[index] = { ...person, office: next.office };
  }
  return result;
}

/** The titles that end right before a name: 市委常委、副市长, with the body whose they are. */
function titleRun(folded: string, floor: number, start: number): Span | null {
  const upTo = folded.slice(floor, start);
  const link = LINK_BEFORE.exec(upTo)?.[0] ?? '';
  let end = start - link.length;
  let run = RUN.exec(folded.slice(floor, end))?.[0] ?? '';
  if (COURTESY_TAIL.test(run)) {
    end -= (COURTESY_TAIL.exec(run)?.[0] ?? '').length;
    run = RUN.exec(folded.slice(floor, end))?.[0] ?? '';
  }
  if (!OFFICE_TAIL.test(run)) return null;
  const parts = run.split(/(?<=、)/);
  let from = end;
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = (parts[index] ?? '').replace(/、$/, '').trimEnd();
    if (!OFFICE_TAIL.test(part)) break;
    const first = parts.slice(0, index).join('').length;
    const body = bodyStart(parts[index] ?? '');
    from = end - run.length + first + body;
    from += /^[据由经在和对访向]/.test(folded.slice(from)) ? 1 : 0;
    if (body > 0) break;
  }
  return from >= end ? null : { start: from, end };
}

/** Longest body or rank in front of a title, in characters. */
const MAX_BODY = 26;
/** Verbs and function words that end what belongs to a title, seen from the title leftwards. */
const NOT_OF_TITLE = /^(?:[是的由在和与及为被将以到从向对有等把了请让邀]|会议|出席|参加|列席|主持|听取|讨论|审议|批准|选举|任命|免去|推选|补选|通过|决定|经|据|陪同|领导|同志|访|记者|专访|采访|本报|讯|召开|举行|公司宣布|宣布|现任|时任|曾任|担任|当选|前往|会见|欢迎|感谢|[原前])$/;

/** Where in a part the title with its body begins. */
function bodyStart(part: string): number {
  const title = OFFICE_TAIL.exec(part.replace(/、$/, '').trimEnd());
  const head = part.slice(0, title?.index ?? 0);
  if (head === '') return 0;
  let at = head.length;
  const words = tagWords(head).reverse();
  for (const [index, { word, tag }] of words.entries()) {
    // SIG的组长, 媒体 SIG组长, risc-v SIG: Latin names of bodies are set off by spaces and hyphens.
    const isLatinNear = /[a-z]/.test(words[index - 1]?.word ?? '') || /[a-z]/.test(words[index + 1]?.word ?? '');
    if ((index === 0 && word === '的') || (isLatinNear && /^[\s-]$/.test(word))) {
      at -= word.length;
      continue;
    }
    if (word.trim() === '' || NOT_OF_TITLE.test(word) || /^(?:上|中|里|内|后|时)$/.test(word) || /^(?:p|c|u|d|r|y|e$|m)/.test(tag) || (/^v(?!n)/.test(tag) && !/^(?:执行|常务|办|组织|宣传|监督|管理|代|检查|纪检|审查|审判|发展|改革|开放|建设|财政|统战|规划|服务|运营|轮值|联合|综合)/.test(word)) || head.length - at + word.length > MAX_BODY) break;
    at -= word.length;
  }
  return at;
}

function titleBehind(folded: string, end: number, limit: number): Span | null {
  const rest = folded.slice(end, Math.min(folded.length, end + 60));
  const direct = OFFICE_BEHIND.exec(rest);
  // 张某某副主席 is titled so; 张某某、李某某 … 副主席 is somebody else's.
  if (direct !== null) {
    const skipped = /^[\s\u3000]?(?:同志)?/.exec(rest)?.[0].length ?? 0;
    return end + direct[0].length <= Math.max(limit, end + direct[0].length) && direct[0].length > skipped ? { start: end + skipped, end: end + direct[0].length } : null;
  }
  for (const pattern of [OFFICE_BRACKETED, OFFICE_GIVEN, OFFICE_OWNED]) {
    const match = pattern.exec(rest);
    const title = match?.[1];
    if (match === null || title === undefined) continue;
    const start = end + match[0].lastIndexOf(title);
    if (start + title.length <= limit) return { start, end: start + title.replace(/、$/, '').length };
  }
  return null;
}
