import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "../../build/build.mjs";
import { getChromium } from "../../build/chromium.mjs";
import { startBrowser } from "../e2e/app.ts";
import { makeBoard } from "./boards.ts";
import { compilingAlone } from "./compiling.ts";
import { readFlags, type Flags } from "./flags.ts";
import { openLibrary } from "./library.ts";
import { measureFar, measureJobs, measureKeystroke, measureNear, type Bench } from "./measure.ts";
import { onScreen } from "./onScreen.ts";
import { buildBare, serveBare } from "./pages.ts";
import { firstPaint } from "./paint.ts";
import { isMet, print, type Row, type Table } from "./results.ts";
import { steps } from "./steps.ts";
import { watching } from "./watching.ts";

/**
 * `npm run bench`: the built program and a bare React Flow page, driven in turn in one Chromium with the same hand on
 * the same boards. Not part of the gate: what it finds depends on the machine, its ratios much less.
 */

const built = resolve(import.meta.dirname, "../../out/renderer");
const inPages = [...Object.keys(steps), "open", "frames", "heap"];

async function* tables(bench: Bench, { wants, sizes }: Flags): AsyncGenerator<Table> {
  const largest = Math.max(...sizes);
  const table = (title: string, against: string, rows: readonly Row[]): Table => ({
    title,
    against,
    rows,
  });
  if (wants("compile")) yield table("Compiling 1,000 shots", "stringify", await compilingAlone());
  if (wants("paint")) {
    const kB = await firstPaint(built);
    const row: Row = { name: "JavaScript, gzipped", unit: "kB", ours: kB, aim: 300 };
    yield table("Needed for first paint", "", [row]);
  }
  if (inPages.some(wants)) {
    for (const size of sizes) {
      const rows = await measureNear(bench, makeBoard(size));
      yield table(
        `${size} nodes, about 24 in view: CPU of the main thread for one step`,
        "bare",
        rows,
      );
    }
  }
  if (wants("keystroke")) {
    const rows = await measureKeystroke(bench, makeBoard(10), makeBoard(largest));
    yield table(`One letter at ${largest} nodes`, "at 10", rows);
  }
  if (wants("far")) {
    const rows = await measureFar(bench, makeBoard(largest));
    yield table(`${largest} nodes, about 400 in view`, "plain", rows);
  }
  if (wants("watching")) {
    yield table("1,000 open jobs, asked after for half an hour", "", await watching());
    yield table("1,000 open jobs, in the list of a page", "", await onScreen(bench.browser));
  }
  if (wants("library")) {
    yield table("A library of 10,000 takes", "", await openLibrary(bench.browser));
  }
  if (wants("jobs")) {
    const rows = await measureJobs(bench, makeBoard(largest));
    yield table(`${largest} nodes, while 200 jobs change each second`, "no jobs", rows);
  }
}

async function run(flags: Flags): Promise<void> {
  const { code, output } = await build({ quiet: true });
  if (code !== 0) return refuse(output);
  const found = await getChromium();
  if ("problem" in found) return refuse(found.problem);
  process.env["CHROMIUM_PATH"] = found.path;
  const bare = await serveBare(await buildBare());
  const browser = await startBrowser();
  const made: Table[] = [];
  try {
    for await (const table of tables({ browser, bare, flags }, flags)) {
      print(table);
      made.push(table);
    }
  } finally {
    await browser.close();
    await bare.stop();
  }
  if (flags.json !== undefined) await writeFile(flags.json, `${JSON.stringify(made, null, 2)}\n`);
  const missed = made.flatMap(({ rows }) => rows).filter((row) => isMet(row) === false);
  console.log(missed.length === 0 ? "\nEvery aim is met." : `\n${missed.length} aims are missed.`);
}

function refuse(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

await run(readFlags(process.argv.slice(2)));
