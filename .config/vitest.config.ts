import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // A child process or a first index build on a busy two-core machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Native modules do not like worker threads that end under them.
    pool: 'forks',
    maxWorkers: 2,
  },
});
