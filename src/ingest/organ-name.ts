/** Ends of the names of organs that meet or publish. */
const END = '委员会|主席团|政府|[市省县区州]委|常委会|人大|政协|代表大会|业主大会|理事会|董事会|监事会|党组|工作组|专家组|领导小组|协会|学会|联合会|红十字会|商会|法院|检察院|代表团|指挥部|公司|集团|银行|中心|学校|大学|学院|医院|研究院|[分总]?局|厅|部|支队|总队|大队|办公室|管委会|俱乐部|社区';
const AT_END = new RegExp(`(?:${END})(?:[（(][^（()）]{1,12}[)）])?$`);
const LONGEST = new RegExp(`^[\\u4e00-\\u9fffA-Za-z·]{1,40}(?:${END})`);
/** Where the name of the organ in a title comes to its end. */
const AFTER_NAME = /\d{4}\s*年|[一二][〇○零一二三四五六七八九]{3}年|第?[〇零一二三四五六七八九十百\d]{1,3}次|关于|(?:常务|专题|工作|全体|临时|联席|[扩大]{2})?会议|例会|[12]\d{3}\b|会议?(?:纪要|记录)/;

/** The organ a title of minutes or of an official paper begins with, or an empty string. */
export function organAtHead(title: string): string {
  const end = AFTER_NAME.exec(title)?.index ?? -1;
  const name = title.slice(0, Math.max(0, end)).trim();
  return AT_END.test(name) && name.length <= 40 ? name : '';
}

/** The organ that published something, from the title (某某局招聘公告) or else from the signature under the text; empty where neither names one. */
export function publisherOf(title: string, text: string): string {
  const plain = title.replace(/\s+/g, '');
  const before = plain.indexOf('关于');
  if (before > 0) return plain.slice(0, before);
  const named = LONGEST.exec(plain)?.[0];
  if (named !== undefined) return named;
  const signature = text.trimEnd().split('\n').slice(-3).map((line) => line.trim());
  return signature.find((line) => line.length <= 30 && !/[，。；：:]/.test(line) && AT_END.test(line)) ?? '';
}

/** True when the words end in the name of an organ. */
export function isOrganName(words: string): boolean {
  return AT_END.test(words);
}
