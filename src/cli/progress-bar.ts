import { SingleBar } from 'cli-progress';
import { plainText } from './plain-text.js';

export interface ProgressBar {
  /** `total` may grow while the work is found. */
  update(done: number, total: number, name?: string): void;
  stop(): void;
}

/** A bar on standard error, so that standard output holds the result alone. Shows up with the first update. */
export function startProgressBar(format: string): ProgressBar {
  const bar = new SingleBar({ format, clearOnComplete: true });
  let isStarted = false;
  return {
    update: (done, total, name = '') => {
      if (!isStarted) bar.start(total, 0, { name: '' });
      isStarted = true;
      bar.setTotal(total);
      bar.update(done, { name: plainText(name).slice(-60) });
    },
    stop: () => { if (isStarted) bar.stop(); },
  };
}
