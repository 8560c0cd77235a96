import { fold } from '../../language/fold.js';
import { tagWords } from '../../language/tokens.js';
import type { Word } from './word.js';

const SURNAME = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟平黄穆萧尹姚邵汪祁毛禹狄臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁甄曲封储靳井段焦侯全班仰秋仲伊宫宁仇甘厉武符刘景詹束龙叶司黎薄印白蒲邰赖卓屠蒙池乔能苍双闻谭申冉郦牛寿边燕尚温庄晏柴瞿阎慕连茹习艾鱼容向古易戈廖庾居衡步都耿满弘匡国文寇广欧聂晁冷辛那简饶曾沙鞠丰巢关查荆游竺权盖桓岳付代肖谌闫';
const OFFICE = '(?:书记|市长|省长|县长|区长|镇长|部长|局长|厅长|院长|校长|行长|处长|科长|所长|站长|司长|署长|主席|主任|委员|代表|会长|总理|秘书长|检察长|董事长|总经理|经理|理事长|组长|队长|记者|负责人|主讲人|汇报人|主持人|报告人|分享人|领导|教授|专家|常委|成员|leader|maintainer)';
const NAME = `(?:[${SURNAME}][\\u4e00-\\u9fff]{1,2}|(?:欧阳|司马|上官|诸葛|慕容|司徒|令狐|皇甫|尉迟|东方)[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{2,6}(?:·[\\u4e00-\\u9fff]{2,8})+)`;
const AFTER = '(?=$|[\\s\\[，,、。;；:：()（）"”]|主持|作|带队|率|出席|参加|讲|发|宣|说|表示|汇报|介绍|强调|指出|在|对|代表|就|与|和|同志|先生|女士|接受|来|到|任|当选|是|的|为|一行|等|及|和|还|先后|深入|前往|率领|围绕|要求|所)';
const BESIDE_OFFICE = new RegExp(`${OFFICE}\\s*[:：、]?\\s*(${NAME})${AFTER}`, 'g');
const BEFORE_OFFICE = new RegExp(`(${NAME})(?=(?:副)?${OFFICE})`, 'g');
/** How far behind a name what is said of the person stands, in characters. */
const SAID_OF = 30;
const BESIDE_ACT = new RegExp(`(?:^|[由请让推选举以及，,、。；：:\\s"“])(${NAME})(?=(?:同志)?(?:主持|作|带队|率队|率领|出席|参加|讲话|发言|宣读|汇报|介绍|强调|指出|代表|说|表示|任|当选|[:：]?\\s*$|\\s*[\\[，,、。]))`, 'g');

/** Names of the people an answer speaks of, each once, those first of whom the words of the question are said. Reporters count only when asked for. */
export function peopleInAnswer(answer: string, question: readonly Word[]): string[] {
  const text = fold(answer).replace(/\[\d+\]/g, ' ').trim();
  const asksReporter = question.some(({ folded }) => /记者|作者|写|报道|采访/.test(folded));
  const found: { name: string; at: number }[] = [];
  for (const match of [...text.matchAll(BESIDE_OFFICE), ...text.matchAll(BEFORE_OFFICE), ...text.matchAll(BESIDE_ACT)]) {
    const name = trimName(match[1] ?? '', text);
    const at = text.indexOf(match[1] ?? '', match.index);
    const isReporter = /(?:记者|通讯员)[\s:：]*$/.test(text.slice(Math.max(0, at - 6), at));
    if (name !== '' && (asksReporter || !isReporter) && !found.some((other) => other.at === at)) found.push({ name, at });
  }
  found.sort((a, b) => a.at - b.at);
  const words = question.flatMap((word) => [word, ...(word.inner ?? [])]).filter(({ role }) => /^(?:noun|verb|document|event|session|body)$/.test(role)).map(({ folded }) => folded.trim());
  // 哪位书记: the office asked for, right before the name.
  const office = question.map(({ role, folded }) => (role === 'asked' ? (/(?:哪一?[位个名]|什么)(.+)$/.exec(folded)?.[1] ?? '') : '')).join('');
  const said = found.map(({ name, at }) => {
    // People named in one breath (书记甲、市长乙等) do the same thing: what is said of the last is said of all.
    const last = found.findLast((other) => other.at >= at && !/[，,。;；]/.test(text.slice(at, other.at))) ?? { name, at };
    const end = found.find((other) => other.at > last.at)?.at ?? text.length;
    const rest = text.slice(last.at + last.name.length, Math.min(end, last.at + last.name.length + SAID_OF));
    const holdsOffice = office !== '' && text.slice(0, at).trimEnd().endsWith(office);
    return { name, weight: (holdsOffice ? SAID_OF : 0) + words.reduce((sum, word) => sum + (rest.includes(word) ? word.length : 0), 0) };
  });
  return [...new Set(said.sort((a, b) => b.weight - a.weight).map(({ name }) => name))];
}

/** A third character that begins the next word (高原主|持) does not belong to the name; a dictionary word (方面, 常委) is no name. */
function trimName(name: string, text: string): string {
  const short = name.slice(0, 2);
  const at = text.indexOf(name);
  const tail = text.slice(at + 2, at + 4);
  if (name.length === 3 && /^(?:主持|作了|带队|率队|出席|参加|讲话|发言|汇报|介绍|强调|指出|代表|同志|表示|接受|当选)/.test(tail)) return isWord(short) ? '' : short;
  return isWord(name) || cutsWord(name, text) ? '' : name;
}

/** 安排工|作: the border of a name is no place inside a dictionary word. */
function cutsWord(name: string, text: string): boolean {
  const end = text.indexOf(name) + name.length;
  const from = Math.max(0, end - name.length - 4);
  let at = from;
  return tagWords(text.slice(from, end + 4)).some(({ word, tag }) => {
    const start = at;
    at += word.length;
    return start < end && end < at && word.length === 2 && !/^(?:nr|x)/.test(tag);
  });
}

function isWord(name: string): boolean {
  const tagged = tagWords(name);
  return tagged.length === 1 && !/^(?:nr|x|ns|nz)/.test(tagged[0]?.tag ?? '');
}

/** The thing of the asked kind (哪个区) that an answer names: a word ending in that noun, or the whole of an answer that is only a name; else null. */
export function thingInAnswer(answer: string, asked: string): string | null {
  const text = answer.replace(/\[\d+\]/g, ' ').trim();
  const chosen = /最.{1,6}的?(?:[\u3400-\u9fff]{0,4})(?:是|为)([^，,。；;：:\s\d]{2,16}?)(?:[，,。；;：:\d]|$)/.exec(text)?.[1];
  if (chosen !== undefined) return chosen;
  const kind = asked.replace(/^(?:哪一?[个家位类种项次份场条]?|什么)/, '');
  const named = kind === '' ? undefined : new RegExp(`[\\u3400-\\u9fffA-Za-z0-9]{1,14}${kind.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).exec(text)?.[0];
  if (named !== undefined) return named.replace(/^.*(?:是|为|由|在|与|和)(?=.)/, '');
  const whole = text.replace(/[。.，,；;\s]+$/, '');
  return whole.length <= 12 && tagWords(whole).every(({ tag }) => !tag.startsWith('v')) ? whole : null;
}
