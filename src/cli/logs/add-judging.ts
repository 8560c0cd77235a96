import type { Command } from 'commander';
import { REVIEW_VERDICTS } from '../../review/review-state.js';
import type { Entrance } from '../house.js';
import { dataFolderOf, usageError } from '../usage.js';
import { withHouse } from '../with-house.js';
import { recordNamed } from './add-reading.js';
import { oneOf } from './narrow.js';

const LONGEST_NOTE = 500;

interface ReviewOptions {
  verdict: string;
  note: string;
  data?: string;
}

/** `logs review`: a moderator's verdict, from the machine itself. */
export function addJudging(logs: Command, entrance: Entrance): void {
  logs
    .command('review')
    .description('Judges an answer, as in the console. Written down as done by "local", who works at this machine.')
    .argument('<id>', 'id of the record, as listed')
    .requiredOption('--verdict <name>', REVIEW_VERDICTS.join(', '))
    .option('--note <text>', `why, up to ${LONGEST_NOTE} characters`, '')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (id: string, options: ReviewOptions) => {
      const verdict = oneOf('--verdict', options.verdict, REVIEW_VERDICTS);
      const length = [...options.note].length;
      if (length > LONGEST_NOTE) throw usageError(`--note has ${length} characters, but may have ${LONGEST_NOTE}; shorten it.`);
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const desk = house.logs();
        recordNamed(desk, id);
        desk.judge(id, verdict, options.note);
        await entrance.output.write(`${id} is judged ${verdict}.\n`);
      });
    });
}
