import { walkXml } from './walk-xml.js';

/** Level of every paragraph style that is a heading, from 1; by its name or its outline level. */
export function readHeadingStyles(xml: Uint8Array): Map<string, number> {
  const levels = new Map<string, number>();
  let id = '';
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') id = attributes['w:styleId'] ?? '';
      else if (name === 'w:name') {
        const level = /^(?:heading|标题)\s*([1-6])$/i.exec(value)?.[1] ?? (/^(?:title|标题)$/i.test(value) ? '1' : undefined);
        if (level !== undefined) levels.set(id, Number(level));
      } else if (name === 'w:outlineLvl' && /^[0-5]$/.test(value)) levels.set(id, Number(value) + 1);
    },
  });
  return levels;
}
