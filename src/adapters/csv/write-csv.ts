import { stringify } from 'csv-stringify/sync';

/** Rows as text with separated values (RFC 4180), a piece a row. The mark of byte order at its start tells Excel that it is UTF-8. */
export function* writeCsv(rows: Iterable<readonly (string | number)[]>): Generator<string> {
  let mark = '\uFEFF';
  for (const row of rows) {
    yield mark + stringify([[...row]], { record_delimiter: 'windows' });
    mark = '';
  }
}
