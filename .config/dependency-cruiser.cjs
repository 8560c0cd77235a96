// The floors of the house, as rules. `from` and `to` are regular expressions on paths from the project's root; $1 is the first group of `from`.
const PIPELINES = 'ingest|answer|review|evaluate';
const DOORS = 'telegram|console|cli';

/** A vendor's package, resolved or not. */
const vendor = (names) => `^(node_modules/)?(${names})(/|$)`;
const vendorIn = (names, folder, why) => ({
  name: `vendor-${/([a-z]+)(?:\/|\.ts)$/.exec(folder)[1]}`,
  comment: `${why} One folder knows this vendor, so that replacing it touches one folder.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${folder.replace('.', '\\.')}` },
  to: { path: vendor(names) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, and neither can be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dead-code',
      comment: 'What no entrance reaches is run by nobody and still has to be read by everybody: remove it or connect it.',
      severity: 'error',
      from: { path: '^src/(cli|main|parse-child|answer-thread|langchain)\\.ts$' },
      to: { path: '^src/.*\\.ts$', pathNot: '^src/(cli|main|parse-child|answer-thread|langchain)\\.ts$', reachable: false },
    },
    {
      name: 'no-unknown-import',
      comment: 'An import that cannot be found works on one machine by luck; install the package or correct the path.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package',
      comment: 'The product runs where only dependencies are installed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-product',
      comment: 'Tests lean on the product, never the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|corpus|prompts)/' },
    },
    {
      name: 'domain-is-the-ground',
      comment: 'Floor 0: the words of the house mean the same everywhere, so they lean on nothing.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'ports-and-language-know-words-only',
      comment: 'Floor 1: a socket or a pure text function that knew a pipeline or its neighbour could not be reused by the next one.',
      severity: 'error',
      from: { path: '^src/(ports|language)/' },
      to: { path: '^src/', pathNot: '^src/(domain|$1)/' },
    },
    {
      name: 'pipelines-are-strangers',
      comment: 'Floor 2: a pipeline is told its ports and reads text; what another pipeline does it gets as a function.',
      severity: 'error',
      from: { path: `^src/(${PIPELINES})/` },
      to: { path: '^src/', pathNot: '^src/(domain|ports|language|$1)/' },
    },
    {
      name: 'adapters-fit-sockets',
      comment: 'Floor 3: an adapter fits a socket and knows no door, no entrance and no pipeline.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: '^src/(domain|ports|language|adapters)/' },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'Each adapter can be taken out alone. Two exceptions: `generations` puts an index together from its parts, and `disk` and `ranking` hold plain functions over bytes and arrays that have no vendor.',
      severity: 'error',
      from: { path: '^src/adapters/(?!generations/)([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/($1|disk|ranking)/' },
    },
    {
      name: 'doors-reach-pipelines-only',
      comment: 'Floor 4: a door that opened a database itself could not be tested without one, and no two doors would agree. wiring.ts hands it functions.',
      severity: 'error',
      from: { path: `^src/(${DOORS})/` },
      to: { path: '^src/', pathNot: `^src/(domain|ports|language|${PIPELINES}|$1)/` },
    },
    {
      name: 'nobody-imports-the-entrance',
      comment: 'Floor 5 puts the parts together; a part that reached for it would turn the house upside down.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'every-folder-has-a-floor',
      comment: 'A new folder decides first on which floor it stands: add it to the rules above.',
      severity: 'error',
      from: { path: `^src/(?!domain/|ports/|language/|adapters/|(${PIPELINES}|${DOORS})/)[^/]+/` },
      to: {},
    },
    vendorIn('grammy|@grammyjs|undici', 'src/telegram/', 'Telegram is a door.'),
    vendorIn('hono|@hono', 'src/console/', 'The web server is a door.'),
    vendorIn('commander|cli-progress', 'src/cli/', 'The command line is a door.'),
    vendorIn('openai|cockatiel', 'src/adapters/openai/', 'A model is a plug, and when it is left alone belongs to it.'),
    vendorIn('hnswlib-node', 'src/adapters/hnswlib/', 'Its labels and distances, and how it aborts the process on a bad vector, stay behind one wall.'),
    vendorIn('better-sqlite3|node-sqlite3-wasm', 'src/adapters/sqlite/', 'Which SQLite runs is nobody else\'s business.'),
    vendorIn('@langchain|langchain', 'src/adapters/langchain/', 'Its releases break each other.'),
    vendorIn('@node-rs/jieba|opencc-js|pinyin-pro', 'src/language/', 'Words and script are decided in one place, or the index and the question disagree.'),
    vendorIn('pdfjs-dist', 'src/adapters/pdf/', 'What it must not do (run code, fetch fonts) is set in one place.'),
    vendorIn('htmlparser2', 'src/adapters/html/', 'What of a page is seen is decided in one place.'),
    vendorIn('csv-parse|csv-stringify', 'src/adapters/csv/', 'How ragged rows are read, and how rows are written, is decided in one place.'),
    vendorIn('write-excel-file', 'src/adapters/xlsx/', 'What a cell of a workbook may hold is decided in one place.'),
    vendorIn('yauzl|saxes', 'src/adapters/packed/', 'The limits against bombs stand around them.'),
    vendorIn('chokidar', 'src/adapters/watch/', 'When a file counts as changed is decided in one place.'),
    vendorIn('piscina', 'src/adapters/threads/', 'How threads are started, watched and ended is decided in one place.'),
    vendorIn('dotenv', 'src/config.ts', 'The environment has one reader.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Optional native packages are loaded by a require made with createRequire.
    exoticRequireStrings: ['require'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
