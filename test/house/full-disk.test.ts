import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.js';
import { ClearError } from '../../src/domain/errors.js';
import { bindHouse } from '../../src/wiring.js';
import { temporaryFolder } from '../adapters/temporary-folder.js';

const QUESTION = '第三次例会同意购置多少台排涝泵车？';
const minutes = (seed: number): string => `# 澜桥市水务局第${String(seed)}次例会纪要\n\n${Array.from({ length: 220 }, (_, item) => `第${String(item)}项：${String(seed)}号闸门检修${String(item * seed)}处，由第${String((item * 7 + seed) % 90)}小组在${String((item % 12) + 1)}月完成，安排经费${String(item * 31 + seed)}万元。`).join('\n\n')}\n`;

/** A file system of 8 MB in memory, as only root can make; null where it cannot be made. */
function smallDisk(): string | null {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => { execFileSync('umount', ['-l', folder]); });
  return folder;
}

it('bad input 63: a disk that fills up while an index is made leaves the old one, whole, and says what to do', { timeout: 120_000 }, async (context) => {
  const disk = smallDisk();
  if (disk === null) return context.skip();
  const documents = temporaryFolder();
  writeFileSync(join(documents, 'first.md'), '# 澜桥市水务局第三次例会纪要\n\n2024年3月6日，第三次例会同意购置排涝泵车6台，预算540万元。\n');
  const dataFolder = join(disk, 'data');
  const house = bindHouse({ ...readConfig({ environment: {}, folder: documents }), dataFolder }, () => undefined);
  onTestFinished(() => { house.close(); });
  const first = await house.ingest([documents], () => undefined);
  for (let seed = 1; seed <= 60; seed++) writeFileSync(join(documents, `more-${String(seed)}.md`), minutes(seed));

  const failed = await house.ingest([documents], () => undefined).then(() => null, (error: unknown) => error);
  expect(failed).toBeInstanceOf(ClearError);
  expect((failed as ClearError).message).toMatch(/disk is full|ENOSPC/u);
  expect((await house.status()).generation?.id).toBe(first.generation.id);
  expect(readdirSync(join(dataFolder, 'generations'))).toEqual([first.generation.id]);
  expect(await house.ask({ id: 'after', question: QUESTION, history: [] }, 'test')).toMatchObject({ status: 'answered', answer: expect.stringContaining('6台') as string });
});
