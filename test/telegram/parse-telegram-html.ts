/** What a strict Bot API server makes of a text in HTML mode. */
export interface ParsedText {
  text: string;
  entities: { type: string; offset: number; length: number }[];
}

const TAGS = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote', 'blockquote expandable']);
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** Throws an Error whose message is Telegram's "can't parse entities: …" for anything but closed, known tags and escaped text. */
export function parseTelegramHtml(html: string): ParsedText {
  let text = '';
  const open: { tag: string; offset: number }[] = [];
  const entities: ParsedText['entities'] = [];
  for (const [part] of html.matchAll(/<[^>]*>?|&(?:lt|gt|amp|quot);|[^<]/gs)) {
    if (part.startsWith('</')) {
      const last = open.pop();
      if (last === undefined || part !== `</${last.tag.split(' ')[0]}>`) fail(`unmatched end tag ${part}`);
      entities.push({ type: last.tag, offset: last.offset, length: text.length - last.offset });
    } else if (part.startsWith('<')) {
      const tag = part.slice(1, -1).replace(/^a href="https:\/\/t\.me\/[^"]+"$/, 'a');
      if (!part.endsWith('>') || !TAGS.has(tag) || (tag === 'a' && part === '<a>')) fail(`unsupported start tag "${tag}"`);
      if (tag.startsWith('blockquote') && open.some((outer) => outer.tag.startsWith('blockquote'))) fail('quotes cannot nest');
      if (open.some((outer) => outer.tag === 'code')) fail('nothing nests in fixed width');
      open.push({ tag, offset: text.length });
    } else if (part === '&') {
      fail('bare ampersand');
    } else {
      text += ENTITIES[part] ?? part;
    }
  }
  if (open.length > 0) fail(`no end tag for <${open.at(-1)?.tag}>`);
  return { text, entities };
}

function fail(reason: string): never {
  throw new Error(`can't parse entities: ${reason}`);
}
