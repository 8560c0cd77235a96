import type { Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';

/** Who said it: 听说, 网上说, 有传言说, 核实一下. */
const WHO = '有人|微信|抖音|短视频|公众号|街坊|外头|网上|网友|网传|网络上|群里|微信群里?|朋友圈里?|外面|外界|大家|人家|别人|人们|朋友|同事|邻居|他们|坊间|老百姓|记得|好像|似乎|印象中?|有(?:说法|传言|消息|报道|传闻)|传言|传闻|消息|媒体|报道';
const LEAD = new RegExp(
  `^[\\s,。]*(?:(?:请|麻烦|帮我|帮忙|我想|想|能否|能不能)?(?:再)?(?:核实|核对|核查|确认|查证|求证|验证|辟谣|查(?=一?下[^,，。?？]{0,30}(?:是不是|是否|对不对|[是为有达]|属实|真假)))(?:一下|下|核实)?(?:这个?(?:说法|消息))?[::,]?\\s*|` +
    `(?:这(?:是|个|种|条)?(?:说法|消息|话)?)?(?:是不是真的|是真的吗|真的吗|对不对|对吗|属实吗|准确吗)[::,?]\\s*|` +
    `(?:我|最近|昨天|刚)?(?:听(?:人|别人|朋友|同事|邻居)?(?:说|讲|闻)(?:过)?|据(?:说|称|传|悉|报道)|谣传|盛传|都(?:说|讲|传)|(?:${WHO})(?:都|里|上|也|还|中)?(?:有人|在)?(?:说|讲|称|传|写|认为|声称|表示)?(?:是)?|说(?:是)?)[::,]?\\s*|` +
    `(?:is it (?:true|correct|right) that|i (?:have )?heard (?:that)?|people say (?:that)?|they say (?:that)?)\\s*)+`,
);
const SUBJECT = '(?:的)?(?:这(?:个|种|条|一)?(?:说法|数字|数据|数|消息|事儿?|情况|话|传言|结论|日期|时间)?|此(?:事|话|说|言)|说法|消息|传言|数字|有没有|有)?';
const VERDICT =
  '(?:是不是真的?|是真是假|真的假的|真的还是假的|真假|真的(?:吗|么)?|真吗|对不对|对(?:吗|吧|么|嘛|不)|是(?:吗|吧|么)|是不是|是这样(?:的)?(?:吗|吧)?|没错(?:吧|吗|么)?|有错吗|属不属实|是否属实|是否准确|是否正确|属实(?:吗|么|吧)?|准不准确?|准确(?:吗|吧)?|准吗|正确(?:吗|吧)?|靠(?:得住|谱)(?:吗|不)?|靠不靠谱|可信(?:吗|不)?|可靠吗|成立吗|(?:这|那)(?:么)?回事(?:儿)?(?:吗|么|没有)?|这事(?:儿)?(?:吗|么)?|有误吗|不是吗|right|true|correct|is (?:that|this) (?:true|right|correct))';
const TAIL = new RegExp(`[,。;:]?\\s*${SUBJECT}\\s*(?:是|究竟|到底|是不是|是否)?\\s*${VERDICT}[\\s?。!]*$`);
/** What makes a sentence ask for more than yes or no. */
const OPEN_QUESTION = /谁|什么|哪(?!怕)|多少|几(?=[件个次人位名篇份家条场期天年项类种票成点号月]|亿|万)|何时|为何|如何|怎么|怎样|啥|多大|多高|多长|多久|what|which|who|when|where|why|how /;

/** The part of a question that states something, with what it was wrapped in left out. */
export interface Framed extends Span {
  /** True for 听说…是真的吗; false for a plain question to be answered yes or no. */
  isClaim: boolean;
}

/** Finds the stated part of a folded question by its frame; null when nothing is stated or more is asked than whether it holds. */
export function readFrame(folded: string): Framed | null {
  const lead = LEAD.exec(folded)?.[0].length ?? 0;
  const tail = TAIL.exec(folded.slice(lead));
  const end = tail === null ? trimEnd(folded, lead) : lead + tail.index;
  if ((lead === 0 && tail === null) || end - lead < 4 || OPEN_QUESTION.test(folded.slice(lead, end))) return null;
  return { start: lead, end: trimEnd(folded.slice(0, end), lead), isClaim: true };
}

/** A noun at the end names what is wanted, as one types it into a search box. */
const ASKS_FOR_THING = /(?:情况|分类|名单|内容|原因|时间|日期|地点|地址|电话|数量|详情|结果|含义|意思|背景|要求|任务|特点|目标|议程|议题|结论|全文|原文|职务|记者|号码|代码|概况|措施)$/;

/** A sentence closed by a full stop states what it says, whatever its words ask for elsewhere. */
export function isFullStatement(folded: string): boolean {
  return /[。]\s*$/.test(folded);
}

/** The whole of a text that is handed in to be checked. */
export function readWhole(folded: string): Framed {
  return { start: 0, end: trimEnd(folded, 0), isClaim: true };
}

const ENDS_IN_FIGURE = /\d(?:万|亿|万亿)?(?:%|[\u4e00-\u9fff]{0,4})$/;

/** A bare statement (no question mark, nothing asked) is a claim to be checked as well. */
export function readStatement(folded: string): Framed | null {
  if (/[?]|吗|呢|么$|是否|有没有|是不是|能不能|介绍|总结|告诉|想(?:问|知道|了解)|看看|随便|不用|忽略|扮演|无视|一下|说说|讲讲|列出|列举|概括|概况|^(?:请|帮|查|找|给我)/.test(folded) || OPEN_QUESTION.test(folded)) return null;
  const end = trimEnd(folded, 0);
  if (ASKS_FOR_THING.test(folded.slice(0, end))) return null;
  if (isFullStatement(folded)) return end >= 6 && (ENDS_IN_FIGURE.test(folded.slice(0, end)) || /[了被]/.test(folded) || tagWords(folded).some(({ tag }) => tag.startsWith('v'))) ? { start: 0, end, isClaim: true } : null;
  return end < 8 || !(/[是有为达收立通过批准举主持增长下降超占]/.test(folded) || ENDS_IN_FIGURE.test(folded.slice(0, end))) ? null : { start: 0, end, isClaim: true };
}

/** Forms that ask for yes or no without 吗: 去没去, 有没有, 是否. */
export const ASKS_YES_NO = /([\u4e00-\u9fff])[没不]\1|是否|有没有|有无|没有?[?]?$/;

/** The stated part of a yes-or-no question: 有没有收到…, …通过了吗. Question words are left in; blankYesNo takes them out. */
export function readYesNo(folded: string): Framed | null {
  const end = trimEnd(folded, 0);
  return end < 4 || OPEN_QUESTION.test(folded) ? null : { start: 0, end, isClaim: false };
}

/** Blanks what makes a statement a question, so that it can be read as one: 有没有, 是否, 吗, 去没去. Same length. */
export function blankYesNo(folded: string): string {
  const blank = (part: string): string => ' '.repeat(part.length);
  return folded
    .replace(/^(?:请问|想问(?:一下)?|想知道)/, blank)
    .replace(/有没有|是不是|是否|有无|能不能|会不会|可不可以/g, blank)
    .replace(/([\u4e00-\u9fff])[没不]\1/g, (part) => `${part[0] ?? ''}  `)
    .replace(/(?:了)?(?:吗|么|没有|没|吧|呢)[\s?。!]*$/, blank);
}

function trimEnd(text: string, from: number): number {
  let end = text.length;
  while (end > from && /[\s,。;:?!.]/.test(text[end - 1] ?? '')) end--;
  return end;
}
