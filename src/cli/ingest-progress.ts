import type { IngestProgress } from '../ingest/ingest-ports.js';
import { startProgressBar, type ProgressBar } from './progress-bar.js';

/** A bar for each stage of an ingest, with its rate and the time left. \`nowMs\` is a clock that only goes forward. */
export function startIngestProgress(nowMs: () => number, start: typeof startProgressBar = startProgressBar): { update: (progress: IngestProgress) => void; stop: () => void } {
  let bar: ProgressBar | null = null;
  let stage: IngestProgress['stage'] | null = null;
  let startedAt = 0;
  let first = 0;
  return {
    update: (progress) => {
      if (progress.stage !== stage) {
        bar?.stop();
        bar = start('{bar} {percentage}% {name}');
        stage = progress.stage;
        startedAt = nowMs();
        // What was there before the stage began (vectors taken over) is no measure of its speed.
        first = progress.done;
      }
      bar?.update(progress.done, progress.total, paceOf(progress, progress.done - first, (nowMs() - startedAt) / 1000));
    },
    stop: () => bar?.stop(),
  };
}

/** \`1.2 of 6.0 MB, 0.4 MB/s, 12 s left\`: the rate since the stage began. */
export function paceOf({ stage, done, total }: IngestProgress, gained: number, seconds: number): string {
  const [unit, size, digits] = stage === 'reading' ? (['MB', 1048576, 1] as const) : (['vectors', 1, 0] as const);
  const amount = `${(done / size).toFixed(digits)} of ${(total / size).toFixed(digits)} ${unit}`;
  if (gained <= 0 || seconds <= 0) return amount;
  const rate = gained / seconds;
  const left = Math.ceil((total - done) / rate);
  return `${amount}, ${(rate / size).toFixed(digits)} ${unit}/s, ${left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`} left`;
}
