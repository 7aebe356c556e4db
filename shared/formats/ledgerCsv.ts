import type { LedgerRow } from "../jobs/ledger.ts";

/**
 * The rows of the ledger as CSV (RFC 4180): a header, CRLF, a point in decimals, USD, an empty cell for what is not known.
 * A text that a spreadsheet would take for a formula is written behind an apostrophe, so that a board's title cannot
 * compute, link or call anything on the computer of whoever opens the file.
 */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(cellOf(row)))];
  return lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

type Value = string | number | null;

const columns: readonly (readonly [string, (row: LedgerRow) => Value])[] = [
  ["day", ({ day }) => day],
  ["sent_at", ({ sentAt }) => sentAt],
  ["board", ({ board }) => board],
  ["scene", ({ scene, sceneId }) => (scene === "" ? sceneId : scene)],
  ["part", ({ part }) => part.index + 1],
  ["parts", ({ part }) => part.count],
  ["model", ({ model }) => model],
  ["seconds", ({ seconds }) => seconds],
  ["state", ({ state }) => state],
  ["estimate_usd", ({ estimate }) => estimate],
  ["cost_usd", ({ cost }) => cost],
  ["job", ({ jobId }) => jobId],
  ["request", ({ requestId }) => requestId],
];

const cellOf =
  (row: LedgerRow) =>
  ([, valueOf]: (typeof columns)[number]): string => {
    const value = valueOf(row);
    if (value === null) return "";
    return typeof value === "number" ? String(value) : harmless(value);
  };

/** Spreadsheets compute what begins so, also behind white space, and some take the wide letters of East Asia for the same. */
const harmless = (text: string): string =>
  /^\s*[=+\-@|＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
