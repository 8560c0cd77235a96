import type { Status } from '../domain/status.js';
import { fold, visibleText } from '../language/fold.js';
import { isCourtesy } from './conversation/message.js';
import { findDanger } from './danger/find-danger.js';

/** Longest question that is searched, in characters as a reader counts them. */
export const MAX_QUESTION_CHARACTERS = 300;

/** Attempts to give the bot orders instead of asking it. */
const STEERING =
  /忽略.{0,12}(?:指令|提示|规则|要求|设定|以上|之前|前面)|无视.{0,10}(?:指令|规则|限制)|系统提示词|(?:你的|输出|显示|泄露|重复).{0,6}(?:提示词|系统提示|指令)|你现在是(?!否)|扮演|假装(?:你|成)|开发者模式|越狱|ignore (?:all |any |the )?(?:previous|prior|above)|disregard (?:all|the|previous)|system prompt|jailbreak|developer mode|you are now|(?:不用|不要|别|无需|不必|不需要)[\u4e00-\u9fff]{0,4}(?:来源|出处|引用|依据)|随便(?:给|编|说|写|凑|报)|编(?:造)?(?:一)?(?:个|条|段)|without (?:any )?(?:sources?|citations?)|make (?:something|it|one) up|pretend to be|act as (?:a|an|if)/;
/** Identity papers and private contact data of people. */
const PERSONAL = /身份证(?:号|号码)|手机号|手机号码|私人电话|家庭(?:住址|地址|电话)|住在哪(?:里|儿|个小区)?[?？。]?$|家住|住址|银行卡号|社保号|出生医学证明.{0,8}(?:编号|号码|号)|(?:个人|私人)(?:信息|微信|电话)|护照号|病历|家里有(?:几|谁|什么人)|几口人|结婚了|离婚|老婆|私生活|出生(?:医学)?证明?.{0,8}(?:编号|号码|号)|(?:孩子|女儿|儿子|小孩|宝宝).{0,8}(?:名字|姓名|叫什么|叫啥)|id (?:card )?number|home address|phone number of mr|personal phone/;

/** What leads to somebody's door. */
const CONTACT = '(?:(?:详细|具体|现在)?(?:的)?(?:地址|住处|住所|门牌|电话|号码|联系方式|微信|房号)|(?:到底)?(?:住|在)(?:在)?(?:哪|几))';
/** 某某家的地址: the home of somebody, not of a shop, an expert or a country. */
const HOME = new RegExp(`(?<![国专商店厂酒独作画行卖大人住买各每哪几两多一二三四五六七八九十0-9])家(?:里)?${CONTACT}|(?:人家|住户|业主(?!委员会|大会|代表)|邻居|市民|居民(?!委员会|小组)|村民(?!委员会|小组))[\\u4e00-\\u9fff]{0,4}(?:的|家)${CONTACT}`);
/** Private people whom a notice mentions: their names and how to reach them. */
const PRIVATE_PERSON = new RegExp(`(?:失主|走失(?:者|老人|儿童|的人)|遗失(?:者|人)|挂失人|拾得者|捡到的?人|声明人|母亲|父亲|妈妈|爸爸|家长|家属)[\\u4e00-\\u9fff]{0,4}?(?:叫|姓|是谁|姓名|名字|${CONTACT})`);

/** Orders for something that no record can hold. */
const OUT_OF_SCOPE = /(?:写|作|编|创作)(?:一|首|篇|段|个).{0,12}(?:诗|歌|小说|故事|作文|代码|程序|笑话|文案)|讲个?笑话|天气(?:怎么样|预报|如何)|今天.{0,4}天气|股票|彩票|翻译(?:成|一下)|算一下.{0,10}[+\-*/×÷]|write (?:a|me) (?:poem|story|code|song)|weather|tell me a joke/;

/** A status that ends the question before anything is searched, or null. */
export function screenQuestion(question: string): Status | null {
  const text = visibleText(question);
  if (!/[\p{L}\p{N}]/u.test(text)) return 'clarification_empty_question';
  // Before its length: who is in danger is not asked to be brief.
  const danger = findDanger(question);
  if (danger !== null) return danger;
  if (isCourtesy(text)) return 'clarification_courtesy';
  if ([...new Intl.Segmenter().segment(text)].length > MAX_QUESTION_CHARACTERS) return 'clarification_question_too_long';
  const folded = fold(text);
  if (STEERING.test(folded)) return 'refused_unsafe_question';
  if (PERSONAL.test(folded) || HOME.test(folded) || PRIVATE_PERSON.test(folded)) return 'refused_personal_data';
  if (OUT_OF_SCOPE.test(folded)) return 'refused_out_of_scope';
  return null;
}
