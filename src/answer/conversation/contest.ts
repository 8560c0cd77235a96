import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { readQuestion, textOf } from './read-question.js';

/** 不是180件吗, 是不是2月20日, 听说超过500万公顷，对吗: a value held against the answer. */
const CONTEST = /^(?:那么?)?(?:我?(?:听说|记得|以为|看到)|据说|有人说|网上说|不过|可是|但是?|怎么)?[，,\s]*(?:难道)?(是不是|不应该是|不该是|不是|应该是|是)?([^，,]+?)[，,\s]*(吗|么|吧|对吗|对吧|对不对|是吗|是吧|是真的吗|没错吧|是不是|不是吗)?[?？。！!\s]*$/;
const ABOUT = '(?:超过|超|达到|达|不到|不足|低于|高于|大约|大概|约|近|至少|只有|才|有)?';
const NUMERAL = '[\\d〇零一二两三四五六七八九十百千万亿.,，]+';
const FIGURE = new RegExp(`^${ABOUT}${NUMERAL}(?:多|余)?\\s*(?:个百分点|百分点|%|％|平方公里|公顷|公里|亿元|万元|元|亿斤|斤|亿吨|吨|人次|[件个次人位名篇份家条场期天年项类种票例户所座点亩倍台套届]?)(?:以上|以下|左右|多)?$`);
const NAME = /^[\u4e00-\u9fff]{2,4}$/;

/** The earlier question as a claim with the contested value in the place of what it asked; null when no value of that kind is held against it. */
export function contested(text: string, earlier: string): string | null {
  const match = CONTEST.exec(text.trim());
  const value = (match?.[2] ?? '').trim();
  if (match === null || value === '' || (match[3] === undefined && match[1] !== '是不是')) return null;
  const words = readQuestion(earlier);
  const at = words.findIndex(({ role, folded }) => role === 'asked' && wantsValue(folded, fold(value)));
  if (at < 0) return null;
  const asked = words[at]?.text ?? '';
  const unit = /\d$/.test(value) ? asked.replace(/^(?:多少|几)/, '') : '';
  const isWho = /^(?:谁|哪一?位|何人)/.test(asked);
  const isDoer = isWho && words[at + 1]?.role === 'verb' && words[at - 1]?.folded !== '由' && words[at - 1]?.folded !== '是';
  const claim = textOf(words.map((word, index) => (index === at ? { ...word, text: `${isDoer ? '是' : ''}${value}${unit}` } : word))).trim().replace(/[?？。！!呢\s]+$/, '');
  return `${claim}${isDoer && !claim.endsWith('的') ? '的' : ''}，对吗？`;
}

function wantsValue(asked: string, value: string): boolean {
  if (/^(?:什么时候|何时|哪天|哪一天|几月几?[日号]?|哪年|哪一年|几号)/.test(asked)) return findDates(value)[0]?.start === 0 || /^(?:19|20)\d\d年?$/.test(value);
  if (/^(?:谁|哪一?位|何人)/.test(asked)) return NAME.test(value) && readQuestion(value).every(({ role }) => role === 'person' || role === 'noun');
  return /^(?:多少|几)/.test(asked) && FIGURE.test(value);
}
