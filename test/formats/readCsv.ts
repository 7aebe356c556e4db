/** The cells of CSV as RFC 4180 has it, line by line. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const piece = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (piece.lastIndex < text.length) {
    const [, quoted, plain = "", end] = piece.exec(text) ?? [];
    if (end === undefined) throw new Error(`Not CSV: ${text}`);
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    lines.push(cells);
    cells = [];
  }
  return lines;
}
