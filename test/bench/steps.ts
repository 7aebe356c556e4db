import { boxOf, countOf, paneOf, viewNow, type Box, type Stage, type View } from "./stage.ts";
import { cell } from "./boards.ts";
import { drag, emptyPoint, goTo, perStep, type Point } from "./hand.ts";

/**
 * What a person does on a canvas, done with real input on either page. Each step begins and ends at the same view with
 * nothing selected, and fails when what it did did not happen.
 */

export interface Scene {
  readonly stage: Stage;
  readonly view: View;
}

/** @returns CPU ms of the main thread for one step. */
export type Step = (scene: Scene) => Promise<{ readonly [row: string]: number }>;

const about = (a: number, b: number, slack = 2): boolean => Math.abs(a - b) <= slack;

function expect(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`The step did not do its work: ${what}`);
}

/** Where a hand takes a node: at the left of its header. */
const grip = (box: Box, zoom: number): Point => ({ x: box.x + 60 * zoom, y: box.y + 14 * zoom });

/** The shot nearest to the middle of the canvas that is wholly in view. */
async function middleShot(stage: Stage): Promise<{ readonly id: string; readonly box: Box }> {
  const pane = await paneOf(stage);
  const nodes = await stage.page.locator(".react-flow__node").evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        id: element.getAttribute("data-id") ?? "",
        // The bare page names a shot in its header, the program does so only where it can be read.
        isShot:
          element.querySelector("[data-type='shot']") !== null ||
          element.querySelector("strong")?.textContent?.startsWith("Shot") === true,
        box: { x, y, width, height },
      };
    }),
  );
  const [cx, cy] = [pane.x + pane.width / 2, pane.y + pane.height / 2];
  const far = ({ box }: { readonly box: Box }) =>
    Math.hypot(box.x + box.width / 2 - cx, box.y + box.height / 2 - cy);
  const best = nodes.filter(({ isShot }) => isShot).toSorted((a, b) => far(a) - far(b))[0];
  if (best === undefined) throw new Error("no shot is in view");
  return best;
}

async function boxNow(stage: Stage, id: string): Promise<Box> {
  const box = await boxOf(stage, id);
  expect(box !== null, `${id} is gone from the canvas`);
  return box;
}

async function clearSelection(stage: Stage): Promise<void> {
  const pane = await paneOf(stage);
  const empty = await emptyPoint(stage, {
    x: pane.x + pane.width / 2,
    y: pane.y + pane.height / 2,
  });
  await stage.mouse.click(empty.x, empty.y);
  await stage.drawn();
  expect((await countOf(stage, ".react-flow__node.selected")) === 0, "nothing stays selected");
}

async function undo(stage: Stage): Promise<void> {
  await stage.page.keyboard.press("Control+z");
  await stage.drawn();
}

const dragSteps = 20;
const dragWarm = 4;

/** Takes the node at `id` along, one measured step after the other, then measures the drop. */
async function dragNode(
  { stage, view: { zoom } }: Scene,
  id: string,
  rest?: number,
): Promise<{ readonly step: number; readonly drop: number }> {
  const { mouse } = stage;
  const before = await boxNow(stage, id);
  const from = grip(before, zoom);
  await mouse.move(from.x, from.y);
  await mouse.down();
  const at = (i: number): Point => ({ x: from.x + 6 * (i + 1), y: from.y + 4 * (i + 1) });
  const step = await perStep(stage, { steps: dragSteps, warm: dragWarm, rest }, async (i) => {
    const { x, y } = at(i);
    await mouse.move(x, y);
  });
  const drop = await perStep(stage, { steps: 1, warm: 0 }, () => mouse.up());
  const after = await boxNow(stage, id);
  const last = at(dragSteps + dragWarm - 1);
  // The first px of a press may still be a click.
  const moved =
    about(after.x - before.x, last.x - from.x, 8) && about(after.y - before.y, last.y - from.y, 8);
  expect(moved, `${id} went from ${before.x},${before.y} to ${after.x},${after.y}`);
  return { step, drop };
}

async function dragThere(scene: Scene, rest?: number): ReturnType<typeof dragNode> {
  const { stage } = scene;
  const { id, box } = await middleShot(stage);
  const spent = await dragNode(scene, id, rest);
  await undo(stage);
  const back = await boxNow(stage, id);
  expect(about(back.x, box.x) && about(back.y, box.y), "undo brings the node back");
  await clearSelection(stage);
  return spent;
}

const dragOne: Step = async (scene) => {
  const { step, drop } = await dragThere(scene);
  return { drag: step, drop };
};

/** Drag steps alone, and nothing of what else goes on once they are over, wherever the canvas looks. */
export async function dragging(scene: Scene): Promise<number> {
  return (await dragThere(scene, 0)).step;
}

const fifty = { columns: 10, rows: 5 };

/** A box around nine shots and the scene of each of the first five scenes, drawn from far away. */
async function selectFifty({ stage, view }: Scene): Promise<void> {
  const pane = await paneOf(stage);
  const far: View = { x: 40, y: 40, zoom: 0.3 };
  await goTo(stage, far);
  const now = await viewNow(stage);
  const corner = (column: number, row: number, dx: number, dy: number): Point => ({
    x: pane.x + now.x + (column * cell.width + dx) * now.zoom,
    y: pane.y + now.y + (row * cell.height + dy) * now.zoom,
  });
  const { mouse, page } = stage;
  const from = corner(1, 0, -20, -20);
  const to = corner(1 + fifty.columns, fifty.rows, -10, -10);
  await mouse.move(from.x, from.y);
  await page.keyboard.down("Shift");
  mouse.shift(true);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  await stage.drawn();
  await mouse.up();
  mouse.shift(false);
  await page.keyboard.up("Shift");
  await stage.drawn();
  const count = await countOf(stage, ".react-flow__node.selected");
  expect(count === fifty.columns * fifty.rows, `${count} are selected`);
  await goTo(stage, view);
}

const dragFifty: Step = async (scene) => {
  const { stage } = scene;
  await selectFifty(scene);
  const { id } = await middleShot(stage);
  const { step, drop } = await dragNode(scene, id);
  await undo(stage);
  await clearSelection(stage);
  return { "drag 50": step, "drop 50": drop };
};

const pan: Step = async ({ stage, view }) => {
  const pane = await paneOf(stage);
  const from = await emptyPoint(stage, {
    x: pane.x + pane.width - 60,
    y: pane.y + pane.height / 2,
  });
  const { mouse } = stage;
  await mouse.move(from.x, from.y);
  await mouse.down();
  const steps = 20;
  const px = 30;
  const step = await perStep(stage, { steps }, (i) => mouse.move(from.x - px * (i + 1), from.y));
  await mouse.up();
  await stage.drawn();
  const now = await viewNow(stage);
  expect(about(now.x, view.x - px * (steps + 3), 3), `the canvas is at ${now.x}`);
  await goTo(stage, view);
  return { pan: step };
};

const zoom: Step = async ({ stage, view }) => {
  const pane = await paneOf(stage);
  const { mouse } = stage;
  await mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2);
  const zooms = new Set<number>();
  // Out and in again by turns of three, so that nodes come into view and leave it.
  const step = await perStep(stage, { steps: 18, warm: 6 }, async (i) => {
    await mouse.wheel(i % 6 < 3 ? 100 : -100);
  });
  zooms.add((await viewNow(stage)).zoom);
  await mouse.wheel(100);
  await stage.drawn();
  zooms.add((await viewNow(stage)).zoom);
  expect(zooms.size === 2, "the wheel zooms");
  await goTo(stage, view);
  return { zoom: step };
};

const typed = "and then the light goes";

const type: Step = async ({ stage, view }) => {
  const { id, box } = await middleShot(stage);
  // The text of a shot, under its picture; both pages write it in place.
  const at = { x: box.x + box.width / 2, y: box.y + box.height - 56 * view.zoom };
  await stage.mouse.doubleClick(at.x, at.y);
  const field = stage.page.locator(`.react-flow__node[data-id="${id}"] textarea`);
  await field.waitFor();
  await stage.page.keyboard.press("Control+End");
  const before = await field.inputValue();
  const step = await perStep(stage, { steps: typed.length - 3 }, (i) =>
    stage.page.keyboard.type(typed.charAt(i)),
  );
  expect((await field.inputValue()) === before + typed, "the text arrives in the field");
  await stage.page.keyboard.press("Escape");
  await stage.drawn();
  const shown = await stage.page.locator(`.react-flow__node[data-id="${id}"]`).textContent();
  expect(shown?.includes(typed) === true, "the text arrives on the node");
  await clearSelection(stage);
  return { type: step };
};

const undoing: Step = async ({ stage, view }) => {
  const { id, box } = await middleShot(stage);
  const moves = 8;
  for (let i = 0; i < moves; i++) {
    // Slowly enough not to be taken for a double click.
    await drag(stage, grip(await boxNow(stage, id), view.zoom), { x: 24, y: 16 }, 3);
  }
  const away = await boxNow(stage, id);
  expect(away.x > box.x + 12 * moves, "the node is moved before it is undone");
  const step = await perStep(stage, { steps: moves - 2, warm: 2 }, () =>
    stage.page.keyboard.press("Control+z"),
  );
  const back = await boxNow(stage, id);
  expect(about(back.x, box.x) && about(back.y, box.y), "undo brings the node back");
  await clearSelection(stage);
  return { undo: step };
};

const selectAll: Step = async ({ stage }) => {
  let sum = 0;
  const turns = 5;
  for (let i = 0; i < turns + 1; i++) {
    const step = await perStep(stage, { steps: 1, warm: 0 }, () =>
      stage.page.keyboard.press("Control+a"),
    );
    if (i > 0) sum += step;
    const selected = await countOf(stage, ".react-flow__node.selected");
    expect(selected === (await countOf(stage, ".react-flow__node")), "all are selected");
    await clearSelection(stage);
  }
  return { "select all": sum / turns };
};

const nothing: Step = async ({ stage }) => ({
  nothing: await perStep(stage, { steps: 20 }, () => Promise.resolve()),
});

export const steps = {
  nothing,
  drag: dragOne,
  drag50: dragFifty,
  pan,
  zoom,
  type,
  undo: undoing,
  selectAll,
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

/** Frames per second while a node is taken along as fast as the page takes it. */
export async function framesPerSecond({ stage, view }: Scene): Promise<number> {
  const { id } = await middleShot(stage);
  const from = grip(await boxNow(stage, id), view.zoom);
  const { mouse } = stage;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await stage.page.evaluate(() => {
    const counting = { frames: 0, since: performance.now() };
    Object.assign(window, { counting });
    const count = (): void => {
      counting.frames++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  for (let i = 0; i < 90; i++) await mouse.move(from.x + (i % 45) * 4, from.y + (i % 30) * 4);
  const rate = await stage.page.evaluate(() => {
    const counting: unknown = Reflect.get(window, "counting");
    const { frames, since } = counting as { frames: number; since: number };
    return (frames * 1000) / (performance.now() - since);
  });
  await mouse.up();
  await undo(stage);
  await clearSelection(stage);
  return rate;
}
