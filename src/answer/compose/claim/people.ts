import type { Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫柏宗瞿全桂佟应臧闵苟官甄佘巴阚荀糜井逄贝桑桓蒯仇栾冼訾庹苑郎冀荆燕茅郗卞晁寇谌巫乌尉敖揭戎邬仝亓邸亢矫迟';
const DOUBLE_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|东方|南宫|夏侯|长孙|宇文|令狐|端木';
/** Names of offices; the longest that fits is meant. */
export const OFFICE = '(?:党组|常务|执行|名誉|第一|总)?副?(?:书记|市长|省长|州长|县长|区长|镇长|乡长|部长|局长|厅长|处长|科长|院长|校长|行长|主席|主任委员|主任|会长|秘书长|总理|检察长|组长|董事长|总经理|经理|厂长|团长|召集人|执行主席)';
const BEFORE = new RegExp(`(?:${OFFICE}|委员|代表|同志|记者|领导|教授|院士|专家|主持人|汇报人|主讲人|发言人|组长|会由|由|让|请|和|与|及|跟|、|说|是|批准|听取|通过|推选|选举|任命|姓名|[:,。;(|"\\s@]|^)$`);
const AFTER = new RegExp(`^(?:${OFFICE}|同志|委员|代表|教授|等|一行|先生|女士|主持|出席|参加|作|做|代表|所作|讲话|致辞|汇报|介绍|表示|说|指出|要求|强调|认为|宣读|传达|通报|带队|带领|陪同|当选|担任|任|是|为|在|到|去|赴|来|和|与|及|、|批示|发言|分享|主讲|负责|牵头|提出|提交|带来|的|要|将|已|曾|被|也|[,。;:)|"\\s@]|$)`);

/** Behind a name that nothing introduces an office must stand (讨论某姓某名市长所作…). */
const TITLED = new RegExp(`^(?:${OFFICE}|同志)`);

export interface Person extends Span {
  name: string;
}

/** People named in folded text: a surname with one or two characters, where what stands around it fits a name and no dictionary word explains it. */
export function findPeople(folded: string): Person[] {
  const words = dictionaryWords(folded);
  const found: Person[] = [];
  const pattern = new RegExp(`(?:${DOUBLE_SURNAMES}|[${SURNAMES}])`, 'g');
  for (const match of folded.matchAll(pattern)) {
    const start = match.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const isIntroduced = BEFORE.test(folded.slice(Math.max(0, start - 5), start));
    const surname = match[0].length;
    for (const given of [2, 1]) {
      const end = start + surname + given;
      const name = folded.slice(start, end);
      // A two-character name with 是 behind it is no name of three.
      if (/[是在作的和与为到去将说任被也要就都]$/.test(name)) continue;
      if (!/^[\u4e00-\u9fff]+$/.test(name) || name.length !== surname + given || !(isIntroduced ? AFTER : TITLED).test(folded.slice(end, end + 6)) || hasWordAcross(words, folded, start, end)) continue;
      found.push({ start, end, name });
      break;
    }
  }
  return found;
}

/** Words of the text that the dictionary knows as anything but a person; `x` marks what it does not know. */
function dictionaryWords(folded: string): Set<string> {
  return new Set(tagWords(folded).filter(({ word, tag }) => word.length > 1 && tag !== 'x' && !tag.startsWith('nr')).map(({ word }) => word));
}

/** A dictionary word that begins where the candidate does, reaches into it from before or out of it behind, explains it away. */
function hasWordAcross(words: ReadonlySet<string>, folded: string, start: number, end: number): boolean {
  for (const word of words) {
    if (folded.startsWith(word, start) && !DOUBLE_SURNAMES.split('|').includes(word)) return true;
    for (let at = Math.max(0, start - 3); at < start; at++) if (at + word.length > start && folded.startsWith(word, at)) return true;
    for (let at = start + 1; at < end; at++) if (at + word.length > end && folded.startsWith(word, at)) return true;
  }
  return false;
}
