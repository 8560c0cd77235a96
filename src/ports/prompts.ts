/** What a prompt asks a model to give back; each has its schema where it is read. */
export const PROMPT_OUTPUTS = ['statements', 'questions'] as const;
export type PromptOutput = (typeof PROMPT_OUTPUTS)[number];

/** One prompt file. */
export interface Prompt {
  /** `answer` of answer.zh.md. */
  name: string;
  language: 'zh' | 'en';
  version: string;
  /** SHA-256 of the file's bytes, hex: the log names it, so that what was asked can be shown afterwards. */
  digest: string;
  /** Names in {{…}} of the user part. */
  variables: string[];
  output: PromptOutput;
  temperature: number;
  maxOutputTokens: number;
  system: string;
  /** With its {{variables}}. */
  user: string;
}

/** The prompts by name and language. */
export interface PromptShelf {
  /** Throws when there is none: the file list is checked when the shelf is made. */
  find(name: string, language: 'zh' | 'en'): Prompt;
  all(): readonly Prompt[];
}
