import { isNegated, withNegation, type Opposite } from './polarity.js';

const NEGATED = /(?:并没有|从来没有|没有|并未|尚未|未曾|从未|未能|没能|不再|不予|并非|未|没|不)(?:能够?|再|被|获得?|得到|予以?|真的?|正式|如期|按时)*([\u4e00-\u9fff]{2})/g;
/** Words that begin like a negation and deny nothing, and bounds of figures. */
const NONE = /不(?:仅|断|懈|少(?!于)|久|同|忘|负|只|单|光|但|管|论|过|够|动|充分|错|再次|低于|超过|少于|高于|多于|到|足|及|变|属于?实|是)|未来|没(?:错|收|有?(?:超过|达到|到))|对不对|是不是|有没有/g;

/** What a statement denies and the record says, or null; `open` where it denies something of which the record says nothing. Texts are folded. */
export function deniedBy(claimed: string, recorded: string): Opposite | 'open' | null {
  const plain = claimed.replace(NONE, (part) => '·'.repeat(part.length));
  let isOpen = false;
  for (const match of plain.matchAll(NEGATED)) {
    const word = match[1] ?? '';
    const isDeniedToo = isNegated(recorded, word);
    if (isDeniedToo === false) return { claimed: match[0], recorded: withNegation(recorded, word) };
    // 未获通过 may stand there as 否决: outcomes are compared by their pairs.
    if (isDeniedToo === null && !/未|没|不|无|否|非/.test(recorded)) isOpen = true;
  }
  return isOpen ? 'open' : null;
}
