import { fold } from '../../../language/fold.js';
import { OFFICE } from '../../../language/people-words.js';
import { tagWords } from '../../../language/tokens.js';

/** An office taken apart: 澜桥市政协副主席 is 副主席 of the 政协 of the 市 澜桥. Every part is folded, empty where it is not said. */
export interface OfficeName {
  /** With its rank: 常务副会长. */
  title: string;
  /** Without: 会长. */
  base: string;
  isDeputy: boolean;
  /** What the rank says beside 副: 常务, 党组, 执行. */
  rank: string;
  place: string;
  level: string;
  organ: string;
}

const NAME = new RegExp(`^(.*?)(${OFFICE})$`);
const RANK = /^((?:党组|党委|常务|执行|名誉|荣誉|第一|首席|总(?!理|书记|裁|工程师|监票人|计票人|经理)|轮值|临时|联席|特邀|高级|代理?)*)(副?)(.+)$/;
/** Offices that say of which level of government they are. */
const LEVEL_OF_TITLE = /^([省市县区州镇乡])长$/;
const OF_STATE = /^(?:总理|总统|首相)$/;
/** Kinds of districts that are no level of government. */
const ZONE = /(?:开发|高新|经开|工业园|示范|试验|保税|园)$/;

/** Reads an office with the body whose it is; null where the wording ends in none. */
export function readOfficeName(wording: string): OfficeName | null {
  const match = NAME.exec(fold(wording).replace(/[\s"']+|的(?!确)/g, ''));
  if (match === null) return null;
  const [, body = '', title = ''] = match;
  const [, rank = '', deputy = '', base = ''] = RANK.exec(title) ?? [];
  const selfLevel = LEVEL_OF_TITLE.exec(base)?.[1] ?? (OF_STATE.test(base) ? '国' : '');
  const held = { title, base, isDeputy: deputy !== '', rank };
  return selfLevel === '' ? { ...held, ...readBody(body) } : { ...held, place: placeOf(body, selfLevel), level: selfLevel, organ: '' };
}

/** The place in front of an office that names its own level: 澜桥 of 澜桥市人民政府, the last one of several. */
function placeOf(body: string, level: string): string {
  const plain = body.replace(/人民政府|政府|国务院|办公室/g, '');
  const last = /([^省市县区]{2,7}?)[省市县区]?$/.exec(plain.endsWith(level) && plain.length > 2 ? plain.slice(0, -1) : plain)?.[1] ?? '';
  return plain.length < 2 ? '' : last;
}

function readBody(printed: string): Pick<OfficeName, 'place' | 'level' | 'organ'> {
  const body = printed
    .replace(/中国共产党|中共|^中国(?=人民政治)/g, '')
    .replace(/(?:中国)?人民政治协商会议|人民政协/g, '政协')
    .replace(/人民代表大会/g, '人大')
    .replace(/常务委员会/g, '常委会')
    .replace(/^政协(?:第?[一二三四五六七八九十\d]{1,3}届)?([^省市县区]{0,6}[省市县区])委员会/, '$1政协')
    .replace(/第[一二三四五六七八九十\d]+届/g, '')
    .replace(/人民政府|政府/g, '')
    .replace(/(?<=[省市县区州])委员会$/, '委');
  const match = /^(.{0,7}?)(自治区|自治州|省|市(?!场|容)|县|区(?!块)|州(?=$|委|政协|人大)|镇|乡)(.*)$/.exec(body);
  if (match === null || ZONE.test(match[1] ?? '')) return body.startsWith('全国') ? { place: '', level: '国', organ: body.slice(2) } : { place: organless(body), level: '', organ: organless(body) === body ? '' : body.slice(organless(body).length) };
  const [, place = '', level = '', organ = ''] = match;
  // 云川省澜桥市: the last place is meant.
  const inner = /^(.{2,7}?)(市(?!场|容)|县|区(?!块)|州)(.*)$/.exec(organ);
  const found = inner === null ? { place, level, organ } : { place: inner[1] ?? '', level: inner[2] ?? '', organ: inner[3] ?? '' };
  return { ...found, level: found.level === '自治区' ? '省' : found.level, organ: found.organ === '党委' ? '委' : found.organ };
}

const ORGAN_START = /(?:政协|人大|党委|法院|检察院|国务院|.{0,12}(?:委员会|委|局|厅|院|会|办|团|组|部|处|所|站|馆|社|队|公司|银行|支行|大学|学院|学校|医院|中心|集团|俱乐部|sig|pmc|tsc|wg|pfcc|club)(?:组)?|[a-z][a-z0-9 _-]*组?)$/;

/** What a body without a level says of its place: 澜桥 of 澜桥, nothing of 工信局. */
function organless(body: string): string {
  return ORGAN_START.test(body) ? '' : body;
}

/** Ranks that one may leave unsaid: the 党组书记 of a bureau is its 书记, a 常务副会长 one of its 副会长. */
function ranksAgree(asked: OfficeName, held: OfficeName): boolean {
  if (asked.rank === held.rank) return true;
  if (asked.rank !== '') return false;
  return (held.base === '书记' && /^党[组委]$/.test(held.rank)) || (held.isDeputy && held.rank === '常务');
}

/** Whether an office of the record is the one asked for, as far as both say. `around` is the folded heading of the record: what the record leaves unsaid must stand there. */
export function officesAgree(asked: OfficeName, held: OfficeName, around: string): boolean {
  if (asked.base !== held.base || asked.isDeputy !== held.isDeputy || !ranksAgree(asked, held)) return false;
  if (asked.level !== '' && held.level !== '' && asked.level !== held.level) return false;
  if (asked.place !== '' && (held.place === '' ? !around.includes(asked.place) : !held.place.includes(asked.place) && !asked.place.includes(held.place))) return false;
  if (asked.organ === '') return held.organ === '' || (asked.level === '' && asked.place === '');
  if (held.organ === '') return isSpokenOf(asked.organ.length > 1 ? asked.organ : `${asked.level}${asked.organ}`, around) && LEVEL_OF_TITLE.exec(held.base) === null;
  return organsAgree(asked.organ, held.organ) || organsAgree(withoutPlace(asked, held, around), held.organ);
}

/** An organ stands in the surroundings, or every word of a longer name does: 供水条例执法检查组 where 执法检查组关于检查供水条例 stands. */
function isSpokenOf(organ: string, around: string): boolean {
  if (squeezed(around).includes(squeezed(organ))) return true;
  const words = tagWords(organ).map(({ word }) => word).filter((word) => word.trim() !== '');
  return words.length > 1 && /[组团队会]$/.test(organ) && words.every((word) => around.includes(word));
}

/** 中院 of 澜桥中院, where the record is of 澜桥: a place without its level cannot be told from the organ it stands before. */
function withoutPlace({ organ, place, level }: OfficeName, held: OfficeName, around: string): string {
  if (place !== '' || level !== '') return organ;
  const length = [4, 3, 2].find((size) => organ.length >= size + 2 && (held.place === '' ? around : held.place).includes(organ.slice(0, size)));
  return length === undefined ? organ : organ.slice(length);
}

function organsAgree(asked: string, held: string): boolean {
  const [a, b] = [asked, held].map((organ) => squeezed(organ).replace(/(?:工作)?组$/, '').replace(/(?<!常)委(?:员会|会)$/, '委'));
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // 人大 for its standing committee, 工信局 for 工业和信息化局.
  if (short === '人大' && long === '人大常委会') return true;
  if (short.length >= 4 && long.endsWith(short)) return true;
  return (short.length >= 3 || /^[中高]院$/.test(short)) && !/[a-z]/.test(short) && long.startsWith(short.charAt(0)) && long.endsWith(short.slice(-1)) && new RegExp([...short].join('.*')).test(long);
}

function squeezed(text: string): string {
  return text.replace(/[\s_-]+/g, '');
}
