import { tagWords } from '../language/tokens.js';

/** Common surnames that are seldom anything else in running text. */
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹彭萧蔡潘袁董余苏吕魏蒋杜丁沈姜范傅钟卢汪戴崔任陆廖姚谭韦贾邹熊孟秦阎薛侯雷龙段郝孔邵史毛顾赖武康贺严尹钱施洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐葛柴伍覃骆官冀尚臧褚娄甘柯佘卓裴阮霍焦巴祝单';
/** What may stand right behind a name. */
const AFTER = '是在说提担任表示的作当介绍主持出参代呢吗要求和与及、，,。?? 也还都有对给来去讲会现曾被把就到';
const OFFICE = /^(?:书记|市长|省长|县长|区长|部长|局长|厅长|院长|主席|副主席|主任|委员|代表|会长|总理|同志|先生|女士)/;

/** Person names in a folded question: a surname with one or two characters that no dictionary word explains. */
export function findNames(folded: string): string[] {
  const names: string[] = [];
  const words = new Set<string>();
  const borders = new Set<number>([0]);
  let at = 0;
  for (const { word, tag } of tagWords(folded)) {
    at += word.length;
    borders.add(at);
    if (tag !== 'x' && word.length > 1) words.add(word);
  }
  for (let index = 0; index < folded.length; index++) {
    if (!SURNAMES.includes(folded[index] as string)) continue;
    const name = [3, 2].map((length) => folded.slice(index, index + length)).find((candidate) => borders.has(index + candidate.length) && isName(candidate, folded, index, words));
    if (name === undefined) continue;
    names.push(name);
    index += name.length - 1;
  }
  return names;
}

function isName(candidate: string, folded: string, at: number, words: ReadonlySet<string>): boolean {
  if (!/^[\u4e00-\u9fff]{2,3}$/.test(candidate) || words.has(candidate)) return false;
  if (/[\u4e00-\u9fff]/.test(folded[at - 1] ?? '') && !/[书长席任员表理记由请让是和与、问跟]/.test(folded[at - 1] ?? '')) return false;
  const rest = folded.slice(at + candidate.length);
  // A longer word that begins inside the candidate explains it away (张家口市 is no 张家口).
  const isSplitWord = candidate.length === 3 && [...words].some((word) => word.length > 2 && folded.startsWith(word, at));
  return !isSplitWord && (rest === '' || AFTER.includes(rest[0] as string) || OFFICE.test(rest));
}
