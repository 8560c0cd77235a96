import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CONFIG_KEYS } from '../../src/config.js';
import { PROJECT } from '../house/project.js';

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Surroundings {
  /** Working folder; the project's root by default. */
  cwd?: string;
  environment?: Record<string, string>;
  /** What standard input holds. */
  input?: string;
}

/** Runs the real command line, from its sources, in a process of its own. */
export async function runCli(words: readonly string[], { cwd = PROJECT, environment = {}, input = '' }: Surroundings = {}): Promise<Run> {
  const child = startEntrance('cli.ts', words, cwd, environment);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output.stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { output.stderr += text; });
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => { child.once('close', resolve); });
  return { code, ...output };
}

/** Starts `cli.ts` or `main.ts`; without the settings of the person who runs the tests. */
export function startEntrance(entrance: 'cli.ts' | 'main.ts', words: readonly string[], cwd: string, environment: Record<string, string>) {
  const settings: readonly string[] = CONFIG_KEYS;
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
  const tsx = join(PROJECT, 'node_modules/tsx/dist/loader.mjs');
  return spawn(process.execPath, ['--import', tsx, join(PROJECT, 'src', entrance), ...words], { cwd, env: { ...clean, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
}
