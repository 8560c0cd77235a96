import type { Role } from '../roles.js';
import type { Texts } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';

export interface CommandRow {
  name: string;
  /** Who may give it. */
  role: Role;
  /** `private`: what it shows or changes is nobody else's business. */
  where: 'anywhere' | 'private';
  description: TextKey;
}

/** Every command there is: who may give it and where. Menus, help, rights and the test of rights are read from it. */
export const COMMANDS = [
  { name: 'ask', role: 'citizen', where: 'anywhere', description: 'command_ask' },
  { name: 'check', role: 'citizen', where: 'anywhere', description: 'command_check' },
  { name: 'sources', role: 'citizen', where: 'anywhere', description: 'command_sources' },
  { name: 'meeting', role: 'citizen', where: 'anywhere', description: 'command_meeting' },
  { name: 'compare', role: 'citizen', where: 'anywhere', description: 'command_compare' },
  { name: 'latest', role: 'citizen', where: 'anywhere', description: 'command_latest' },
  { name: 'lang', role: 'citizen', where: 'private', description: 'command_lang' },
  { name: 'privacy', role: 'citizen', where: 'anywhere', description: 'command_privacy' },
  { name: 'forgetme', role: 'citizen', where: 'private', description: 'command_forgetme' },
  { name: 'help', role: 'citizen', where: 'anywhere', description: 'command_help' },
  { name: 'start', role: 'citizen', where: 'anywhere', description: 'command_start' },
  { name: 'add', role: 'staff', where: 'private', description: 'command_add' },
  { name: 'withdraw', role: 'staff', where: 'private', description: 'command_withdraw' },
  { name: 'status', role: 'staff', where: 'private', description: 'command_status' },
  { name: 'coverage', role: 'staff', where: 'private', description: 'command_coverage' },
  { name: 'queue', role: 'moderator', where: 'private', description: 'command_queue' },
  { name: 'review', role: 'moderator', where: 'private', description: 'command_review' },
  { name: 'correct', role: 'moderator', where: 'private', description: 'command_correct' },
  { name: 'console', role: 'team', where: 'private', description: 'command_console' },
] as const satisfies readonly CommandRow[];

export type CommandName = (typeof COMMANDS)[number]['name'];

/** Null for a name that is no command. */
export function commandNamed(name: string): (CommandRow & { name: CommandName }) | null {
  return COMMANDS.find((row) => row.name === name) ?? null;
}

/** Rows of a menu: what somebody may use whose rights `may` tells. */
export function menuOf(may: (role: Role) => boolean, isPrivate: boolean, texts: Texts): { command: string; description: string }[] {
  const rows: readonly CommandRow[] = COMMANDS;
  return rows.filter((row) => may(row.role) && (isPrivate || row.where === 'anywhere')).map(({ name, description }) => ({ command: name, description: texts.say(description) }));
}
