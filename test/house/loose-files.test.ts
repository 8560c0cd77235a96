import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looseFiles } from '../../src/loose-files.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

function made({ dotEnv, data }: { dotEnv: number | null; data: number }) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  chmodSync(join(folder, 'data'), data);
  if (dotEnv !== null) {
    writeFileSync(join(folder, '.env'), 'BOT_TOKEN=1:x\n');
    chmodSync(join(folder, '.env'), dotEnv);
  }
  return { folder, found: () => looseFiles(folder, join(folder, 'data')) };
}

describe('what others can read', () => {
  it.each([
    ['bad input 69: a .env of mode 644', 0o644, 0o700, /^Others on this machine can read .*\.env, .*: chmod 600 /u],
    ['bad input 69: a .env that the group reads', 0o640, 0o700, /chmod 600 /u],
    ['bad input 63: a data folder that all can read', 0o600, 0o755, /^Others on this machine can read .*data, .*: chmod 700 /u],
  ])('%s is named, with what to do', (_, dotEnv, data, sentence) => {
    const found = made({ dotEnv, data }).found();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
  });

  it('nothing is said of files that are the owner’s alone, of none, of a data folder that a group shares', () => {
    expect(made({ dotEnv: 0o600, data: 0o700 }).found()).toEqual([]);
    expect(made({ dotEnv: null, data: 0o750 }).found()).toEqual([]);
    expect(looseFiles('/nowhere/at/all', '/nowhere/either')).toEqual([]);
  });

  it('bad input 69: a .env under version control is named; one beside it, or another name, is not', () => {
    const { folder, found } = made({ dotEnv: 0o600, data: 0o700 });
    const git = (...words: string[]): void => { execFileSync('git', words, { cwd: folder, stdio: 'ignore' }); };
    git('init');
    writeFileSync(join(folder, 'my.env'), '');
    writeFileSync(join(folder, '.env.example'), '');
    git('add', 'my.env', '.env.example');
    expect(found()).toEqual([]);
    git('add', '-f', '.env');
    expect(found()).toEqual([expect.stringMatching(/\.env is under version control.*git rm --cached \.env/u)]);
  });
});
