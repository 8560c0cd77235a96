import { startEntrance } from './entrance.js';

// The service is the command `huida serve`: one set of flags, errors and exit codes.
await startEntrance(['serve', ...process.argv.slice(2)]);
