#!/usr/bin/env node
// npm leaves a platform's binary package out of the lockfile when it could not fetch it, and `npm ci` then refuses the lockfile
// ("Missing: … from lock file"). This adds each one by name, version and platform, so that it is skipped where it does not fit.
// Run `npm run lock` after every npm install; test/house/lockfile.test.ts says when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];

for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(gnu|musl))?/u.exec(name);
    const path = `node_modules/${name}`;
    if (platform === null || path in lock.packages) continue;
    const [, os, cpu, libc] = platform;
    lock.packages[path] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }),
      optional: true,
      os: [os],
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages added to the lockfile${added.length === 0 ? '' : `: ${added.join(', ')}`}\n`);
