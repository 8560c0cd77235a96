// The real service with handlers of chosen slowness: how long the n-th question takes stands in its text.
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../../src/config.js';
import { serve } from '../../../src/service.js';
import { bindThreadedHouse } from '../../../src/wire-threads.js';

const bindSlowHouse: typeof bindThreadedHouse = (config, onNotice) => {
  const house = bindThreadedHouse(config, onNotice);
  return {
    ...house,
    async answer(question, door) {
      await pause(Number(/用时(\d+)毫秒/u.exec(question.question)?.[1] ?? 0));
      return house.answer(question, door);
    },
  };
};

process.exitCode = await serve(
  readConfig(),
  {
    write: () => Promise.resolve(),
    writeError: (text) => { process.stderr.write(text); },
  },
  bindSlowHouse,
);
