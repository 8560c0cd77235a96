import type { Command } from 'commander';
import type { Prompt } from '../ports/prompts.js';
import type { Entrance } from './house.js';
import { usageError } from './usage.js';

const EXAMPLES = `
Examples:
  huida prompts list
  huida prompts show answer.zh
  huida prompts check`;

/** `huida prompts`: what a model is told. Works without a model. */
export function addPromptsCommand(program: Command, entrance: Entrance): void {
  const prompts = program.command('prompts').summary('what a model is told').description('Shows and checks the prompt files, which tell a model how to word an answer.').addHelpText('after', EXAMPLES);
  prompts
    .command('list')
    .description('Lists the prompts with version, output and digest, as the log names them.')
    .option('--json', 'print them as JSON')
    .action(async (options: { json?: true }) => {
      const all = entrance.prompts();
      await entrance.output.write(options.json ? `${JSON.stringify({ prompts: all.map(({ system, user, ...rest }) => ({ ...rest, characters: system.length + user.length })) })}\n` : all.map(line).join(''));
    });
  prompts
    .command('show')
    .description('Prints one prompt as the model gets it, variables in {{…}}.')
    .argument('<name>', 'such as answer.zh')
    .action(async (name: string) => {
      const all = entrance.prompts();
      const prompt = all.find((one) => nameOf(one) === name);
      if (prompt === undefined) throw usageError(`There is no prompt ${JSON.stringify(name.slice(0, 100))}; there are ${all.map(nameOf).join(', ')}.`);
      await entrance.output.write(`${line(prompt)}\n# system\n\n${prompt.system}\n\n# user\n\n${prompt.user}\n`);
    });
  prompts
    .command('check')
    .description('Reads every prompt file strictly; ends with 1 and one sentence when one is not as it must be.')
    .action(async () => {
      const all = entrance.prompts();
      await entrance.output.write(`${all.length} prompts are right: ${all.map(nameOf).join(', ')}.\n`);
    });
}

function nameOf({ name, language }: Prompt): string {
  return `${name}.${language}`;
}

function line(prompt: Prompt): string {
  return `${nameOf(prompt)}  version ${prompt.version}  ${prompt.output}  ${prompt.digest.slice(0, 12)}\n`;
}
