import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';
import { PROMPT_OUTPUTS, type Prompt, type PromptShelf } from '../../ports/prompts.js';

const FILE_NAME = /^([a-z][a-z-]*)\.(zh|en)\.md$/u;
const PARTS = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u;
const BODY = /^\s*# system\n([\s\S]+?)\n# user\n([\s\S]+)$/u;

const shape = z.strictObject({
  name: z.string(),
  language: z.enum(['zh', 'en']),
  version: z.string().min(1),
  variables: z.array(z.string().regex(/^[a-z][A-Za-z]*$/u)).min(1),
  output: z.enum(PROMPT_OUTPUTS),
  parameters: z.strictObject({ temperature: z.number().min(0).max(2), maxOutputTokens: z.number().int().min(1).max(8000) }),
});

/** Reads every prompt of a folder. Throws ClearError that names the file, what it has and what it must have; README.md is left out. */
export function readPrompts(folder: string | URL): PromptShelf {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const names = listFiles(path);
  const prompts = names.map((name) => readPrompt(path, name));
  return {
    all: () => prompts,
    find(name, language) {
      const prompt = prompts.find((one) => one.name === name && one.language === language);
      if (prompt === undefined) throw new ClearError(`There is no prompt ${name}.${language}.md in ${path}; put the file back.`);
      return prompt;
    },
  };
}

function listFiles(path: string): string[] {
  try {
    return readdirSync(path).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  } catch (cause) {
    throw new ClearError(`The prompts cannot be read from ${path}; put that folder back.`, 1, { cause });
  }
}

function readPrompt(folder: string, file: string): Prompt {
  const fault = (what: string): ClearError => new ClearError(`The prompt ${file} ${what}; correct it, or put the file back as it was.`);
  const named = FILE_NAME.exec(file);
  if (named === null) throw fault('is not named NAME.zh.md or NAME.en.md');
  const bytes = readFileSync(`${folder}/${file}`);
  const parts = PARTS.exec(bytes.toString('utf8').replaceAll('\r\n', '\n'));
  const body = BODY.exec(parts?.[2] ?? '');
  if (parts === null || body === null) throw fault('must have front matter between "---" lines, then "# system" and "# user" with text under each');
  const read = shape.safeParse(fieldsOf(parts[1] ?? '', fault));
  if (!read.success) throw fault(`has in its front matter at ${placeOf(read.error)}`);
  const { name, language, version, variables, output, parameters } = read.data;
  if (name !== named[1] || language !== named[2]) throw fault(`calls itself ${name}.${language}, which is not its file name`);
  const [system = '', user = ''] = [body[1]?.trim(), body[2]?.trim()];
  const used = [...user.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '');
  const odd = [...used.filter((variable) => !variables.includes(variable)), ...variables.filter((variable) => !used.includes(variable))][0];
  if (odd !== undefined) throw fault(`lists or uses the variable ${odd} on one side only: "variables" and the {{names}} of the user part must be the same`);
  if (system.includes('{{')) throw fault('has {{…}} in its system part, where nothing is filled in');
  return { name, language, version, digest: createHash('sha256').update(bytes).digest('hex'), variables, output, ...parameters, system, user };
}

function placeOf({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? 'the top' : path}: ${issue?.message ?? 'another value than allowed'}`;
}

function fieldsOf(text: string, fault: (what: string) => ClearError): unknown {
  try {
    return parse(text);
  } catch {
    throw fault('has front matter that is not YAML');
  }
}
