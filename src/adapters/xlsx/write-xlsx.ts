import writeExcelFile from 'write-excel-file/node';
import { ClearError } from '../../domain/errors.js';

/** The whole sheet is in memory while it is packed. */
const MOST_ROWS = 100_000;
/** What Excel opens. */
const LONGEST_CELL = 32_767;
/** XML cannot hold them. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** A workbook of one sheet, every text as text. The first row stays in sight. Throws ClearError when there are too many rows. */
export async function writeXlsx(rows: Iterable<readonly (string | number)[]>): Promise<Uint8Array> {
  const sheet: { value: string | number; type: StringConstructor | NumberConstructor }[][] = [];
  for (const row of rows) {
    if (sheet.length > MOST_ROWS) throw new ClearError(`There are more than ${MOST_ROWS} records, too many for one workbook; narrow them with --since, --until or --limit, or use --format csv.`);
    sheet.push(row.map((cell) => (typeof cell === 'number' ? { value: cell, type: Number } : { value: cell.toWellFormed().replace(UNPRINTABLE, '').slice(0, LONGEST_CELL).toWellFormed(), type: String })));
  }
  return await writeExcelFile(sheet, { stickyRowsCount: 1 }).toBuffer();
}
