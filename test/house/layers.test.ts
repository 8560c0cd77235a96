import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cruise, type CruiseReport } from './cruise.js';
import { filesUnder, PROJECT } from './project.js';

const rules = z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) })
  .parse(createRequire(import.meta.url)(join(PROJECT, '.config/dependency-cruiser.cjs'))).forbidden;

/** One file each that breaks one rule: path, what it imports, and the rule that must notice. */
const PLANTED: [string, string, string][] = [
  ['src/domain/a.ts', '../ports/b.js', 'domain-is-the-ground'],
  ['src/ports/b.ts', '../language/c.js', 'ports-and-language-know-words-only'],
  ['src/language/c.ts', '../ingest/d.js', 'ports-and-language-know-words-only'],
  ['src/ingest/d.ts', '../answer/e.js', 'pipelines-are-strangers'],
  ['src/answer/e.ts', '../adapters/sqlite/f.js', 'pipelines-are-strangers'],
  ['src/adapters/sqlite/f.ts', '../hnswlib/g.js', 'adapters-are-strangers'],
  ['src/adapters/hnswlib/g.ts', '../../cli/h.js', 'adapters-fit-sockets'],
  ['src/cli/h.ts', '../adapters/files/i.js', 'doors-reach-pipelines-only'],
  ['src/adapters/files/i.ts', '../../wiring.js', 'nobody-imports-the-entrance'],
  ['src/wiring.ts', './kitchen/j.js', 'none'],
  ['src/kitchen/j.ts', './k.js', 'every-folder-has-a-floor'],
  ['src/kitchen/k.ts', './j.js', 'no-cycles'],
  ['src/cli.ts', './wiring.js', 'none'],
  ['src/domain/dead.ts', 'node:fs', 'no-dead-code'],
  ['src/domain/lost.ts', './nowhere.js', 'no-unknown-import'],
  ['src/domain/tool.ts', 'only-for-development', 'no-development-package'],
  ['src/domain/tested.ts', '../../test/x.js', 'no-test-in-product'],
  ['test/x.ts', 'node:fs', 'none'],
  ['src/domain/v1.ts', 'grammy', 'vendor-telegram'],
  ['src/domain/v2.ts', 'hono', 'vendor-console'],
  ['src/domain/v3.ts', 'commander', 'vendor-cli'],
  ['src/domain/v4.ts', 'openai', 'vendor-openai'],
  ['src/domain/v5.ts', 'hnswlib-node', 'vendor-hnswlib'],
  ['src/domain/v6.ts', 'better-sqlite3', 'vendor-sqlite'],
  ['src/domain/v7.ts', '@langchain/core/documents', 'vendor-langchain'],
  ['src/domain/v8.ts', '@node-rs/jieba', 'vendor-language'],
  ['src/domain/v9.ts', 'dotenv', 'vendor-config'],
  ['src/domain/v10.ts', 'pdfjs-dist', 'vendor-pdf'],
  ['src/domain/v11.ts', 'htmlparser2', 'vendor-html'],
  ['src/domain/v12.ts', 'csv-parse', 'vendor-csv'],
  ['src/domain/v13.ts', 'yauzl', 'vendor-packed'],
  ['src/domain/v14.ts', 'csv-stringify/sync', 'vendor-csv'],
  ['src/domain/v15.ts', 'write-excel-file/node', 'vendor-xlsx'],
  ['src/domain/v16.ts', 'chokidar', 'vendor-watch'],
  ['src/domain/v17.ts', 'piscina', 'vendor-threads'],
];

describe('the layer check', () => {
  let real: CruiseReport;
  beforeAll(() => { real = cruise(PROJECT); });

  it('saw every file of src', () => {
    const seen = real.modules.map((module) => module.source).filter((source) => source.startsWith('src/') && source.endsWith('.ts'));
    expect(seen.sort()).toEqual(filesUnder('src', '.ts'));
  });

  it('finds the house in order', () => {
    expect(real.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('says for every rule why', () => {
    for (const { name, comment } of rules) expect(comment, name).toMatch(/\w.{40,}[.]$/u);
  });
});

describe('a planted violation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huida-layers-'));
  let planted: CruiseReport;
  beforeAll(() => {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [path, target] of PLANTED) write(path, `import * as other from '${target}';\nexport const used = other;\n`);
    write('package.json', JSON.stringify({ type: 'module', devDependencies: { 'only-for-development': '1' } }));
    write('node_modules/only-for-development/package.json', '{"name": "only-for-development", "version": "1.0.0", "main": "index.js"}');
    write('node_modules/only-for-development/index.js', 'module.exports = {};');
    cpSync(join(PROJECT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    planted = cruise(folder);
  });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  it.each(PLANTED.filter(([, , rule]) => rule !== 'none'))('%s importing %s breaks %s', (path, _target, rule) => {
    const broken = planted.summary.violations.filter(({ from, to }) => from === path || to === path);
    expect(broken.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('is there for every rule', () => {
    expect(rules.map((rule) => rule.name).filter((name) => !PLANTED.some(([, , rule]) => rule === name))).toEqual([]);
  });
});
