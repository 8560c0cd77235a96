import { tableText } from '../../language/table-text.js';
import { openZip, type Member } from './open-zip.js';
import { readSheet } from './read-sheet.js';
import { walkXml } from './walk-xml.js';

/** Visible sheets of a workbook, each as text under its name. */
export async function readXlsx(bytes: Uint8Array): Promise<{ text: string } | { reason: string }> {
  const zip = await openZip(bytes);
  if ('reason' in zip) return zip;
  const part = (name: string): Member | undefined => zip.members.find((member) => member.name === name);
  const workbook = part('xl/workbook.xml');
  if (workbook === undefined) return { reason: 'It is no .xlsx file: it has no xl/workbook.xml; save it again as .xlsx.' };
  try {
    const targets = await readTargets(part('xl/_rels/workbook.xml.rels'));
    const shared = await readShared(part('xl/sharedStrings.xml'));
    const dateStyles = await readDateStyles(part('xl/styles.xml'));
    const sheets: { name: string; id: string }[] = [];
    walkXml(await workbook.read(), {
      open: (name, attributes) => {
        if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '' });
      },
    });
    const texts: string[] = [];
    for (const { name, id } of sheets) {
      const target = targets.get(id);
      const member = target === undefined ? undefined : part(`xl/${target.replace(/^(?:\/xl\/|\.\/)/, '')}`);
      if (member === undefined) continue;
      const text = tableText(readSheet(await member.read(), shared, dateStyles));
      if (text !== '') texts.push(sheets.length > 1 || !/^(?:Sheet|工作表)\s*\d+$/i.test(name) ? `## ${name}\n\n${text}` : text);
    }
    return { text: `${texts.join('\n\n')}\n` };
  } catch {
    return { reason: 'The .xlsx file is damaged or holds a document type declaration; save it again as .xlsx.' };
  }
}

async function readTargets(member: Member | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (member !== undefined) walkXml(await member.read(), { open: (name, attributes) => { if (name === 'Relationship' && attributes.TargetMode !== 'External') targets.set(attributes.Id ?? '', attributes.Target ?? ''); } });
  return targets;
}

async function readShared(member: Member | undefined): Promise<string[]> {
  const shared: string[] = [];
  if (member === undefined) return shared;
  let inText = false;
  let phonetic = 0;
  walkXml(await member.read(), {
    open: (name) => {
      if (name === 'si') shared.push('');
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    text: (text) => { if (inText) shared.push((shared.pop() ?? '') + text); },
    close: (name) => {
      if (name === 'rPh') phonetic--;
      if (name === 't') inText = false;
    },
  });
  return shared;
}

/** Which cell formats show a date: the built-in ones and those with a year or day in their code. */
async function readDateStyles(member: Member | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (member === undefined) return dates;
  const codes = new Map<string, string>();
  let inCells = false;
  let index = 0;
  walkXml(await member.read(), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const format = attributes.numFmtId ?? '0';
        if ((Number(format) >= 14 && Number(format) <= 17) || Number(format) === 22 || /[yd]/i.test((codes.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, ''))) dates.add(index);
        index++;
      }
    },
    close: (name) => { if (name === 'cellXfs') inCells = false; },
  });
  return dates;
}
