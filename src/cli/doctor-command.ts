import type { Command } from 'commander';
import type { ModelCheck } from '../ports/model-check.js';
import type { Entrance } from './house.js';

const DESCRIPTION = `Tries the configured model (CHAT_MODEL at OPENAI_BASE_URL): its list of models, a reply of a given shape, streaming, and how long each takes.
Sends a few short requests and nothing of the records. Ends with 1 when one fails, with 0 when no model is configured: none is needed.`;

/** `huida doctor`: does the configured model do what is asked of it? */
export function addDoctorCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  program
    .command('doctor')
    .summary('try the configured model')
    .description(DESCRIPTION)
    .option('--json', 'print the checks as JSON')
    .addHelpText('after', '\nExample:\n  CHAT_MODEL=qwen2.5:14b OPENAI_BASE_URL=http://127.0.0.1:11434/v1 huida doctor')
    .action(async (options: { json?: true }) => {
      const checks = await entrance.checkModel();
      await entrance.output.write(options.json ? `${JSON.stringify({ checks })}\n` : checks.map(line).join(''));
      if (checks.some(({ outcome }) => outcome === 'fails')) setExitCode(1);
    });
}

function line({ name, outcome, detail, latencyMs }: ModelCheck): string {
  return `${name}: ${outcome}${latencyMs === null ? '' : ` (${latencyMs} ms)`}. ${detail}\n`;
}
