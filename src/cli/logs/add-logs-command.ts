import type { Command } from 'commander';
import type { Entrance } from '../house.js';
import { addExport } from './add-export.js';
import { addGolden } from './add-golden.js';
import { addJudging } from './add-judging.js';
import { addKeeping } from './add-keeping.js';
import { addReading } from './add-reading.js';
import { addStats } from './add-stats.js';

const EXAMPLES = `
Examples:
  huida logs list --since 7d --status refused
  huida logs search 提案 立案 --verdict wrong
  huida logs show 7d9c6f0e-1b0a-4c1e-9b7e-0a2f5f1c9a11
  huida logs review 7d9c6f0e-1b0a-4c1e-9b7e-0a2f5f1c9a11 --verdict wrong --note "another session"
  huida logs golden 7d9c6f0e-1b0a-4c1e-9b7e-0a2f5f1c9a11 --accept "35|三十五" --to test/golden/log.jsonl
  huida logs export --since 2025-01-01 --until 2025-03-31 --to quarter.xlsx
  huida logs purge --older-than 365`;

/** `huida logs`: the log of questions, for moderators. */
export function addLogsCommand(program: Command, entrance: Entrance): void {
  const logs = program.command('logs').summary('read, judge and export the log of questions').description('The log of questions: every question ever asked has one row, until its age or its asker takes it away.').addHelpText('after', EXAMPLES);
  addReading(logs, entrance);
  addJudging(logs, entrance);
  addGolden(logs, entrance);
  addExport(logs, entrance);
  addStats(logs, entrance);
  addKeeping(logs, entrance);
}
