/** Outcomes that exclude each other: what one side says, the other denies. Folded. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/通过|批准|同意|赞成|核准|获批|采纳/, /否决|驳回|反对|退回|撤回|搁置/],
  [/增长|增加(?!值)|上升|提高|上涨|扩大|增至|增幅|回升/, /下降|减少|下滑|降低|下跌|缩小|减至|降幅|回落|负增长/],
  [/成立|设立|组建|新建|建立/, /撤销|解散|裁撤|关闭/],
  [/开工|启动|开始|恢复/, /停工|叫停|终止|暂停|停止/],
  [/有效|生效/, /作废|失效|废止|注销/],
  [/如期|按期|准时/, /延期|推迟|逾期/],
  [/允许|可以|准许/, /禁止|不得|严禁/],
  [/最多|最高|最大/, /最少|最低|最小/],
  [/全部|全都|所有|都已/, /部分|少数|个别/],
  [/提前/, /推迟|延期|延后/],
  [/集体/, /个人/],
];
/** Words that begin like a negation and are none. */
const NO_NEGATION = /不(?:仅|断|懈|少|久|同(?!意)|忘|负|只|单|光|但|管|论|如(?!期)|过|及(?!时)|低于|超过|少于|足|高于|够|动|平衡|充分|错|再次|是.{0,4}吗)|未来|无(?:论|数|比|私|党派|缝|人机|线)|没错|没收/g;
const NEGATION = /(?:未|没有|没|不|无|尚未|并未|未曾|从未|不再|毫无|并非|不是|未能|不予|不得|禁止|拒绝|not |no |never )(?:能|予|有|再|会|应|全部|完全|正式|最终|曾|被|获|获得|得到|如期|按期|及时|全|一致){0,2}$/;

/** Whether a word stands negated in the text; the first place decides where it stands both ways. Null when the word is not there. */
export function isNegated(text: string, word: string): boolean | null {
  const plain = text.replace(NO_NEGATION, (match) => '·'.repeat(match.length));
  const at = plain.indexOf(word);
  if (at < 0) return null;
  const before = plain.slice(Math.max(0, at - 5), at);
  return NEGATION.test(before.slice(Math.max(0, before.search(/[^,，。;；:、\s]*$/))));
}

/** The side of a pair of opposites a text takes: its words, and whether it takes the second side (a negation turns it round). */
interface Stance {
  pair: number;
  isSecond: boolean;
  word: string;
  /** The word with its negation, as it stands. */
  text: string;
}

/** Every stance of a text, in the order of the pairs. A text that holds both sides of a pair takes neither. */
export function stancesOf(text: string): Stance[] {
  return OPPOSITES.flatMap(([first, second], pair) => {
    const one = first.exec(text);
    const other = second.exec(text);
    const match = one ?? other;
    if (match === null || (one !== null && other !== null)) return [];
    const negated = isNegated(text, match[0]) === true;
    const isSecond = (one === null) !== negated;
    return [{ pair, isSecond, word: match[0], text: negated ? withNegation(text, match[0]) : match[0] }];
  });
}

/** Words of opposite pairs that say the same or the opposite of `word`: a text that holds one of them speaks of the same matter. */
export function sameMatter(word: string): RegExp | null {
  const pair = OPPOSITES.find(([first, second]) => first.test(word) || second.test(word));
  return pair === undefined ? null : new RegExp(`${pair[0].source}|${pair[1].source}`);
}

/** The negated words as they stand (未收到), for showing. */
export function withNegation(text: string, word: string): string {
  const at = text.indexOf(word);
  const match = NEGATION.exec(text.slice(Math.max(0, at - 5), at));
  return (match?.[0] ?? '') + word;
}

/** Whether the record says the opposite: a word of the matter negated on one side only, or an outcome that excludes the claimed one. */
export function isTurned(claimed: string, recorded: string): boolean {
  return oppositeOf(claimed, recorded) !== null;
}

/** A claimed wording and the recorded one that excludes it. */
export interface Opposite {
  claimed: string;
  recorded: string;
}

/** The claimed and the recorded wording where they exclude each other, or null. */
export function oppositeOf(claimed: string, recorded: string, words: readonly string[] = []): Opposite | null {
  const theirs = stancesOf(recorded);
  for (const mine of stancesOf(claimed)) {
    const other = theirs.find(({ pair }) => pair === mine.pair);
    if (other !== undefined && other.isSecond !== mine.isSecond) return { claimed: mine.text, recorded: other.text };
  }
  for (const word of words) {
    const mine = isNegated(claimed, word);
    const other = isNegated(recorded, word);
    if (mine !== null && other !== null && mine !== other) return { claimed: mine ? withNegation(claimed, word) : word, recorded: other ? withNegation(recorded, word) : word };
  }
  return null;
}
