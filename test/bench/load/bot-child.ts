// The built service, which tells the load bench how its event loop and its memory are.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type * as ConfigModule from '../../../src/config.js';
import type * as ServiceModule from '../../../src/service.js';

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('message', (wish) => {
  if (wish === 'reset') delay.reset();
  // The histogram counts from one look to the next: what is above that is delay.
  else process.send?.({ loopP99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS), residentMb: process.memoryUsage.rss() / 2 ** 20, processorMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000 });
});

const built = <T>(name: string): Promise<T> => import(new URL(`../../../dist/${name}.js`, import.meta.url).href) as Promise<T>;
const [{ readConfig }, { serve }] = await Promise.all([built<typeof ConfigModule>('config'), built<typeof ServiceModule>('service')]);
process.exitCode = await serve(readConfig(), { write: () => Promise.resolve(), writeError: (text) => { process.stderr.write(text); } });
process.disconnect();
