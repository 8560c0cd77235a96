import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ConsoleFile, openConsoleFile } from './adapters/sqlite/console-file.js';
import { openRecordFacts, type RecordFactsFile } from './adapters/sqlite/record-facts.js';
import { type Config, readConfig } from './config.js';
import { makeLink } from './console/entry/make-link.js';
import type { ConsoleDesk, ConsoleRole } from './console/console-desk.js';
import type { RunningConsole } from './console/start-console.js';
import { ClearError } from './domain/errors.js';
import { LOCAL_PERSON } from './wire-logs.js';
import { type BoundHouse, CONSOLE_FILE, LOG_FILE } from './wiring.js';

/** The role of a person: by the id lists of the configuration, the highest that fits. */
function roleIn({ roles }: Pick<Config, 'roles'>, personId: string): ConsoleRole | null {
  if (personId === LOCAL_PERSON) return 'administrator';
  const id = Number(personId);
  if (roles.administrators.includes(id)) return 'administrator';
  if (roles.moderators.includes(id)) return 'moderator';
  return roles.staff.includes(id) ? 'viewer' : null;
}

/** The console's file of a data folder; whoever opens it closes it. */
export function openHouseConsoleFile({ dataFolder }: Pick<Config, 'dataFolder'>): ConsoleFile {
  return openConsoleFile(join(dataFolder, CONSOLE_FILE));
}

/** What the pages read and write. */
export function pagesOf(house: BoundHouse, file: ConsoleFile, facts: RecordFactsFile) {
  return {
    entry: file.entry,
    actions: file.actions,
    curated: file.curated,
    facts,
    feedback: facts.feedback,
    record: (id) => house.log().find(id),
    generation: () => house.generation(),
    openPassage: (passageId) => house.openPassage(passageId),
    coverage: async () => (await house.coverage()).coverage,
    search: (question, limit) => house.search(question, limit),
    tryQuestion: (question) => house.tryQuestion(question),
  } satisfies Partial<ConsoleDesk>;
}

/** Starts the console of a house; the caller stops it. Throws ClearError when it cannot listen. */
export async function startHouseConsole(config: Config & { consolePort: number }, house: BoundHouse, log: (line: string) => void): Promise<RunningConsole> {
  // The log must be there before its reader is.
  house.log();
  const file = openHouseConsoleFile(config);
  const facts = openRecordFacts(join(config.dataFolder, LOG_FILE));
  const { startConsole } = await import('./console/start-console.js');
  const close = (): void => {
    file.close();
    facts.close();
  };
  const desk: Omit<ConsoleDesk, 'hosts'> = {
    // Read again at every request, so that a removal counts at once.
    roleOf: (personId) => roleIn(readConfig(), personId),
    ...pagesOf(house, file, facts),
    nowMs: () => Date.now(),
    isSecure: config.consoleAddress?.startsWith('https://') ?? false,
    log,
  };
  const hosts = config.consoleAddress === null ? [] : [new URL(config.consoleAddress).host];
  try {
    const running = await startConsole({ ...desk, hosts }, { port: config.consolePort, host: config.consoleHost });
    log(`The console answers at ${config.consoleAddress ?? running.address}; "huida console link" lets you in.`);
    return { ...running, stop: async () => { await running.stop(); close(); } };
  } catch (error) {
    close();
    throw error;
  }
}

/** A one-time link for a person; null is whoever works at this machine. Throws ClearError for an id without a role. */
export function makeConsoleLink(config: Config, personId: string | null): string {
  const person = personId ?? LOCAL_PERSON;
  if (roleIn(config, person) === null) throw new ClearError(`${JSON.stringify(person)} has no role; name it in STAFF_IDS, MODERATOR_IDS or ADMINISTRATOR_IDS first.`, 2);
  const address = config.consoleAddress ?? (config.consolePort === null ? null : `http://127.0.0.1:${config.consolePort}`);
  if (address === null) throw new ClearError('There is no console: set CONSOLE_PORT, such as 8787, run "huida serve", and ask for the link again.', 2);
  const file = openHouseConsoleFile(config);
  try {
    return makeLink(file.entry, person, address, Date.now());
  } finally {
    file.close();
  }
}

/** Ends all sessions and open links of a person; gives how many sessions there were. */
export function endConsoleSessions(config: Config, personId: string): number {
  if (!existsSync(join(config.dataFolder, CONSOLE_FILE))) return 0;
  const file = openHouseConsoleFile(config);
  try {
    const ended = file.entry.endAllOf(personId);
    file.actions.append({ atUtc: new Date().toISOString(), personId: LOCAL_PERSON, action: 'ended sessions', subject: '', detail: { of: personId, sessions: ended } });
    return ended;
  } finally {
    file.close();
  }
}
