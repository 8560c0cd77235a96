import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder, PROJECT } from './project.js';

const sources = filesUnder('src', '.ts').map((path) => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') }));

/** Loaded by a `require` made at run time, which the layer check cannot see. */
const VENDORS_AT_RUN_TIME: Record<string, string> = {
  'hnswlib-node': 'src/adapters/hnswlib/',
  'better-sqlite3': 'src/adapters/sqlite/',
  'node-sqlite3-wasm': 'src/adapters/sqlite/',
  '@node-rs/jieba': 'src/language/',
};

describe('the folders of the house', () => {
  it('are src, corpus, prompts and test, besides dotfiles', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: PROJECT, encoding: 'utf8' }).split('\0');
    const folders = new Set(tracked.filter((path) => path.includes('/') && !path.startsWith('.')).map((path) => path.split('/', 1)[0]));
    expect([...folders].filter((folder) => !['src', 'corpus', 'prompts', 'test'].includes(folder ?? ''))).toEqual([]);
  });

  it('hold no file of more than two hundred lines', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 200).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('hold no file that could be about anything', () => {
    expect(sources.map(({ path }) => path).filter((path) => /\b(utils?|helpers?|managers?|services?|common|misc)\b/u.test(basename(path).replace('service.ts', '')))).toEqual([]);
  });

  it('read the environment in config.ts only', () => {
    expect(sources.filter(({ text }) => /process\s*(?:\.\s*env|\[)|from '(?:node:)?process'/u.test(text)).map(({ path }) => path)).toEqual(['src/config.ts']);
  });

  it.each(Object.entries(VENDORS_AT_RUN_TIME))('name %s in %s only', (vendor, home) => {
    const quoted = new RegExp(`\\(\\s*['"\`]${vendor}|from ['"]${vendor}`, 'u');
    expect(sources.filter(({ path, text }) => quoted.test(text) && !path.startsWith(home)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the lockfile', () => {
  const entry = z.object({ integrity: z.string().optional(), optional: z.boolean().optional(), hasInstallScript: z.boolean().optional(), os: z.array(z.string()).optional(), cpu: z.array(z.string()).optional(), optionalDependencies: z.record(z.string(), z.string()).optional() });
  const packages = z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'))).packages;

  it('lists the packages of every platform; npm ci refuses it otherwise (npm run lock)', () => {
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
    const missing = wanted.filter((name) => /(android|darwin|freebsd|linux|openharmony|win32)-/u.test(name) && !(`node_modules/${name}` in packages));
    expect(missing).toEqual([]);
  });

  it('holds the digest of every package but those of other platforms', () => {
    const bare = Object.entries(packages).filter(([path, { integrity, os }]) => path !== '' && integrity === undefined && os === undefined).map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it('has no install script that package.json does not name', () => {
    const { allowScripts } = z.object({ allowScripts: z.record(z.string(), z.boolean()) }).parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
    const scripted = Object.entries(packages).filter(([, { hasInstallScript, optional, os }]) => hasInstallScript === true && !(optional === true && os !== undefined)).map(([path]) => path.replace(/^.*node_modules\//u, ''));
    expect(scripted.filter((name) => !(name in allowScripts))).toEqual([]);
  });

  it('belongs to a package.json with exact versions', () => {
    const record = z.record(z.string(), z.string());
    const manifest = z.object({ dependencies: record, optionalDependencies: record, devDependencies: record }).parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
    const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});
