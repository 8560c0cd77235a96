import { isIdentityCard, isOldIdentityCard } from './identity-card.js';
import { hasLuhnDigit, isIban } from './payment-numbers.js';
import { isMeasured, isOfficeLine, isOfPerson, isPaperOfOrgan, namesOffice, type Surroundings } from './personal-data-context.js';

export type PersonalDataKind = 'identity-card' | 'certificate' | 'bank-card' | 'passport' | 'mobile' | 'landline' | 'email' | 'account' | 'plate' | 'address' | 'name';

export interface PersonalDataRule {
  kind: PersonalDataKind;
  /** Group 1 is what is masked where the pattern has one. */
  pattern: RegExp;
  isPersonal?: (found: string, around: Surroundings) => boolean;
}

/** Between a label and its number: 号码是, 为：, 后面写的是, number is, no.:, = … */
const LINK = '(?:[（(][^（）()\\d]{0,12}[)）])?(?:号码|证号|编号|号|码|no\\.?|numbers?|num|#|id)?\\s*(?:[:：=＝#]|是|为|就是|写着|写的是|显示|叫|is|was|reads|ends?(?: up)? as)?\\s*(?:[:：]|no\\.?|number)?\\s*["“\'‘]?';
const END = '(?![\\dA-Za-z])';
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const ROAD = '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Boulevard|Blvd|Way|Terrace|Crescent|Place|Gardens|Grove|Square|Row|Hill|Park)\\b\\.?';
const FLAT = '(?:Flat|Apt\\.?|Apartment|Unit|Room|Suite)\\s*#?\\w{1,5}';
const NUMBERED = '[0-9一二三四五六七八九十百零〇两A-Za-z]{1,8}';

const IDENTITY_LABEL = '(?:身份证(?:件)?|公民身份|身份(?:证)?号|居民证|社会保障号|社保号|证件号|[港澳台]胞证|回乡证|通行证|居住证|national (?:id|identity)(?: card)?|identity card|id card|identification|\\bID|social security|national insurance|\\bSSN|\\bNI)';
const CERTIFICATE_LABEL = '(?:出生(?:医学)?证明?|学生证|学籍号?|准考证|残疾(?:人)?证|士兵证|军官证|退役证|优待证|驾驶证|驾照|行驶证|户口[本簿]|社保卡|医保卡|医疗证|低保证|结婚证|离婚证|独生子女证|老年证|资格证书?|毕业证书?|学位证书?|房产证|房权证|不动产权?证书?|病历|住院|就诊卡?|死亡证明|预防接种证|工作证|证书|证件|证号|driv(?:er\'?s?|ing) licen[cs]e|birth certificate|student (?:id|card|number)|medical record|patient|residence permit|disability (?:card|certificate)|insurance (?:card|policy)|marriage certificate)';
const CARD_LABEL = '(?:(?:银行|工资|储蓄|信用|借记|社保|一卡通)卡|卡号|存折|账[号户]|帐[号户]|银行账|打到|转(?:账|帐)?到|汇到|(?:bank|debit|credit|payment) card|account|card (?:no|number)|\\bcard)';
const HOME_LABEL = '(?:家庭(?:住址|地址)|家庭住所|住址|家住|现住(?:址|在|于)?|居住(?:在|于|地)|常住|暂住(?:在|于)?|住在|住的?是|我住|我家(?:就?在|地址|住)?|家在|户籍(?:所在)?(?:地址?|在)|户口(?:所在地|在)|收[件货]地址|邮寄地址|老家(?:在|是)?|寄到|送到|租住(?:在|于)?)';
const LIVING = '(?:home (?:address)?|my (?:home |house |flat |address )?|address|live|lives|living|lived|resid(?:e|es|ing|ent|ence)|house|stay(?:s|ing)?|moved|deliver(?:ed)?|sen[dt](?: it| them)?)\\s*(?:is|at|in|to|on|of)?\\s*(?:at|the)?\\s*[:：]?\\s*';
const KIN = '(?:儿子|女儿|孩子|小孩|孙子|孙女|外孙|外孙女|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|弟弟|妹妹|哥哥|姐姐|侄子|侄女)';
const SURNAME = '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀惠曲家封芮储靳段富焦谷车侯全仰秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶司黎白怀蒲卓池乔闻党翟谭贡姬申冉郦桂牛寿尚农温庄晏柴阎连习艾向古易廖庾步都耿满匡国文寇欧沃师聂]';

const isNeitherSumNorPaper = (_found: string, around: Surroundings): boolean => !isMeasured(around) && !isPaperOfOrgan(around);
const isNoPaperOfOrgan = (_found: string, around: Surroundings): boolean => !isPaperOfOrgan(around);
const plain = (found: string): string => found.replace(/[-\s.·]/g, '');

/** Order matters: what an earlier rule claims is not read again. */
export const PERSONAL_DATA_RULES: readonly PersonalDataRule[] = [
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[a-z\d-]+(?:\.[a-z\d-]+)+/gi, isPersonal: (found, around) => !/\.gov(?:\.[a-z]{2,3})?$/i.test(found) && (around.isRecord ? isOfPerson(around) : !/投稿|公开|单位邮箱|官方|办公邮箱|\b(?:office|press|official)\b/i.test(around.before)) },
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}\s{0,3}(?:\[at\]|\(at\)|（at）|\sat\s|艾特)\s*[a-z\d-]+(?:\s*(?:\[dot\]|\(dot\)|\sdot\s|\.|点)\s*[a-z\d-]{2,})+/gi, isPersonal: (found) => /dot|点|\.(?:com|cn|net|org|edu|io|uk)\b/i.test(found) },
  // Identity cards: labelled in any length of 15 to 18, unlabelled by birthday and check digit.
  { kind: 'identity-card', pattern: new RegExp(`${IDENTITY_LABEL}[^\\d\\n。；;]{0,14}?${LINK}([1-9]\\d{2,5}(?:[-\\s]?\\d{2,8}){1,5}[-\\s]?[\\dXx]?)${END}`, 'gi'), isPersonal: (found, around) => /^\d{14,17}[\dXx]$/.test(plain(found)) && !/信用代码|credit code/i.test(around.before) },
  { kind: 'identity-card', pattern: /(?<![\dA-Za-z])[1-9](?:[-\s]?\d){16}[-\s]?[\dXx](?![\dA-Za-z])/g, isPersonal: (found, around) => isIdentityCard(plain(found)) && !/信用代码|credit code/i.test(around.before) },
  { kind: 'identity-card', pattern: /(?<![\dA-Za-z.,])[1-8]\d{14}(?![\dA-Za-z]|[.,]\d)/g, isPersonal: (found, around) => isOldIdentityCard(found) && isNeitherSumNorPaper(found, around) },
  { kind: 'identity-card', pattern: /(?<![\dA-Za-z])[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?![\dA-Za-z])/g, isPersonal: isNoPaperOfOrgan },
  { kind: 'identity-card', pattern: /(?<![\dA-Za-z-])(?!000|666|9\d\d)\d{3}-\d{2}-\d{4}(?![\dA-Za-z-])/g, isPersonal: isNoPaperOfOrgan },
  { kind: 'identity-card', pattern: /(?<![\dA-Za-z])[A-Z]{1,2}\d{6}[(（][\dA][)）]/g },
  { kind: 'identity-card', pattern: new RegExp(`${IDENTITY_LABEL}\\s*(?:card|number|no\\.?)?${LINK}([A-Z]{0,2}\\d(?:[-\\s]?\\d){5,12}[A-Z]?)${END}`, 'gi'), isPersonal: isNoPaperOfOrgan },
  // Travel papers.
  { kind: 'passport', pattern: new RegExp(`(?:护照|通行证|台胞证|passport|travel document)[^\\dA-Z\\n。；;]{0,10}?${LINK}((?=[A-Z]*\\d{5})[A-Z\\d]{7,10})${END}`, 'gi') },
  { kind: 'passport', pattern: /(?<![A-Za-z\d〔[(（-])(?:E[A-HJ-NP-Z]\d{7}|[EGDPS]\d{8}|[HM]\d{8}(?:\d{2})?)(?![A-Za-z\d-])/g, isPersonal: isNeitherSumNorPaper },
  // Money.
  { kind: 'bank-card', pattern: /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?(?![A-Za-z\d])/g, isPersonal: (found) => isIban(found) },
  { kind: 'bank-card', pattern: new RegExp(`${CARD_LABEL}[^\\d\\n。；;]{0,10}?${LINK}(\\d(?:[-\\s]?\\d){11,20})(?!\\d|[.,]\\d)`, 'gi'), isPersonal: (found, around) => !isMeasured(around) && !/对公|基本户|专户|财政|捐款|捐赠|募捐|公司|单位|基金|treasury|charity|donat/i.test(around.before) && !(plain(found).length < 12) },
  { kind: 'bank-card', pattern: /(?<![\dA-Za-z.,])[3-69]\d(?:[-\s]?\d){13,17}(?![\dA-Za-z]|[.,]\d)/g, isPersonal: (found, around) => hasLuhnDigit(found) && isNeitherSumNorPaper(found, around) },
  { kind: 'bank-card', pattern: new RegExp(`(?:sort code|account (?:number|no\\.?)|bank account)${LINK}(\\d(?:[-\\s]?\\d){5,16})${END}`, 'gi'), isPersonal: (_found, around) => !/treasury|charity|donat|council/i.test(around.before) },
  // Telephones.
  { kind: 'mobile', pattern: /(?<![\d.,A-Za-z¥￥$〔-])(?:[(（]?(?:\+|00)?86[)）]?[-\s]?)?1[3-9]\d(?:[-\s.—–·]?\d{4}){2}(?![\d%号A-Za-z]|[.,]\d)/g, isPersonal: (found, around) => isNeitherSumNorPaper(found, around) && !isOfficeLine(around) },
  { kind: 'mobile', pattern: /(?<![\d.,A-Za-z¥￥$〔-])1[3-9](?:[-\s]\d{2,4}){3,4}(?![\d%号A-Za-z]|[.,]\d)/g, isPersonal: (found, around) => plain(found).length === 11 && isNeitherSumNorPaper(found, around) && !isOfficeLine(around) },
  { kind: 'mobile', pattern: /(?<![\d+])(?:\+|00(?=[1-9]\d[-\s]))[1-9]\d{0,2}(?:[-\s.]?\(?\d{1,5}\)?){2,5}(?![\d%])/g, isPersonal: (found, around) => plain(found).length >= 8 && !isMeasured(around) && !isOfficeLine(around) && isOfPerson(around) },
  { kind: 'mobile', pattern: /(?<![\d.,-])07\d{3}[-\s]?\d{3}[-\s]?\d{3}(?!\d|[.,]\d)/g, isPersonal: (found, around) => isNeitherSumNorPaper(found, around) && !isOfficeLine(around) },
  { kind: 'landline', pattern: /(?<![\d.,A-Za-z-])[(（]?0\d{2,3}[)）]?[-—–\s.]?[2-9]\d{2,3}[-\s.]?\d{4}(?:(?:转|[-—]|\s?ext\.?\s?)\d{1,5})?(?!\d|[.,]\d)/gi, isPersonal: (_found, around) => isOfPerson(around) && !isMeasured(around) },
  { kind: 'landline', pattern: /(?<![\d.,A-Za-z-])\(?(?:0\d{2,4}|[2-9]\d{2})\)?[-\s.]\d{3}[-\s.]?\d{3,4}(?![\d-]|[.,]\d)/g, isPersonal: (_found, around) => !isMeasured(around) && !isPaperOfOrgan(around) && /\b(?:phone|telephone|tel|call|ring|text|reach|contact|number|dial|whatsapp|fax|landline)\b/i.test(around.before) && isOfPerson(around) },
  { kind: 'landline', pattern: new RegExp(`(?:家[里中庭]?的?(?:电话|座机)|住宅电话|宅电|座机|固话|home (?:phone|telephone|number|line)|landline)[^\\d\\n。；;]{0,6}?${LINK}([2-9]\\d{2,3}[-\\s]?\\d{4})(?!\\d)`, 'gi'), isPersonal: (_found, around) => isOfPerson(around) },
  { kind: 'mobile', pattern: new RegExp(`\\b(?:my|his|her|cell|mobile|whatsapp|call|text|reach|ring)\\b[^\\d\\n.;]{0,20}?${LINK}(\\d(?:[-\\s]?\\d){6,12})(?!\\d|[.,]\\d|\\s?(?:km|am|pm|times|hours|minutes|days|yuan|people))`, 'gi'), isPersonal: (found, around) => isNeitherSumNorPaper(found, around) && !isOfficeLine(around) && isOfPerson(around) },
  // Accounts of messengers.
  { kind: 'account', pattern: new RegExp(`(?:微信号?|wechat(?: id)?|weixin)${LINK}([A-Za-z][-\\w]{5,19})(?![-\\w])`, 'gi'), isPersonal: (found, around) => /\d|_|-/.test(found) && !around.before.includes('公众') },
  { kind: 'account', pattern: new RegExp(`(?:\\bQQ|扣扣)(?:号码?)?${LINK}([1-9]\\d{4,11})(?!\\d)`, 'gi'), isPersonal: (_found, around) => !around.before.includes('群') },
  // Cars.
  { kind: 'plate', pattern: new RegExp(`[${PROVINCES}][A-HJ-NP-Z][·•.\\s-]?(?=[A-Z]{0,4}\\d)[A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警港澳](?![A-Za-z\\d-])`, 'g'), isPersonal: isNoPaperOfOrgan },
  { kind: 'plate', pattern: new RegExp(`(?:licen[cs]e plate|number plate|\\bplates?|car registration|registration(?: number| no\\.?)?|\\breg|vehicle|my car)(?:\\s+(?:number|no\\.?))?[^\\dA-Z\\n.;]{0,6}${LINK}((?=[A-Z -]*\\d)(?=[\\d -]*[A-Z])[A-Z\\d]{1,4}(?:[- ]?[A-Z\\d]{2,5}){1,2})${END}`, 'g') },
  { kind: 'plate', pattern: /(?<![A-Za-z\d-])[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d) [A-HJ-PR-Z]{3}(?![A-Za-z\d-])/g, isPersonal: isNoPaperOfOrgan },
  // Papers of a person, by the word for the paper.
  { kind: 'certificate', pattern: new RegExp(`${CERTIFICATE_LABEL}[^\\dA-Za-z\\n。；;]{0,10}?${LINK}((?=[A-Z—-]{0,8}\\d)[A-Z]{0,8}[-—]?\\d(?:[-—]?[\\dA-Z]){4,20})${END}(?![年月%元])`, 'gi'), isPersonal: (found, around) => !/^(?:19|20)\d\d[-—]\d\d?[-—]\d\d?$/.test(found) && isNeitherSumNorPaper(found, around) },
  // Homes.
  { kind: 'address', pattern: new RegExp(`${HOME_LABEL}\\s*[:：为是在]?\\s*((?:[\\u4e00-\\u9fff]|\\w|-|－|·|\\s(?=\\d)){1,45}?${NUMBERED}(?:号院?|弄|栋|幢|号楼|座|室|单元|组|队|楼|户|街坊)(?:[东南西北中甲乙丙丁之附\\s-]?${NUMBERED}(?:弄|栋|幢|号楼|号院?|座|单元|层|楼|室|户|组))*(?:\\s?\\d{1,4}(?:室|户)?)?)`, 'g'), isPersonal: (found, around) => !/大厦|政务|办公/.test(found) && !namesOffice(around.before) },
  { kind: 'address', pattern: /[\u4e00-\u9fff]{2,20}(?:\d+(?:号院?|弄|区))?(?:[\u4e00-\u9fff]{2,12})?\d+(?:栋|幢|号楼|座|楼|号)(?:[-\s]?\d+(?:单元|门))?[-\s]?\d{1,2}层?\d{2,4}室/g, isPersonal: (found, around) => !namesOffice(around.before) && !/大厦|办公|政务|中心|医院|学校|大学|会议/.test(found) },
  { kind: 'address', pattern: /[\u4e00-\u9fff]{2,20}(?:\d+号院?|小区|花园|家园|公寓|苑|里|村|社区|新城|庄)?[\u4e00-\u9fff]{0,8}\d+(?:栋|幢|号楼|座|号|楼)[-\s]?\d+(?:单元|门)[-\s]?(?:\d{2,4}(?:室|户|号)?)/g, isPersonal: (_found, around) => !namesOffice(around.before) },
  { kind: 'address', pattern: /[\u4e00-\u9fff]{1,12}(?:小区|花园|家园|公寓|苑|里|社区|新城|新村|家属院|宿舍)\d{1,3}-\d{1,2}-\d{2,4}(?![\d-])/g, isPersonal: isNoPaperOfOrgan },
  { kind: 'address', pattern: new RegExp(`(?:${FLAT},?\\s*)?(?<![\\d.])\\d{1,5}[A-Z]?\\s+(?:[A-Z][\\w']+\\s+){1,4}${ROAD}(?:,?\\s*${FLAT})?(?:,?\\s*[A-Z][a-z]+)?(?:,?\\s*[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2})?`, 'g'), isPersonal: (found, around) => new RegExp(`${LIVING}$`, 'i').test(around.before) || (new RegExp(FLAT).test(found) && !namesOffice(around.before)) },
  // Children and kin whose name a citizen writes down.
  { kind: 'name', pattern: new RegExp(`(?:我|本人|我们|俺|咱)家?的?${KIN}(?:的?名字)?(?:叫做?|名叫|名字是|姓名[:：]?|是)?\\s*(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)(?=[，,。；;（(今在于上正刚的被\\s]|\\d|能|可以|想|要|$)`, 'g'), isPersonal: (found) => !/^(?:都|和|成|明[天年]|安排|高[中考]|应该|时候|于是|任[何教]|全[部家]|常常|平时|单独|强烈|家[里中]|向来|万一|支持|计划|管|文化|国|党|解决|连|满|富|温)/.test(found) },
  { kind: 'name', pattern: /\b[Mm]y (?:little )?(?:son|daughter|child|kid|wife|husband|mother|father|grandson|granddaughter),?\s+(?:is called |is named |named |called )?([A-Z][a-z]+(?:\s[A-Z][a-z]+)+)/g },
];
