import { findPeople } from '../../../language/people.js';
import { OFFICE } from '../../../language/people-words.js';
import type { Intent } from '../../intent.js';
import { readOfficeName, type OfficeName } from './office-name.js';

/** What is asked of offices: who holds one, or which ones somebody holds. */
export type OfficeQuestion = { kind: 'holders'; office: OfficeName; wording: string; isFormer: boolean; isPlural: boolean } | { kind: 'offices'; name: string; title: string };

const WHO = '(?:谁|哪一?位|哪几位|哪几个人?|哪些人?|哪一?个人?|何人|什么人|什么名字|叫什么|叫啥|啥名字|姓甚名谁)';
const BE = '(?:接任|接替|继任|接手|换成了?|换作|换了|换|改成|改由|变成|轮到|来担任|出任|担任|当选为?|任命|在任|是|由|叫|(?<![主前上现连兼委责历])任|当|做|为|来|在|有)';
/** The asking itself, wherever it stands; what is left is the office. */
const ASKING = new RegExp(`(?:都|又|到底|究竟|应该)?${BE}{0,2}(?:都)?${WHO}(?:正)?${BE}{0,2}(?:的)?`, 'g');
const EDGE = /^(?:请问(?:一下)?|你?知道|告诉我|我?想(?:知道|问(?:一下)?|了解)|帮我?查(?:一下|下)?|查(?:一下|下)|那么?|在|当|时|的|是|任|做|时候|当时|那时|那年|[\s,。?!:])+|(?:呢|吗|啊|呀|来着|的?(?:名字|姓名|名单|人选)(?:是|叫)?|姓啥|姓什么|叫啥|同志|领导|先生|女士|一职|这个?职务|的|了|都|共|是|有|由|[\s,。?!:])+$/g;
const TIME_WORDS = new RegExp(`现任|现在的?|目前的?|当前的?|如今的?|眼下的?|今年的?|(?:的)?(?:那)?时候的?|期间的?|当时的?|两会(?:上|时)?的?|这一?届的?|本届的?|新任的?|新当选的?|新一任的?|任命的|选出的|选举的|当选的|的?一把手(?=${OFFICE})`, 'g');
const FORMER = /前一?任(?:的)?|上一?任(?:的)?|(?<![中平草])原(?=[^来]{0,8}$)|卸任的?|以前的?/g;
/** 在市某局当局长: the verb is none of the office's name. */
const HOLDS = new RegExp(`(?:担任|出任|当|(?<![主前上现连兼委责历])任|做)(?=${OFFICE}$)`);
/** Beside one of these the question is about a deed, not about an office. */
const DEED = /出席|参加|讲话|批示|提出|主持|表示|宣读|带队|所?作|报告|采访|专访|接受|要求|通过|选举|当选|选了?|免|辞|接见|陪同|说|讲|写|发言|强调|指出|介绍|汇报|哪|什么|几|多少|为何|为什么|怎|如何|吗|是否|有没有|和|与|、|,/;
const HEADS: readonly (readonly [RegExp, string])[] = [[/政协(?:的)?(?:一把手|当家人|主要领导|头儿?)$/, '政协主席'], [/([局厅院])(?:的)?(?:一把手|当家人|头儿?)$/, '$1$1长'], [/([省市县区])(?:的|里)?(?:一把手|当家人)$/, '$1委书记']];

const ASKS_OFFICE = /什么(?:职务|职位|官|身份|头衔|领导|干部|人物|人)|(?:职务|职位|身份|头衔)(?:是|为|叫)?(?:什么|啥)|(?:担任|任|当)(?:的是|着|了)?(?:什么|啥|哪些|哪个)(?:职务|职位|官)?|干什么的|干啥的|做什么的|是谁$|何职|哪些职务/;
/** 甲是哪个局的局长: the organ is asked for, the title is known. */
const ASKS_ORGAN = new RegExp(`(?:哪一?[个家]?|什么|啥)[\\u3400-\\u9fff]{1,4}?的?(${OFFICE})(?:来着|呢|啊|呀)?$`);

/** Reads whether a question asks for nothing but the holder of an office, or somebody's offices; else null. */
export function readOfficeQuestion(intent: Intent): OfficeQuestion | null {
  const asked = blankSpans(intent.folded, [...intent.dates, ...intent.meetings]).replace(/["'?。!]/g, ' ').replace(/领导(?=是)/g, (word, at: number, text: string) => (/sig|组$/.test(text.slice(0, at)) ? '组长' : word));
  return readOffices(asked.trim()) ?? readHolders(asked);
}

function readHolders(asked: string): OfficeQuestion | null {
  if (!new RegExp(WHO).test(asked) && !/姓啥|姓什么/.test(asked)) return null;
  const isFormer = FORMER.test(asked);
  FORMER.lastIndex = 0;
  let wording = asked.replace(FORMER, ' ').replace(TIME_WORDS, ' ').replace(ASKING, ' ');
  for (let shorter = wording.replace(EDGE, ''); shorter !== wording; shorter = wording.replace(EDGE, '')) wording = shorter;
  for (const [head, office] of HEADS) wording = wording.replace(head, (_, kind: string | undefined) => office.replaceAll('$1', typeof kind === 'string' ? kind : ''));
  wording = wording.replace(/\s+/g, ' ').replace(HOLDS, '').replace(/ (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) /g, '');
  const office = readOfficeName(wording);
  if (office === null || DEED.test(wording.slice(0, wording.length - office.title.length).replace(/审查|工作/g, '')) || wording.length > 30) return null;
  // A bare 主席 or 局长 is anybody's.
  if (office.level === '' && office.organ === '' && office.place === '') return null;
  const isPlural = office.isDeputy || /常务|执行|轮值/.test(office.rank) || /哪些|哪几|都有|都是|有谁|有哪/.test(asked);
  return { kind: 'holders', office, wording: wording.replace(/的/g, ''), isFormer, isPlural };
}

function readOffices(asked: string): OfficeQuestion | null {
  const plain = asked.replace(/\s+$/, '');
  const organ = ASKS_ORGAN.exec(plain);
  if (!ASKS_OFFICE.test(plain) && organ === null) return null;
  const people = findPeople(plain);
  const [person] = people;
  if (person === undefined || people.length > 1 || /提出|讲|说|主持|出席|建议|报告/.test(plain)) return null;
  return { kind: 'offices', name: person.name, title: organ?.[1] ?? '' };
}

function blankSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce((result, { start, end }) => result.slice(0, start) + ' '.repeat(end - start) + result.slice(end), text);
}
