import { Command, CommanderError } from 'commander';
import { ClearError } from '../domain/errors.js';
import { addAskCommand } from './ask-command.js';
import { addAuditCommand } from './audit-command.js';
import { addBackupCommands } from './backup-command.js';
import { addCheckCommand } from './check-command.js';
import { addConsoleCommand } from './console-command.js';
import { addCorpusCommands } from './corpus/add-corpus-commands.js';
import { addCoverageCommand } from './coverage-command.js';
import { addDoctorCommand } from './doctor-command.js';
import { addEvaluateCommand } from './evaluate-command.js';
import { addForgetCommand } from './forget-command.js';
import type { Entrance } from './house.js';
import { addIngestCommand } from './ingest-command.js';
import { addLogsCommand } from './logs/add-logs-command.js';
import { addPromptsCommand } from './prompts-command.js';
import { addReplayCommand } from './replay-command.js';
import { addScreenCommand } from './screen-command.js';
import { addSearchCommand } from './search-command.js';
import { addStatusCommand } from './status-command.js';
import { dataFolderOf } from './usage.js';

/**
 * Runs one command and gives its exit code: 0 done, 1 failed, 2 wrong usage (`check` also 3 contradicted, 4 not found; `replay` also 3 changed). Never throws.
 * Every error is one sentence on standard error; with `--json` also `{"error": {"message", "exitCode"}}` on standard output.
 */
export async function runCommandLine(words: readonly string[], entrance: Entrance): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(entrance, (code) => { exitCode = code; });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { message, code } = explain(error);
    entrance.output.writeError(`${message}\n`);
    if (isJsonWanted(words)) await entrance.output.write(`${JSON.stringify({ error: { message, exitCode: code } })}\n`);
    return code;
  }
}

function buildProgram(entrance: Entrance, setExitCode: (code: number) => void): Command {
  const program = new Command('huida')
    .description('会答 · Answers questions about what meetings decided, in the words of the record, with citations that open.')
    .version(entrance.version)
    .exitOverride()
    // Commander would print its own two-line errors.
    .configureOutput({ writeOut: (text) => { void entrance.output.write(text); }, writeErr: (text) => { entrance.output.writeError(text); }, outputError: () => undefined })
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage; check also 3 contradicted, 4 not found; replay also 3 changed.\nExample: huida ask "市政协七届四次会议一共收到多少件提案？"');
  addIngestCommand(program, entrance);
  addScreenCommand(program, entrance);
  addCorpusCommands(program, entrance, setExitCode);
  addAskCommand(program, entrance, setExitCode);
  addCheckCommand(program, entrance, setExitCode);
  addSearchCommand(program, entrance);
  addLogsCommand(program, entrance);
  addForgetCommand(program, entrance);
  addReplayCommand(program, entrance, setExitCode);
  addAuditCommand(program, entrance, setExitCode);
  addBackupCommands(program, entrance, setExitCode);
  addCoverageCommand(program, entrance);
  addStatusCommand(program, entrance);
  addEvaluateCommand(program, entrance);
  addPromptsCommand(program, entrance);
  addDoctorCommand(program, entrance, setExitCode);
  addConsoleCommand(program, entrance);
  addServeCommand(program, entrance, setExitCode);
  return program;
}

function addServeCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  program
    .command('serve')
    .summary('run the Telegram bot')
    .description('Runs the Telegram bot until SIGTERM or SIGINT; the same as npm start. Needs BOT_TOKEN, and says how to get one without it.')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExample:\n  BOT_TOKEN=123456:ABC-DEF huida serve --data /srv/huida')
    .action(async (options: { data?: string }) => { setExitCode(await entrance.serve(dataFolderOf(options))); });
}

function explain(error: unknown): { message: string; code: number } {
  if (error instanceof ClearError) return { message: error.message, code: error.exitCode };
  if (error instanceof CommanderError) return { message: usageSentence(error), code: 2 };
  return { message: `Something broke: ${error instanceof Error ? error.message : String(error)}`, code: 1 };
}

/** `error: unknown option '--jsn'\n(Did you mean --json?)` becomes one sentence with a next step. */
function usageSentence(error: CommanderError): string {
  if (error.code === 'commander.help') return 'No command was given; see "huida --help".';
  const [fault = '', hint = ''] = error.message.replace(/^error: /u, '').split('\n');
  const meant = /\(Did you mean (.*)\?\)/u.exec(hint)?.[1];
  return `Wrong usage: ${fault}${meant === undefined ? '' : ` (did you mean ${meant}?)`}; see "huida --help".`;
}

/** Read from the words themselves, because a line that does not parse has no options yet. */
function isJsonWanted(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).includes('--json');
}
