import { parse } from 'csv-parse/sync';
import { tableText } from '../../language/table-text.js';

const MAX_ROWS = 100_000;

/** The rows of a text with separated values, as text; ragged rows are read as they are. Throws no error: what is no table is taken line by line. */
export function readCsv(text: string): { text: string } | { reason: string } {
  const head = text.slice(0, 2000);
  const delimiter = ['\t', ';', ','].reduce((best, each) => (head.split(each).length > head.split(best).length ? each : best), ',');
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true, to: MAX_ROWS, max_record_size: 1_000_000 });
    return { text: tableText(rows) };
  } catch (error) {
    return { reason: `The rows cannot be told apart (${error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : 'damaged'}); save the table as CSV again.` };
  }
}
