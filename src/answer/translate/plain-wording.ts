import { fold } from '../../language/fold.js';

/** A manner of speaking and what it says in the wording that the rest of the pipeline reads; patterns read folded text. */
type Rule = readonly [RegExp, string];

const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
const SAYS = '(?:说|讲|传|聊|提|告诉)';

/** Who is asking, and that they are asking: nothing of it is asked about. */
const OPENINGS: readonly Rule[] = [
  [/^(?:您好|你好|大家好|各位好|哈喽|嗨|喂|在吗|请问一下|请问)[,，!！。~\s]*/g, ''],
  [/^(?:我|俺|咱|本人|我们|我家|作为)(?:是|就是|在|住在|刚|也是|家|们是)?[^,，。？?\d]{0,12}(?:的|人|户|家|来|士|生|民|员|工|主|搬来|不久|看到|听到)[,，。]\s*(?=.{5})/g, ''],
  [/^(?:我|俺|咱)?(?:就|很|特别|一直)?(?:想|要)(?:请|来|跟你|跟您)?(?:问|打听|了解|知道|查|咨询|请教|搞清楚|弄明白)(?:一下下|一下|一声|下|个事|个事儿|件事)?[,，:：、\s]*/g, ''],
  [/(?:^|(?<=[,，。\s]))(?:麻烦|劳驾|烦请|拜托|求问|求助|求解|请教|咨询(?!会|委|公司|服务)|打听)(?:你|您|各位|大家)?(?:帮忙)?(?:问|查|看|说|讲)?(?:一下|下|个事|一声)?[,，:：\s]*/g, ''],
  [/(?:^|(?<=[,，。\s]))(?:有没有人知道|有谁知道|谁知道|谁能告诉我|哪位知道|能不能告诉我|可以告诉我|能告诉我|能否告知|你知不知道|你知道|你晓得|晓得不晓得|不知道)[,，:：\s]*/g, ''],
  [/[,，\s]*(?:给(?:我|咱|大家)?(?:说说|讲讲|说一下|讲一下|查查|查一下|看看|介绍一下|介绍下|科普一下|发一下|一个|个)|(?:说|讲)来听听|谢谢(?:您|你|啦|了)?|多谢|谢了|拜托了|急|在线等)[。!！~\s]*$/g, ''],
];

/** Hearsay and the doubt about it, in the words that claims are known by. */
const HEARSAY: readonly Rule[] = [
  [new RegExp(`(?:^|(?<=[,，。\\s]))(?:我)?(?:听|据)(?!说)[\\u4e00-\\u9fff]{1,6}?(?:在)?${SAYS}(?:了|过|起|是|的是)?[,，:：\\s]*`, 'g'), '听说'],
  [new RegExp(`(?:^|(?<=[,，。\\s]))(?:群里|微信群里?|朋友圈里?|抖音上?|微博上?|网上|外面|外头|坊间|街坊|邻居|朋友|同事|家里人?|人家|大家|别人|有人|小道消息)(?:都|就|也|还|在|老|总)?(?:跟我|和我|对我|给我|向我)?${SAYS}(?:了|我|是|的是|言)?[,，:：\\s]*`, 'g'), '听说'],
  [/[,，\s]*(?:真有(?:这|那)?(?:回|么回|码|件)?事儿?(?:吗|么)?|有(?:这|那)(?:回|么回|码)事儿?(?:吗|么|没)?|是不是(?:这样|这么回事|那么回事)|是这么回事(?:吗|么)|确有其事(?:吗|么)?|当真(?:吗|么)?|靠不靠谱|准不准|真的?假的?)(?:的|呢|啊|呀)?[?？。]*$/g, '，是真的吗？'],
  [/[,，\s]*(?:我?没(?:有)?(?:说|记|听|搞|弄|看)错吧?|没毛病吧?|错没错|对不)[?？。]*$/g, '，对吗？'],
];

/** Question words of speech and of dialects. */
const QUESTION_WORDS: readonly Rule[] = [
  [/(?<=\p{Script=Han})(?:是)?(?:干嘛|干吗|干啥)的(?=[?？。]*$)/gu, '是干什么的'],
  [/为啥|为嘛|因为啥|凭啥|干嘛要|干吗要|干啥要|干嘛|干吗|咋就/g, '为什么'],
  [/啥时候|啥时|多会儿|多咱|几时|什么时分|啥时间|啥年月|什么年月|啥日子|什么工夫/g, '什么时候'],
  [/啥地方|哪块儿|哪疙瘩|哪旮旯|哪个地儿|啥地儿|哪嘎达/g, '哪里'],
  [/^(?:我|俺|咱)?(?:要|想|得|准备)?(?:去|到)([一-鿿]{2,20}?)(?:办事|办点事|办业务|看看|一趟)[,，]\s*(?:它|那儿|那里)?/g, '$1'],
  [/在?(?:哪条|什么|哪个)(?:路|街|巷|大道)上?的?(?:几|多少)号/g, '的地址在哪里'],
  [/(?<=[行局心站馆院厅楼店园校所处场])(?:要)?(?:怎么|咋|如何)(?:走|去|过去|找)(?=[?？。呀啊]*$)/g, '的地址在哪里'],
  [/啥人|谁个|哪个人|哪一个人/g, '谁'],
  [/叫啥(?:名字?)?|姓甚名谁|姓什么叫什么|尊姓大名/g, '叫什么'],
  [/(?:是)?(?:啥情况|什么情况|咋回事)(?=[呀啊呢?？。]*$)/g, '情况怎么样'],
  [/咋个样|咋样|怎么个样子?|咋说|啥结果|怎么个结果/g, '怎么样'],
  [/咋(?:个)?/g, '怎么'],
  [/(?:都|些)?啥(?=[?？。]*$)|啥/g, '什么'],
  [/几多|好多(?=[件个条次人钱篇份家])|多少来(?=[件个条次])/g, '多少'],
  [/多少号人|几号人|多少口子?人|几口子?人|多少口人/g, '多少人'],
  [/(?<=几|多少)(?:回|趟|遭)(?!合|事|去|来|归)/g, '次'],
  [/(?<=[占了是的])(?:多大(?:一)?块|多大(?:的)?份儿?|多大(?:的)?比例|几分之几|多大(?:的)?比重)/g, '多少比例'],
  // A congress sits for days, any other meeting for hours.
  [/(?<=(?:届|政协|人大|全会|两会).{0,24})(?:开|举行|持续|历时)了?(?:多久|多长时间)/g, '开了多少天'],
  [/(?:开|举行|持续|历时)了?(?:多久|多长时间|多大工夫|几个钟头)/g, '持续了多少小时'],
];

/** Turns of speech around the verb. */
const TURNS: readonly Rule[] = [
  [/(?:^|(?<=[,，。\s]))([一-鿿]{2,3})(?:那边|那头|那儿|那里)的?([市县区])(?=政协|委|政府|人大|局|里)/g, '$1$2'],
  // Who counts the things asks for each of them.
  [/(?<!第)([二两三四五六七八九十])(件|个|项|类|种|条|点|方面)([一-鿿]{0,6}?)(?:都|分别|各自)?(?:是|叫|讲|指)(?:的是)?(?:什么事|什么内容|什么|哪些事|哪些)(?=[?？。呀啊]*$)/g, '$1$2$3是哪$1$2'],
  [/每[类种样项个](?:有|是)?(?:几|多少)(?=[件个项条])/g, '各有多少'],
  [/(?:[两二三][类个项种者件])?(?:比一比|比比看?|比起来|放(?:在)?一起比)[,，]?(?:谁|哪个|哪类|哪边)更?([多少高低大小])/g, '哪个$1'],
  [/(谁|哪位)(?:来|去)(作|做|讲|主持|汇报|介绍|宣读)的/g, '是$1$2的'],
  [/(?:都)?有(?:哪些|什么)(?:类别|类型|种类|门类)/g, '分了哪几类'],
  [/(新增|增加|减少|带动|实现)((?:多少|几)万?人)(就业|参保|脱贫|入学|入托|参军)/g, '$1$3$2'],
  [/(新增|增加|减少)(多少|几)(?![一-鿿]?(?:万|亿|元|吨|公里|公顷|亩|个百分点))([一-鿿]{4,})(?=[?？。]*$)/g, '$3$1$2'],
  // 开的张, 立的案: the word stands apart around 的.
  [/(?<=[一-鿿])([开截立换签挂上任闭竣动投发通剪封建])的([张止案会工届约牌任职幕产证车彩顶市])(?![一-鿿]{2})/g, '$1$2的'],
  [/(?<=[一-鿿])([批过办留通])没\1(?=[一-鿿]{0,6}[?？。]*$)/g, '有没有$1'],
  [/(?<![对是要好差])([批过办同给准行])(?:不|没)\1(?![一-鿿]{5})/g, '是否$1'],
  [/(?<=[了完好过妥成结齐到清掉])(?:没有|没|没呢|不曾)(?=[?？。]*$)/g, '吗'],
  [/(?<=[一-鿿]{4}[有])(?:没有|没)(?=[?？。]*$)/g, '吗'],
];

/** Sessions and years in the short forms of speech. */
const NUMBERS: readonly Rule[] = [
  [new RegExp(`第?(${NUMBER})届第?(${NUMBER})次(?:市|全市)?(政协|人大)(?:会(?:议)?|大会|全会)`, 'g'), '$3$1届$2次会议'],
  [new RegExp(`(${NUMBER}届)第?(${NUMBER})次(?:全体)?(?:大会|会)(?!议)(?=[一-鿿]?)`, 'g'), '$1$2次会议'],
  [new RegExp(`(?<=[团协会委组])第?(${NUMBER})(?:次|回|趟)(?:开会|碰头会|会(?!议|员|场|期))`, 'g'), '第$1次会议'],
  [new RegExp(`第(${NUMBER})(?:回|趟)(?:开会|会议?)(?!议)`, 'g'), '第$1次会议'],
  [/(?:^|(?<=[市省县区国委协大会联部局厅院州京津沪渝\s，,、（(])(?<!民国))([012]\d)年(?!代|来|级|内|间|后|前|多|以|之|的历史|期)/g, '20$1年'],
];

const RULES: readonly Rule[] = [...OPENINGS, ...HEARSAY, ...NUMBERS, ...QUESTION_WORDS, ...TURNS];
const QUOTED = /([“"「『《][^”"」』》]*[”"」』》])/;

/**
 * A Chinese question without its manner of speaking: greetings and reasons for asking left out, question words of speech and dialect,
 * hearsay, sessions and years as the rest of the pipeline reads them. What stands in quotation marks stays. A plain question comes back unchanged.
 */
export function plainWording(question: string): string {
  const parts = question.trim().split(QUOTED).map((part) => (QUOTED.test(part) ? part : RULES.reduce(rewrite, part)));
  const plain = parts.join('').trim();
  // What was nothing but a manner of speaking is left as it is.
  return plain.length < 2 ? question : plain;
}

/** Replaces in the text what the pattern finds in its folded form, which has the same offsets. */
function rewrite(text: string, [pattern, replacement]: Rule): string {
  let result = '';
  let at = 0;
  for (const match of fold(text).matchAll(pattern)) {
    if (match[0] === '') continue;
    result += text.slice(at, match.index) + replacement.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '');
    at = match.index + match[0].length;
  }
  return result + text.slice(at);
}
