/** Wider tables are sheets of a machine, not of a meeting. */
const MAX_COLUMNS = 200;

/**
 * Rows of cells as lines of text: what stands alone above the table (title, unit) as lines of its own, then the rows as a
 * Markdown table, so that a figure keeps its row and its column. Empty rows and columns are left out.
 */
export function tableText(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.slice(0, MAX_COLUMNS).map(cellText)).filter((row) => row.some((cell) => cell !== ''));
  const first = clean.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  const above = (first < 0 ? clean : clean.slice(0, first)).map((row) => row.find((cell) => cell !== '') ?? '');
  const body = first < 0 ? [] : clean.slice(first);
  const width = body.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => body.some((row) => (row[column] ?? '') !== ''));
  const lines = body.map((row) => `| ${used.map((column) => row[column] ?? '').join(' | ')} |`);
  const ruled = lines.length > 0 ? [lines[0] ?? '', `|${used.map(() => ' --- ').join('|')}|`, ...lines.slice(1)] : [];
  return [above.join('\n\n'), ruled.join('\n')].filter((part) => part !== '').join('\n\n');
}

function cellText(cell: string): string {
  return cell.replaceAll('|', '｜').replace(/\s+/g, ' ').trim();
}
