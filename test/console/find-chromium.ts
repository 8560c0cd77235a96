import { existsSync } from 'node:fs';

/** A Chromium of this machine, or null: browser tests are then skipped, visibly (apt-get install chromium). */
export function findChromium(): string | null {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'].find((path) => existsSync(path)) ?? null;
}
