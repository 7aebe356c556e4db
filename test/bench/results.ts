/** What was measured, and how it reads. */

export type Side = "ours" | "bare";

export interface Row {
  readonly name: string;
  readonly unit: "ms" | "fps" | "MB" | "kB" | "×" | "/s" | "%";
  readonly ours: number;
  /** What ours is held against; undefined when only the aim counts. */
  readonly bare?: number;
  /** The most that ours may be: times the bare page's, or by itself when there is none. */
  readonly aim?: number;
}

export interface Table {
  readonly title: string;
  /** What ours is held against. */
  readonly against: string;
  readonly rows: readonly Row[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/** Every value that was measured, by row and side. */
export class Samples {
  readonly #values = new Map<string, Record<Side, number[]>>();

  add(side: Side, measured: { readonly [row: string]: number }): void {
    for (const [row, value] of Object.entries(measured)) {
      const values = this.#values.get(row) ?? { ours: [], bare: [] };
      values[side].push(value);
      this.#values.set(row, values);
    }
  }

  /** The medians of both sides. */
  rows(): readonly { readonly name: string; readonly ours: number; readonly bare: number }[] {
    return [...this.#values].map(([name, { ours, bare }]) => ({
      name,
      ours: median(ours),
      bare: median(bare),
    }));
  }
}

const ratioOf = ({ ours, bare }: Row): number | undefined =>
  bare === undefined ? undefined : ours / bare;

/** Whether the aim is met; undefined when there is none. */
export function isMet(row: Row): boolean | undefined {
  if (row.aim === undefined) return undefined;
  return (ratioOf(row) ?? row.ours) <= row.aim;
}

const digits = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

export function print({ title, against, rows }: Table): void {
  console.log(`\n${title}`);
  const lines = [
    ["", "ours", against, "ratio", "aim", ""],
    ...rows.map((row) => {
      const ratio = ratioOf(row);
      const met = isMet(row);
      return [
        row.name,
        `${digits(row.ours)} ${row.unit}`,
        row.bare === undefined ? "" : `${digits(row.bare)} ${row.unit}`,
        ratio === undefined ? "" : ratio.toFixed(2),
        row.aim === undefined ? "" : `≤ ${row.aim}`,
        met === undefined ? "" : met ? "✓" : "✗",
      ];
    }),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, i) =>
      i === 0 ? cell.padEnd(widths?.[i] ?? 0) : cell.padStart(widths?.[i] ?? 0),
    );
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
}
