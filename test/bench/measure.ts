import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Board } from "../../shared/board/schema.ts";
import { addressOf } from "./bare/scene.ts";
import { bareSceneOf } from "./bareScene.ts";
import type { Flags } from "./flags.ts";
import { goTo, perStep } from "./hand.ts";
import { keepChanging } from "./jobs.ts";
import { startOurs, type BareServer } from "./pages.ts";
import { startProxy } from "./proxy.ts";
import { median, Samples, type Row, type Side } from "./results.ts";
import { open, openStage, paneOf, type Box, type Stage, type View } from "./stage.ts";
import { cell, columnsPerScene, lastRow } from "./boards.ts";
import { dragging, framesPerSecond, steps, type StepName } from "./steps.ts";

export interface Bench {
  readonly browser: Browser;
  readonly bare: BareServer;
  readonly flags: Flags;
}

/** About 24 nodes are in view. */
const near: View = { x: 40, y: 40, zoom: 0.84 };
/** About 400 are. */
const far: View = { x: 40, y: 40, zoom: 0.2 };

/** How large the program's canvas is in the window: the bare page gets as much. */
let pane: Pick<Box, "width" | "height"> | undefined;

/** What is being measured, as the name of its trace. */
let tracing = "";
const traces = new Map<string, number>();

/** Writes each trace into the folder, the second and later ones of a name with a number. */
function tracer({ trace }: Flags): ((made: Buffer) => Promise<void>) | undefined {
  if (trace === undefined) return undefined;
  return async (made) => {
    const count = (traces.get(tracing) ?? 0) + 1;
    traces.set(tracing, count);
    await mkdir(trace, { recursive: true });
    await writeFile(join(trace, `${tracing}${count === 1 ? "" : `-${count}`}.json`), made);
  };
}

async function withOurs<T>({ browser, flags }: Bench, board: Board, visit: Visit<T>): Promise<T> {
  const app = await startOurs(board);
  const stage = await openStage(browser, tracer(flags));
  try {
    // Once to be let in, and so that both pages come from the browser's cache.
    await stage.page.goto(app.address);
    await stage.page.locator(".react-flow__node").first().waitFor();
    return await visit(stage, new URL("/", app.address).href);
  } finally {
    await stage.close();
    await app.stop();
  }
}
type Visit<T> = (stage: Stage, address: string) => Promise<T>;

async function withBare<T>(
  { browser, bare, flags }: Bench,
  board: Board,
  { view, culled }: { readonly view: View; readonly culled: boolean },
  visit: Visit<T>,
): Promise<T> {
  bare.show(bareSceneOf(board));
  const stage = await openStage(browser, tracer(flags));
  try {
    if (pane === undefined) throw new Error("the program comes first");
    const { width, height } = pane;
    const address = `${bare.address}${addressOf({ ...view, width, height, culled })}`;
    await stage.page.goto(address);
    await stage.page.locator(".react-flow__node").first().waitFor();
    return await visit(stage, address);
  } finally {
    await stage.close();
  }
}

type Measured = Record<string, number>;

/** One page load: every wanted step, one after the other. */
async function measure(
  { flags }: Bench,
  names: readonly StepName[],
  view: View,
  stage: Stage,
  address: string,
  side: Side,
): Promise<Measured> {
  const found: Measured = {};
  tracing = `${side}-open`;
  const opening = await open(stage, address);
  if (flags.wants("open")) {
    found["open"] = opening.cpu;
    found["open, on the clock"] = opening.wall;
  }
  if (side === "ours") pane = await paneOf(stage);
  await goTo(stage, view);
  for (const name of names) {
    tracing = `${side}-${name}`;
    Object.assign(found, await steps[name]({ stage, view }));
  }
  if (flags.wants("frames")) found["frames"] = await framesPerSecond({ stage, view });
  if (flags.wants("heap")) found["heap"] = (await stage.heap()) / 1e6;
  return found;
}

/** Both pages in turn, a fresh load for each run. */
async function compare(
  bench: Bench,
  board: Board,
  names: readonly StepName[],
  { view, culled }: { readonly view: View; readonly culled: boolean },
): Promise<Samples> {
  const samples = new Samples();
  const ours = async (): Promise<void> =>
    withOurs(bench, board, async (stage, address) =>
      samples.add("ours", await measure(bench, names, view, stage, address, "ours")),
    );
  const bare = async (): Promise<void> =>
    withBare(bench, board, { view, culled }, async (stage, address) =>
      samples.add("bare", await measure(bench, names, view, stage, address, "bare")),
    );
  for (let i = 0; i < bench.flags.runs; i++) {
    if (i % 2 === 0) {
      await ours();
      await bare();
    } else {
      await bare();
      await ours();
    }
  }
  return samples;
}

const units: { readonly [row: string]: Row["unit"] } = { frames: "fps", heap: "MB" };
const notSteps = new Set(["open", "open, on the clock", "nothing", "frames", "heap"]);

/**
 * Rows of a table. What the harness itself costs, which is what waiting for two frames of the bare page costs, is taken
 * off every step of both sides.
 */
function rowsOf(samples: Samples, aimOf: (name: string) => number | undefined): readonly Row[] {
  const found = samples.rows();
  const harness = found.find(({ name }) => name === "nothing")?.bare ?? 0;
  return found.map(({ name, ours, bare }) => {
    const aim = aimOf(name);
    const off = notSteps.has(name) ? 0 : harness;
    return {
      name,
      unit: units[name] ?? "ms",
      ours: Math.max(0, ours - off),
      bare: Math.max(0.01, bare - off),
      ...(aim !== undefined && { aim }),
    };
  });
}

const allSteps = Object.keys(steps) as StepName[];
const wanted = ({ wants }: Flags, names: readonly StepName[]): readonly StepName[] => [
  "nothing",
  ...names.filter((name) => name !== "nothing" && wants(name)),
];

/** Every step with about 24 nodes in view. Aims hold at 2,000 nodes. */
export async function measureNear(bench: Bench, board: Board): Promise<readonly Row[]> {
  const names = wanted(bench.flags, allSteps);
  const large = Object.keys(board.nodes).length >= 2000;
  const samples = await compare(bench, board, names, { view: near, culled: true });
  return rowsOf(samples, (name) => {
    if (!large) return undefined;
    if (name === "open") return 1.5;
    return notSteps.has(name) ? undefined : 1.3;
  });
}

/** With about 400 nodes in view, against plain React Flow, which keeps every node in the page. */
export async function measureFar(bench: Bench, board: Board): Promise<readonly Row[]> {
  const names: readonly StepName[] = ["nothing", "drag", "pan", "zoom", "undo", "selectAll"];
  const samples = await compare(
    { ...bench, flags: { ...bench.flags, wants: () => false } },
    board,
    names,
    { view: far, culled: false },
  );
  return rowsOf(samples, (name) => (notSteps.has(name) ? undefined : 1));
}

/**
 * One letter on a small board, as what ours is held against, and on a large one. Both look at a row of nodes with
 * nothing above and below it: what is in view has its price on a board of any size.
 */
export async function measureKeystroke(
  bench: Bench,
  small: Board,
  large: Board,
): Promise<readonly Row[]> {
  const samples = new Samples();
  const letter = async (board: Board, side: Side): Promise<void> =>
    withOurs(bench, board, async (stage) => {
      // The wheel zooms where the pointer is, and has to be over the canvas.
      await goTo(stage, near);
      const view = { ...near, y: 10 - lastRow(board) * near.zoom };
      await goTo(stage, view);
      samples.add(side, await steps.nothing({ stage, view }));
      samples.add(side, await steps.type({ stage, view }));
    });
  for (let i = 0; i < bench.flags.runs; i++) {
    await letter(large, "ours");
    await letter(small, "bare");
  }
  return rowsOf(samples, (name) => (name === "type" ? 1.1 : undefined));
}

/** Drag steps while 200 jobs change each second, against the same steps while none does. Scenes are in view. */
export async function measureJobs(bench: Bench, board: Board): Promise<readonly Row[]> {
  const app = await startOurs(board);
  const proxy = await startProxy(app.address);
  const stage = await openStage(bench.browser, tracer(bench.flags));
  try {
    await stage.page.goto(proxy.address);
    await stage.page.locator(".react-flow__node").first().waitFor();
    await stage.page.waitForFunction(() => window.openedAfter !== undefined);
    if (proxy.listeners() !== 1) throw new Error("the page does not listen to events");
    // The wheel zooms where the pointer is, and has to be over the canvas.
    await goTo(stage, near);
    const view = { ...near, x: 40 - (columnsPerScene - 4) * cell.width * near.zoom };
    await goTo(stage, view);
    const ours: number[] = [];
    const quiet: number[] = [];
    for (let i = 0; i < bench.flags.runs; i++) {
      quiet.push(await dragging({ stage, view }));
      const stop = keepChanging(board, proxy.send);
      await perStep(stage, { steps: 1, warm: 60 }, () => Promise.resolve());
      ours.push(await dragging({ stage, view }));
      stop();
      await perStep(stage, { steps: 1, warm: 10 }, () => Promise.resolve());
    }
    return [{ name: "drag", unit: "ms", ours: median(ours), bare: median(quiet), aim: 1.2 }];
  } finally {
    await stage.close();
    await proxy.stop();
    await app.stop();
  }
}
