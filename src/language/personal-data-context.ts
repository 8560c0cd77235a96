/** What stands around a candidate: whether a number belongs to a person is said by the words beside it. */
export interface Surroundings {
  /** The words before it in the same clause; with the clause before that, where this one is only a label. */
  before: string;
  /** The next characters behind it. */
  after: string;
  /** A printed record, where a number with a neutral label is an office's; false for what people write of themselves. */
  isRecord: boolean;
}

const OFFICE = /办公|热线|咨询|举报|监督|投诉|值班|总机|传真|服务台|客服|编辑部|投稿|单位|公司|机关|(?<!我)[局委厅署](?!托|员)|(?:财务|办事|管理|服务)[处科室]|中心|政府|法院|检察院|医院|学校|银行|大学|\b(?:office|hotline|helpline|fax|bureau|department|dept|council|switchboard|enquir\w*|inquir\w*|reception|clerk'?s?|secretariat|press|town hall|city hall|committee)\b/i;
const PRIVATE = /家[里中庭]|住宅|宅电|本人|私人|个人|我(?![们国省市县区局院校厂司委])|俺|咱家|[他她]的?(?:手机|电话|号码)|孩子|儿子|女儿|老伴|母亲|父亲|爸|妈|先生|女士|师傅|同学|大爷|大妈|阿姨|\b(?:home|my|mine|private|personal|mobile|cell|husband|wife|son|daughter|mother|father|mum|mom|dad|mr|mrs|ms|his|her|me)\b/i;
const OFFICE_LINE = /值班(?:手机|电话)?|热线|(?:举报|监督|咨询|办公|投诉|服务|报修|客服|总机)(?:手机|电话)|\b(?:hotline|helpline|duty|office|press)\b/i;
const MEASURE = /^\s*(?:余|多)?(?:[万亿条项次份篇头只棵套笔批名例宗处座所根班趟]|元|吨|户|件|辆|台|株|亩|册|米|个|美元|平方|公里|千瓦|立方|公斤|人次|人(?![不没])|yuan\b|rmb\b|people\b|tonnes?\b|kwh\b|dollars?\b|pounds?\b|votes?\b)/i;
const AMOUNT = /(?:金额|总额|预算|投资|产值|收入|支出|资金|拨款|余额|合计|共计|总计|budget|revenue|expenditure|total(?:led|s|ing)?|worth|cost|sum of|[¥￥$£€])\s*(?:约|为|达|是|到|was|of|is)?\s*[¥￥$£€]?\s*$/i;
const PAPER_OF_ORGAN = /信用代码|批准文号|批文|文号|文件编?号|项目|合同|招标|采购|标段|许可证|营业执照|登记证|备案|案号|宗地|公告编?号|提案|议案|订单|流水|发票代码|索引号|条码|设备|型号|credit code|document (?:no|number)|project|contract|tender|permit|case (?:no|number)|motion|invoice|serial|reference|\bref\b|licen[cs]e to/i;

/** A sum of money or a count, not a number one can dial or pay with. */
export function isMeasured({ before, after }: Surroundings): boolean {
  return MEASURE.test(after) || AMOUNT.test(before);
}

/** The number of a document, a project or an institution's paper. */
export function isPaperOfOrgan({ before }: Surroundings): boolean {
  return PAPER_OF_ORGAN.test(before);
}

/** A line that an office holds for the public: stays even where it is a mobile number. */
export function isOfficeLine({ before }: Surroundings): boolean {
  return OFFICE_LINE.test(before) && !/我家|本人|私人|\b(?:home|my)\b/i.test(before);
}

/** Belongs to a person: said so, or written by somebody who names no office. A record names its offices by neutral labels. */
export function isOfPerson({ before, isRecord }: Surroundings): boolean {
  return PRIVATE.test(before) || (!isRecord && !OFFICE.test(before));
}

export function namesOffice(text: string): boolean {
  return OFFICE.test(text);
}

/** The words before `at`: of its clause, and of the one before where this one is only a label such as 电话. */
export function clauseBefore(text: string, at: number): string {
  const clauses = text.slice(Math.max(0, at - 60), at).split(/[。；;，,\n!?！？]|\.\s/);
  const last = clauses.at(-1) ?? '';
  return last.trim().length >= 10 || PRIVATE.test(last) || OFFICE.test(last) ? last : `${clauses.at(-2) ?? ''} ${last}`;
}
