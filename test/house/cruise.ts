import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT } from './project.js';

const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});
export type CruiseReport = z.infer<typeof report>;

/** What dependency-cruiser sees and says of `src/` below a folder, by the rules of this house. */
export function cruise(folder: string): CruiseReport {
  const program = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = [program, '--config', join(PROJECT, '.config/dependency-cruiser.cjs'), '--output-type', 'json', 'src'];
  return report.parse(JSON.parse(execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })));
}
