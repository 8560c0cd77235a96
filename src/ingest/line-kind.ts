import { findDates } from '../language/dates.js';

/** What a printed line looks like by itself; what it is, its neighbours decide. */
export type LineKind =
  | 'table' | 'list' | 'section' | 'markdown'
  | 'masthead' | 'kicker' | 'dateline' | 'byline' | 'subtitle' | 'notice' | 'speaker' | 'title'
  | 'newsLead' | 'continued' | 'salutation' | 'label' | 'credit' | 'names' | 'prose';

const MARKDOWN = /^#{1,6}\s+\S/;
const TABLE = /^\||\t.*\t|^[-:|\s]*-{3,}[-:|\s]*$/;
/** `2.` marks an item, `2.5` and `2月` do not. */
const LIST = /^(?:[-+*•·●○▪]\s*\S|\d{1,3}(?:[)）、．]|[.](?!\d))|[(（]\d{1,3}[)）]|[①-⑳])/;
const SECTION = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节编部]|【?(?:议题|议程|事项)\s*[（(]?[一二三四五六七八九十\d]{1,3})/;
/** Who edited the page. */
const EDITORS = /^(?:责任编辑|责编|值班编委|本版编辑|校对|版式|美编)[：:\s]/;
const MASTHEAD = /星期[一二三四五六日天]|^(?:第\s*)?[\dA-Z]{1,3}\s*版(?:[\s：:]|$)|^责任?编辑?[：:\s]|^(?:要闻|综合|广告|公告|时政|本地新闻|综合新闻)$/;
/** 本报讯(记者 …) · 新华社某地某日电 · 某报讯 · HARROW BAY, 14 June 2023 - */
const NEWS_LEAD = /^(?:[A-Z][A-Z.' -]{2,30}(?:, ?[A-Z0-9][^.!?—–-]{2,24})? [—–-]{1,2} (?=[A-Z])|本[报刊台報](?:[\u4e00-\u9fff]{0,6}?(?:\d{1,2}月\d{1,2}日)?)[讯电訊電]|据?(?:新华社|新華社|中央社|中新社|中新网|新华网|人民网|央视网?|光明网)[^。，]{0,18}?(?:[电讯訊電]|消息)|[\u4e00-\u9fff]{2,5}[讯訊](?=[\s(（])|[讯訊][\s(（])/;
const BYLINE = /^(?:By [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}|[□■◎●◇]\s*[\u4e00-\u9fff·]{2,4})$|^[□■◎●◇☆★\s]*(?:本报|本刊|新华社|中新社|人民日报|特约|全媒体?|融媒体?|首席|见习|实习|文字?|图)*\s*(?:记者|記者|通讯员|通訊員|评论员|撰稿|作者)[\s:：/]*[^，。；：]{0,30}$/;
const SUBTITLE = /^(?:[—―─–]{2}|--)\s*[^\s—―─-][^。！？；]{1,60}$/;
const NOTICE = /^(?:[\u4e00-\u9fff]{0,8}(?:遗失|作废|挂失|招领|寻人|寻物|更正|致歉|严正)?(?:声明|启事)|遗失|挂失|讣告|讣闻|招领)$/;
const SALUTATION = /^(?:各位|同志们|尊敬的|女士们|先生们|主席、|朋友们)[^。]{0,30}[：:，,！!]?$/;
const OFFICE = /(?:主席|书记|市长|省长|州长|主任|院长|检察长|局长|县长|区长|乡长|镇长|总理|会长|秘书长|部长|厅长|董事长|校长)\s+[\u4e00-\u9fff·]\s?[\u4e00-\u9fff·]{1,8}$/;
const LABEL = /^[^：:，。；\s]{1,8}[：:]/;
const CREDIT = /^[(（](?![^)）]*\d月)[^()（）]{2,40}[)）]$|^(?:供稿|摄影|来源|责编|校对|终审|编辑)[：:\s]|^[(（]?下转第?.{1,6}版|^[(（]完[)）]$|^.{0,30}\s(?:摄|供图)$/;
/** The rest of an article that began on another page. */
const CONTINUED = /^[(（【]?\s*上接第?\s*[一二三四五六七八九十\dA-Z]{1,3}\s*版/;
const NAMES = /^[\u4e00-\u9fff]{2,4}[(（](?:女|兼|[\u4e00-\u9fff]{1,5}族)[^)）]{0,8}[)）]$|^[\u4e00-\u9fff]{2,4}(?:[\s、]+[\u4e00-\u9fff]{2,4}(?:[(（][^)）]{1,6}[)）])?){2,}$/;
const MAX_TITLE_CHARS = 64;

/** Kind of a line that is not blank. */
export function lineKindOf(line: string): LineKind {
  const text = line.trim();
  if (MARKDOWN.test(text)) return 'markdown';
  if (TABLE.test(text)) return 'table';
  if (NEWS_LEAD.test(text)) return 'newsLead';
  if (CONTINUED.test(text)) return 'continued';
  if (isDateline(text)) return 'dateline';
  if (SECTION.test(text)) return 'section';
  if (LIST.test(text)) return 'list';
  if (/^【[^】]{2,40}】$/.test(text)) return 'kicker';
  if (SALUTATION.test(text)) return 'salutation';
  if (text.length <= 48 && CREDIT.test(text)) return 'credit';
  if (text.length <= 40 && BYLINE.test(text)) return 'byline';
  if (SUBTITLE.test(text)) return 'subtitle';
  if (/^[—―─–]{2}/.test(text)) return 'list';
  if (text.length <= 40 && EDITORS.test(text)) return 'masthead';
  if (NAMES.test(text)) return 'names';
  if (text.length > MAX_TITLE_CHARS || /[。；，、,;…]$/.test(text) || text.includes('。')) return 'prose';
  if (NOTICE.test(text)) return 'notice';
  if (/^[^，。；：:]{2,12}[：:]$/.test(text)) return 'kicker';
  if (/[：:]$/.test(text)) return 'prose';
  if (text.length <= 40 && (MASTHEAD.test(text) || isBareDate(text))) return 'masthead';
  if (LABEL.test(text)) return 'label';
  if (text.length <= 40 && OFFICE.test(text)) return 'speaker';
  return /[\p{L}]/u.test(text) ? 'title' : 'prose';
}

/** True when the line ends a sentence, a list entry or a block, so that nothing on the next line can belong to it. */
export function endsSentence(line: string): boolean {
  return /[。！？!?…；;：:][”’」』）)】》"']*\s*$/.test(line);
}

/** (2025年2月20日某会议通过), also with the date in Chinese numerals. */
function isDateline(text: string): boolean {
  const inside = /^[(（]([^()（）]{6,80})[)）]$/.exec(text)?.[1];
  return inside !== undefined && findDates(inside).some((date) => date.day !== null);
}

function isBareDate(text: string): boolean {
  if (!/日|号|\d{4}[-/.年]/.test(text)) return false;
  const date = findDates(text)[0];
  return date?.day !== null && date !== undefined && date.end - date.start >= text.length - 2;
}
