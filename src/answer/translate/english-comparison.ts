/** English comparatives and what Chinese says for them behind 更. */
const DEGREES: Readonly<Record<string, string>> = { more: '多', fewer: '少', less: '少', higher: '高', lower: '低', larger: '大', bigger: '大', greater: '大', smaller: '小', faster: '快', slower: '慢', earlier: '早', later: '晚', longer: '长' };
const DEGREE = `(${Object.keys(DEGREES).join('|')})`;
const WHICH = new RegExp(`^\\s*(?:which|who|what)\\b(.*?)\\b(?:has|have|had|is|was|are|were|got|received|came|saw|does|did)?\\s*(?:the )?${DEGREE}\\b([^,:;?]*?)[,:;]\\s*(.+? or .+?)\\s*\\??$`, 'i');
const MORE_THAN = new RegExp(`^\\s*(?:by )?how (?:many|much) ${DEGREE}\\b\\s*(.*?)\\bthan\\b\\s*(.*?)\\s*\\??$`, 'i');
const IS_MORE = new RegExp(`^\\s*(?:is|are|was|were|did|does|do|has|have)\\s+(.*?)\\b${DEGREE}\\b\\s*(.*?)\\bthan\\b\\s*(.*?)\\s*\\??$`, 'i');
const COMPARE = /^\s*compare\b\s*(.+?)\s+(?:with|to|and|against|versus|vs\.?)\s+(.+?)\s*[?.]?$/i;

/** A question that sets two things side by side, in the form in which Chinese asks it; null when it is none. `say` translates a part. */
export function translateComparison(text: string, say: (part: string) => string): string | null {
  const compared = COMPARE.exec(text);
  if (compared !== null) return `${say(compared[1] ?? '')}和${say(compared[2] ?? '')}相差多少？`;
  const which = WHICH.exec(text);
  if (which !== null) return `${say((which[4] ?? '').replace(/ or /i, ' and '))}哪个${say(which[3] ?? '')}更${degreeOf(which[2])}？`;
  const more = MORE_THAN.exec(text);
  if (more !== null) {
    const [, degree, left = '', right = ''] = more;
    // how many more jobs does Henan plan than … : the matter stands before the auxiliary, its owner behind it.
    const [, matter = left, owner = ''] = /^(.+?)\s+(?:does|do|did|has|have|had|will)\s+(.+)$/i.exec(left) ?? [];
    return `${say(owner)}${say(matter)}比${say(right)}${degreeOf(degree)}多少？`;
  }
  const isMore = IS_MORE.exec(text);
  // more than 5 % is a bound, not a comparison of two things
  if (isMore !== null && !/^\d/.test(isMore[4] ?? '')) return `${say(`${isMore[1] ?? ''} ${isMore[3] ?? ''}`)}比${say(isMore[4] ?? '')}${degreeOf(isMore[2])}吗？`;
  return null;
}

function degreeOf(word: string | undefined): string {
  return DEGREES[(word ?? 'more').toLowerCase()] ?? '多';
}
