import { join } from 'node:path';
import { openChatState } from './adapters/sqlite/chat-state.js';
import { openUpdateStore } from './adapters/sqlite/update-store.js';
import { type Config, readConfig } from './config.js';
import type { RunningConsole } from './console/start-console.js';
import { looseFiles } from './loose-files.js';
import type { Coverage } from './telegram/coverage.js';
import { startHouseConsole } from './wire-console.js';
import { wireLibrary } from './wire-library.js';
import { wireModeration } from './wire-moderation.js';
import { CHATS_FILE } from './wire-people.js';
import { wireTelegram } from './wire-telegram.js';
import { watchSources } from './wire-watch.js';
import { bindThreadedHouse } from './wire-threads.js';
import type { BoundHouse } from './wiring.js';

interface Streams {
  write(text: string): Promise<void>;
  writeError(text: string): void;
}

const DAY_MS = 86_400_000;
/** What arrived and is not answered yet, in the data folder. */
const UPDATES_FILE = 'telegram.sqlite';

/** What `npm start` says when there is no bot to run. That is no failure: a supervisor must not start it again and again. */
const WITHOUT_TOKEN = `There is no bot token, so no Telegram bot was started.

To get one:
  1. Open https://t.me/BotFather in Telegram and send /newbot.
  2. Choose a name and a user name; BotFather answers with a token like 123456:ABC-DEF.
  3. Put BOT_TOKEN=<that token> into the file .env here (see .env.example), or into the environment.
  4. Run npm start again.

Without a token these work:
  npx huida ask "市政协七届四次会议一共收到多少件提案？"
  npx huida search "提案 立案"
  npx huida ingest PATH…
  npx huida --help
`;

/** Files that strangers send are read here, and pages served. */
const AS_ROOT = 'This service runs as root, so a fault in it could change anything on this machine: run it as a user of its own that owns the data folder.';

/**
 * Runs the Telegram bot, and the console where it has a port, until SIGTERM or SIGINT and gives the exit code: 0 stopped on request or no token, 1 broken,
 * 3 another program reads this bot's updates, 4 the token is refused. Throws ClearError when the index cannot be had.
 * `bind` is replaced by measurements only, which make answers slow or count them; `userId` by tests.
 */
export async function serve(config: Config, streams: Streams, bind: typeof bindThreadedHouse = bindThreadedHouse, userId = process.getuid?.()): Promise<number> {
  const log = (line: string): void => { streams.writeError(`${new Date().toISOString()} ${line}\n`); };
  if (userId === 0 && (config.botToken !== null || config.consolePort !== null)) log(AS_ROOT);
  if (config.botToken !== null) for (const line of looseFiles(process.cwd(), config.dataFolder)) log(line);
  if (config.botToken === null) {
    if (config.consolePort !== null) return await serveConsoleOnly({ ...config, consolePort: config.consolePort }, log);
    await streams.write(WITHOUT_TOKEN);
    return 0;
  }
  const house = bind(config, log);
  const updates = openUpdateStore(join(config.dataFolder, UPDATES_FILE));
  const state = openChatState(join(config.dataFolder, CHATS_FILE));
  let moderatorsPages: RunningConsole | null = null;
  let library: ReturnType<typeof wireLibrary> | null = null;
  let moderation: ReturnType<typeof wireModeration> | null = null;
  let stopRemoving: (() => void) | null = null;
  let watching: Watching | null = null;
  try {
    // Before the bot takes its first update: nobody waits for an index, and a data folder that cannot be used shows at once.
    let coverage = await greetingOf(house);
    stopRemoving = removeOldRecords(config, house, log);
    if (config.consolePort !== null) moderatorsPages = await startHouseConsole({ ...config, consolePort: config.consolePort }, house, log);
    moderation = wireModeration(config, house);
    library = wireLibrary({ dataFolder: config.dataFolder, house });
    const { startBot } = await import('./telegram/start-bot.js');
    const bot = startBot({
      token: config.botToken,
      ...(config.telegramApiRoot === null ? {} : { apiRoot: config.telegramApiRoot }),
      ...(config.telegramProxy === null ? {} : { proxy: config.telegramProxy }),
      ...(config.webhook === null ? {} : { webhook: config.webhook }),
      ask: async (question, onSentence) => {
        const answer = await house.answer(question, 'telegram', onSentence);
        coverage = await greetingOf(house, coverage);
        return answer;
      },
      erase: (person) => {
        house.log().erase(person);
        return true;
      },
      keptDays: config.recordDays,
      findAnswer: (id) => house.log().find(id)?.answer ?? null,
      coverage: () => coverage,
      updates,
      state,
      roles: () => readConfig().roles,
      moderation: moderation.moderation,
      library: library.library,
      ...wireTelegram(house),
      limits: config.limits,
      log,
    });
    watching = watchFolders(config, log);
    stopOnSignal(() => bot.stop(), log);
    const ending = await bot.finished;
    log(ending.reason);
    return ending.exitCode;
  } finally {
    stopRemoving?.();
    await watching?.stop();
    await moderatorsPages?.stop();
    library?.stop();
    moderation?.close();
    updates.close();
    state.close();
    house.close();
  }
}

/** Moderators may work while the bot rests. */
async function serveConsoleOnly(config: Config & { consolePort: number }, log: (line: string) => void): Promise<number> {
  const house = bindThreadedHouse(config, log);
  let stopRemoving: (() => void) | null = null;
  let watching: Watching | null = null;
  try {
    await house.generation();
    stopRemoving = removeOldRecords(config, house, log);
    const running = await startHouseConsole(config, house, log);
    log('There is no bot token: the console runs without the bot.');
    watching = watchFolders(config, log);
    await new Promise<void>((resolve) => { stopOnSignal(async () => { await running.stop(); resolve(); }, log); });
    return 0;
  } finally {
    stopRemoving?.();
    await watching?.stop();
    house.close();
  }
}

type Watching = ReturnType<typeof watchSources>;

function watchFolders({ watchesFolders, dataFolder }: Config, log: (line: string) => void): Watching | null {
  return watchesFolders ? watchSources(dataFolder, log) : null;
}

/** Removes what the log has kept for long enough, now and once a day; gives what ends it. */
function removeOldRecords({ recordDays }: Config, house: BoundHouse, log: (line: string) => void): () => void {
  const remove = (): void => {
    try {
      const count = house.log().removeBefore(new Date(Date.now() - recordDays * DAY_MS).toISOString());
      if (count > 0) log(`${count} records older than ${recordDays} days were removed.`);
    } catch (error) {
      log(`Old records could not be removed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  remove();
  const timer = setInterval(remove, DAY_MS);
  return () => { clearInterval(timer); };
}

/** The first signal ends in order, the second at once. */
function stopOnSignal(stop: () => Promise<void>, log: (line: string) => void): void {
  let isStopping = false;
  const onSignal = (signal: string): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log(`${signal}: finishing the answers in flight.`);
    void stop();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** What the bot says it covers; worked out once a generation. */
async function greetingOf(house: BoundHouse, last?: Greeting): Promise<Greeting> {
  const { info } = await house.generation();
  if (last?.generationId === info.id) return last;
  const { coverage, examples } = await house.coverage();
  const { documents, articles, passages, firstDate, lastDate, bodies } = coverage;
  return { generationId: info.id, documents, articles, passages, firstDate, lastDate, bodies: bodies.map(({ name }) => name), examples };
}

interface Greeting extends Coverage {
  generationId: string;
}
