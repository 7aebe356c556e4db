import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import {
  boardTabs,
  details,
  header,
  nodeOf,
  nodesOfType,
  openBoard,
  shotOf,
  shownRequest,
} from "./window.ts";

/** What the fingers know from other node editors. */

const stage = makeStage();

const canvas = (page: Page): Locator => page.getByRole("application");
const selected = (page: Page): Locator => canvas(page).locator(".react-flow__node.selected");
const wires = (page: Page, name: RegExp): Locator => canvas(page).getByRole("img", { name });
const port = (node: Locator, name: string): Locator => node.getByRole("img", { name, exact: true });

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (box === null) throw new Error("It is not on the page");
  return box;
}

async function drop(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await boxOf(from), await boxOf(to)];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + 40, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  await page.mouse.up();
}

test("the search to add finds by words of both languages", async () => {
  const page = await openShots(stage, [3]);
  await page.keyboard.press("Shift+A");
  const search = page.getByRole("dialog", { name: "Add a node" });
  const found = [
    ["imagem", "Image"],
    ["personagem", "Element"],
    ["camera", "Shot"],
    ["moldura", "Frame"],
    ["detour", "Reroute"],
  ] as const;
  for (const [words, name] of found) {
    await search.getByRole("combobox").fill(words);
    await search.getByRole("option", { name: new RegExp(`^${name}`) }).waitFor();
    expect(await search.getByRole("option").count(), words).toBe(1);
  }
});

/** Where the picture of a shot is, in widths of its node: the same at every zoom, and all through a change of it. */
const pictureIn = (node: Locator): Promise<{ top: number; height: number }> =>
  node.evaluate((element) => {
    const [outer, inner] = [element, element.querySelector(".frame-picture")].map((each) =>
      each?.getBoundingClientRect(),
    );
    if (outer === undefined || inner === undefined) throw new Error("There is no picture");
    return { top: (inner.y - outer.y) / outer.width, height: inner.height / outer.width };
  });

test("from far away a shot is its picture, its number and its seconds, and is still written on", async () => {
  const page = await openShots(stage, [3, 4]);
  const first = shotOf(page, 1);
  const near = await pictureIn(first);
  await first.click(header);
  await page.mouse.move(4, 4);
  for (let i = 0; i < 8; i++) await page.keyboard.press("Control+-");
  await expect.poll(() => first.textContent()).toBe("13 s");
  expect(await shotOf(page, 2).textContent()).toBe("24 s");
  expect(await canvas(page).locator(".port").count()).toBe(0);

  const far = await pictureIn(first);
  expect(far.top).toBeCloseTo(near.top, 2);
  expect(far.height).toBeCloseTo(near.height, 2);

  await page.keyboard.press("F2");
  await first.getByRole("textbox", { name: "Title" }).fill("Harbour");
  await page.keyboard.press("Enter");
  await nodeOf(page, /^Shot 1 · Harbour,/).waitFor();
  expect(await first.getByRole("textbox").count()).toBe(0);
});

test("nodes are selected by a box, along the chain and as all the others, and changed together", async () => {
  const page = await openShots(stage, [3, 4, 5]);
  await shotOf(page, 2).click(header);
  await page.keyboard.press("Control+]");
  await expect.poll(() => selected(page).count()).toBe(3);
  await page.keyboard.press("Control+[");
  await expect.poll(() => selected(page).count()).toBe(5);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+i");
  await expect.poll(() => selected(page).count()).toBe(4);
  await page.keyboard.press("Escape");

  const [first, last] = [await boxOf(shotOf(page, 1)), await boxOf(shotOf(page, 2))];
  await page.keyboard.down("Shift");
  await page.mouse.move(first.x - 8, first.y - 20);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 6, last.y + last.height + 20, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await expect.poll(() => selected(page).count()).toBe(2);
  // What was selected by the box can be taken hold of like everything else.
  await shotOf(page, 1).click({ ...header, modifiers: ["Control"] });
  await expect.poll(() => selected(page).count()).toBe(1);
  await shotOf(page, 1).click({ ...header, modifiers: ["Control"] });
  await expect.poll(() => selected(page).count()).toBe(2);
  await details(page).getByRole("combobox", { name: "Size" }).selectOption("Wide");
  expect(await shownRequest(page)).toMatchObject({
    multi_prompt: [
      { prompt: "Wide shot. Look 1: a kite over the dunes." },
      { prompt: "Wide shot. Look 2: a kite over the dunes." },
      { prompt: "Look 3: a kite over the dunes." },
    ],
  });
  await page.keyboard.press("Control+z");
  expect(JSON.stringify(await shownRequest(page))).not.toContain("Wide shot");
});

test("a wire that cannot be is refused with its reason, and one dropped on a node finds its port", async () => {
  const page = await openShots(stage, [3, 4]);
  const says = (words: string) => page.getByRole("status").getByText(words).waitFor();
  const [one, two, scene] = [shotOf(page, 1), shotOf(page, 2), nodeOf(page, "Scene")];
  await drop(page, port(two, "Output: Next shot or scene"), port(one, "Input: Previous shot"));
  await says("That would make a loop");
  await drop(page, port(nodeOf(page, "Settings"), "Output: Settings"), one);
  await says("Shot 1 takes no settings.");
  expect(await wires(page, /^Wire from/).count()).toBe(3);

  // It shows before it is let go, and Escape takes the wire back wherever it is.
  const [held, over] = [await boxOf(port(two, "Output: Next shot or scene")), await boxOf(one)];
  await page.mouse.move(held.x + held.width / 2, held.y + held.height / 2);
  await page.mouse.down();
  await page.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 4 });
  const refused = canvas(page).locator("[data-refused]");
  await refused.waitFor({ state: "attached" });
  await page.mouse.move(over.x + over.width / 2, over.y + over.height + 60, { steps: 4 });
  await refused.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await canvas(page).locator(".loose-wire").waitFor({ state: "detached" });
  await page.mouse.up();
  expect(await page.getByRole("dialog").count()).toBe(0);

  await drop(page, port(one, "Output: Next shot or scene"), scene);
  await wires(page, /^Wire from Shot 1 to Scene: shots/).waitFor({ state: "attached" });
});

test("a stroke cuts the wires that it crosses, in one step", async () => {
  const page = await openShots(stage, [3, 4]);
  const end = await boxOf(port(shotOf(page, 2), "Input: Previous shot"));
  const at = { x: end.x - 6, y: end.y + end.height / 2 };
  await page.keyboard.down("Control");
  await page.mouse.move(at.x, at.y - 30);
  await page.mouse.down({ button: "right" });
  await page.mouse.move(at.x, at.y + 30, { steps: 6 });
  await page.mouse.up({ button: "right" });
  await page.keyboard.up("Control");
  await expect.poll(() => wires(page, /shots$/).count()).toBe(1);
  expect(await page.getByRole("menu").count()).toBe(0);
  await page.keyboard.press("Control+z");
  await wires(page, /^Wire from Shot 1 to Shot 2/).waitFor({ state: "attached" });
});

test("a dragged node comes into line with another one, and Escape takes the drag back", async () => {
  const page = await openShots(stage, [3, 4]);
  const settings = nodeOf(page, "Settings");
  const [before, line] = [await boxOf(settings), await boxOf(shotOf(page, 1))];
  await page.mouse.move(before.x + 60, before.y + 10);
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 12);
  await page.mouse.move(before.x + 60, before.y + 92, { steps: 6 });
  await page.mouse.move(before.x + 60, before.y + 13, { steps: 6 });
  await canvas(page).locator(".guide").first().waitFor({ state: "attached" });
  expect((await boxOf(settings)).y).toBeCloseTo(line.y, 0);
  await page.mouse.move(before.x + 60, before.y + 92, { steps: 3 });
  await page.keyboard.press("Escape");
  await expect.poll(() => boxOf(settings)).toEqual(before);
  await page.mouse.up();
  expect(await boxOf(settings)).toEqual(before);
});

test("nodes go to another window through the clipboard", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Small", story({ shots: shotsOf(3, 4) }));
  const page = await stage.open(app);
  await openBoard(page, "Small");
  await shotOf(page, 1).click(header);
  await shotOf(page, 2).click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+c");

  const other = await page.context().newPage();
  await other.goto(page.url());
  await boardTabs(other).first().waitFor();
  await other.bringToFront();
  await other.getByRole("button", { name: "New board" }).click();
  await boardTabs(other)
    .and(other.getByRole("tab", { name: "Untitled", selected: true }))
    .waitFor();
  await other.keyboard.press("Control+v");
  await expect.poll(() => nodesOfType(other, "shot").count()).toBe(2);
  await wires(other, /^Wire from Shot 1 to Shot 2: shots/).waitFor({ state: "attached" });
});
