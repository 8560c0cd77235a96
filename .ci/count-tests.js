// Prints "N passed, N failed, N skipped" from vitest's JSON report. A test file that could not be loaded counts as one failed test.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
const failed = report.numFailedTests + unloaded;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped\n`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
