import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type CruiseReport } from './cruise.js';
import { PROJECT } from './project.js';

export const PAGE = join(PROJECT, 'src/README.md');
const [START, END] = ['<!-- picture: npm run picture -->', '<!-- end of picture -->'];

const FLOORS: [string, RegExp][] = [
  ['5 entrance', /^entrance$/u],
  ['4 doors', /^(telegram|console|cli)$/u],
  ['3 adapters', /^adapters\//u],
  ['2 pipelines', /^(ingest|answer|review|evaluate)$/u],
  ['1 ports and language', /^(ports|language)$/u],
];

/** The architecture page with its picture drawn again from the imports of the code. */
export function redrawPage(): string {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PAGE} has lost the marks ${START} and ${END}`);
  return `${page.slice(0, before)}${START}\n\`\`\`mermaid\n${drawPicture(cruise(PROJECT))}\`\`\`\n${page.slice(after)}`;
}

/** Folders as boxes, floors as frames. Everybody leans on domain/, so those arrows are left out. */
function drawPicture({ modules }: CruiseReport): string {
  const arrows = new Set<string>();
  const folders = new Set<string>();
  for (const { source, dependencies } of modules.filter((module) => module.source.startsWith('src/'))) {
    const from = folderOf(source);
    folders.add(from);
    for (const { resolved } of dependencies.filter((dependency) => dependency.resolved.startsWith('src/'))) {
      const to = folderOf(resolved);
      if (from !== to && to !== 'domain') arrows.add(`  ${idOf(from)} --> ${idOf(to)}`);
    }
  }
  const frames = FLOORS.map(([title, belongs], index) => {
    const boxes = [...folders].filter((folder) => belongs.test(folder)).sort().map((folder) => `    ${idOf(folder)}[${folder.replace('adapters/', '')}]`);
    return `  subgraph floor${5 - index}["${title}"]\n${boxes.join('\n')}\n  end`;
  });
  return ['flowchart TD', ...frames, ...[...arrows].sort(), ''].join('\n');
}

/** `src/adapters/sqlite/driver.ts` → `adapters/sqlite`, `src/cli/house.ts` → `cli`, `src/wiring.ts` → `entrance`. */
function folderOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (first.endsWith('.ts')) return 'entrance';
  return first === 'adapters' ? `adapters/${second}` : first;
}

function idOf(folder: string): string {
  return folder.replaceAll(/\W/gu, '_');
}
