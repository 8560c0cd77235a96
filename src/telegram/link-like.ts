/** Top domains in other scripts that clients make links of. */
const OTHER_DOMAINS = '中国|中國|公司|网络|網絡|网址|在线|中文网|中文網|政务|公益|集团|我爱你|商城|商店|网站|移动|香港|台湾|台灣|新加坡|рф';
const LINK_LIKE = new RegExp(
  [
    '[a-z][a-z\\d+.-]{1,20}:\\/{1,2}[^\\s，。；、！？）》”」]+',
    '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+',
    '(?<![\\w-])[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,24}(?![\\w-])(?:[/?#:][^\\s，。；、！？）》”」]*)?',
    `[\\p{L}\\p{N}-]+\\.(?:${OTHER_DOMAINS})(?!\\p{L})`,
    '@[a-z]\\w{2,}',
  ].join('|'),
  'giu',
);

/**
 * Parts of a text, told apart by whether a Telegram client would make a link of them by itself: addresses, file names that look like
 * one (gov.md), mentions. Shown in fixed width they stay words. A record must not lead anybody anywhere.
 */
export function splitLinkLike(text: string): { text: string; isLinkLike: boolean }[] {
  const parts: { text: string; isLinkLike: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK_LIKE)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isLinkLike: false });
    parts.push({ text: match[0], isLinkLike: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isLinkLike: false });
  return parts;
}
