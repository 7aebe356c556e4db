import { parseArgs } from "node:util";

const usage = `npm run bench -- [--sizes 100,2000] [--only drag,pan] [--runs 5] [--json FILE] [--trace FOLDER]
  --sizes N,…      nodes on the boards (100, 500, 1000 and 2000)
  --only NAME,…    open nothing drag drag50 pan zoom type undo selectAll frames heap
                   keystroke far jobs watching library compile paint
  --runs N         page loads of each side, of which the median counts (5)
  --json FILE      the results once more, as JSON
  --trace FOLDER   a trace of everything measured, for Chromium's developer tools; times are then too long`;

export interface Flags {
  readonly sizes: readonly number[];
  readonly wants: (name: string) => boolean;
  readonly runs: number;
  readonly json: string | undefined;
  readonly trace: string | undefined;
}

/** Ends the program with the usage when the flags are wrong. */
export function readFlags(args: string[]): Flags {
  try {
    const { values } = parseArgs({
      args,
      options: {
        sizes: { type: "string", default: "100,500,1000,2000" },
        only: { type: "string" },
        runs: { type: "string", default: "5" },
        json: { type: "string" },
        trace: { type: "string" },
      },
    });
    const only = values.only?.split(",");
    return {
      sizes: values.sizes.split(",").map((size) => whole(size, 60)),
      wants: (name) => only === undefined || only.includes(name),
      runs: whole(values.runs, 1),
      json: values.json,
      trace: values.trace,
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function whole(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`'${text}' is not a whole number of at least ${least}.`);
  }
  return value;
}
