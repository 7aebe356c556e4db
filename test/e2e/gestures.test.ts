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
  steps,
  titleField,
} from "./window.ts";

const stage = makeStage();

const selected = (page: Page): Locator =>
  page.getByRole("application").locator(".react-flow__node.selected");
const says = (page: Page, words: string): Promise<void> =>
  page.getByRole("status").getByText(words).waitFor();

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (box === null) throw new Error("It is not on the page");
  return box;
}

const cornerOf = async (thing: Locator) => {
  const { x, y } = await boxOf(thing);
  return [Math.round(x), Math.round(y)];
};

/** Takes hold of a node and drags it down, without letting go. */
async function dragDown(page: Page, node: Locator): Promise<void> {
  const { x, y } = await boxOf(node);
  await page.mouse.move(x + 60, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 130, { steps: 5 });
  await expect.poll(async () => (await boxOf(node)).y).toBeGreaterThan(y + 80);
}

/** What the panel of a shot shows. */
const pictureOf = (shot: Locator): Promise<string> =>
  shot.locator(".frame-picture").evaluate((panel: HTMLElement) => panel.style.backgroundImage);

test("an undo takes back what was written, brings back what was deleted, and lets no picture of the time between come", async () => {
  const page = await openShots(stage, [3, 4]);
  const [first, second] = [shotOf(page, 1), nodeOf(page, /^Shot \d, 4 seconds/)];
  await expect.poll(() => pictureOf(second)).not.toBe("");
  await expect.poll(() => pictureOf(first)).not.toBe("");
  const [before, after] = [await pictureOf(first), await pictureOf(second)];
  await first.click(header);
  await page.keyboard.press("Control+b");
  await nodeOf(page, "Shot 1, 4 seconds").waitFor();
  await page.keyboard.press("Control+z");
  await nodeOf(page, "Shot 2, 4 seconds").waitFor();

  const words = details(page).getByRole("textbox", { name: "What happens in this shot" });
  const text = await words.inputValue();
  await words.press("End");
  const typed = " Now the tide comes in over the dunes.";
  await words.pressSequentially(typed);
  // Painted after whatever was asked for earlier.
  await expect.poll(() => pictureOf(first)).not.toBe(before);
  expect(await pictureOf(second)).toBe(after);

  let presses = 0;
  for (; (await words.inputValue()) !== text; presses++) await page.keyboard.press("Control+z");
  // As many as there were pauses, which a slow machine makes, but not letter by letter.
  expect(presses).toBeLessThan(typed.length);

  await words.pressSequentially(" Rain.");
  await second.click(header);
  await first.click(header);
  await words.press("End");
  await words.pressSequentially(" Snow.");
  await second.click(header);
  expect((await steps(page)).slice(0, 2)).toEqual([
    "What happens in this shot: Shot 1",
    "What happens in this shot: Shot 1",
  ]);

  await page.keyboard.press("Delete");
  await second.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await second.and(selected(page)).waitFor();
});

test("a box selects what it touches, frames only as a whole, and frames are arranged in a row", async () => {
  const page = await openShots(stage, [3, 4]);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+g");
  // No command hears these letters: they are the name from the first one on.
  await page.keyboard.type("Pch");
  await titleField(page).press("Enter");
  const frame = nodeOf(page, "Pch");
  await frame.waitFor();

  const names = (): Promise<readonly string[]> =>
    selected(page).evaluateAll((nodes) => nodes.map((node) => node.ariaLabel ?? "").toSorted());
  const drawBox = async (key: string, from: [number, number], to: [number, number]) => {
    await page.keyboard.down(key);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up(key);
  };
  const [outer, inner, other] = [
    await boxOf(frame),
    await boxOf(shotOf(page, 1)),
    await boxOf(shotOf(page, 2)),
  ];
  const inside: [number, number] = [inner.x - 4, inner.y + inner.height + 4];
  await drawBox("Control", inside, [inner.x + 20, inner.y + inner.height - 20]);
  await expect.poll(names).toEqual(["Shot 1, 3 seconds"]);
  await drawBox("Shift", [other.x + 20, other.y + other.height + 20], [other.x + 40, other.y + 90]);
  await expect.poll(names).toEqual(["Shot 1, 3 seconds", "Shot 2, 4 seconds"]);
  await drawBox(
    "Control",
    [outer.x + outer.width + 1, outer.y + outer.height + 4],
    [outer.x - 6, outer.y - 8],
  );
  await expect.poll(names).toEqual([expect.stringMatching(/^Pch/), "Shot 1, 3 seconds"]);

  await shotOf(page, 2).click(header);
  await nodeOf(page, "Scene").click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await page.keyboard.type("End");
  await titleField(page).press("Enter");
  await page.keyboard.press("Shift+ArrowDown");
  const top = async (node: Locator): Promise<number> => Math.round((await boxOf(node)).y);
  const end = nodeOf(page, "End");
  await expect.poll(() => top(end)).not.toBe(await top(frame));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+l");
  await expect.poll(async () => (await top(end)) - (await top(frame))).toBe(0);
  expect(await top(shotOf(page, 2))).toBe(await top(shotOf(page, 1)));
});

test("a box can be given up, takes the view along at its edge, and its keys still do the rest", async () => {
  const page = await openShots(stage, [3, 4]);
  const canvas = await boxOf(page.getByRole("application"));
  const [one, two] = [shotOf(page, 1), shotOf(page, 2)];
  const marked = async (...nodes: readonly Locator[]): Promise<void> => {
    await expect.poll(() => selected(page).count()).toBe(nodes.length);
    for (const node of nodes) await node.and(selected(page)).waitFor();
  };
  const drawn = page.locator(".selection-box");
  await one.click(header);
  const [from, over] = [await boxOf(one), await boxOf(two)];
  const empty = { x: from.x - 8, y: from.y - 20 };

  // A click that adds has nothing to add on the empty canvas, and lets go of nothing.
  await page.keyboard.down("Shift");
  await page.mouse.click(empty.x, empty.y);
  await page.keyboard.up("Shift");
  await marked(one);

  await page.keyboard.down("Control");
  await page.mouse.move(over.x + over.width + 10, over.y - 20);
  await page.mouse.down();
  await page.mouse.move(over.x + 20, over.y + 20, { steps: 3 });
  await marked(two);
  await drawn.waitFor();
  await page.keyboard.press("Escape");
  await drawn.waitFor({ state: "detached" });
  await marked(one);
  await page.mouse.move(over.x + 40, over.y + 40);
  await page.mouse.up();
  await marked(one);

  // It takes the keyboard from a field, so a key is for what it has selected by then.
  await details(page).getByRole("textbox", { name: "Title" }).click();
  await page.mouse.move(over.x + over.width + 10, over.y - 20);
  await page.mouse.down();
  await page.mouse.move(over.x + 20, over.y + 20, { steps: 3 });
  await marked(two);
  await page.keyboard.up("Control");
  await page.keyboard.press("Delete");
  await two.waitFor({ state: "detached" });
  await drawn.waitFor({ state: "detached" });
  await page.mouse.up();
  await page.keyboard.press("Control+z");
  await marked(two);
  expect(await boxOf(two)).toEqual(over);

  // Where the wheel takes the view, it goes along.
  await page.keyboard.down("Shift");
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 40, { steps: 3 });
  await marked(one, two);
  await page.keyboard.up("Shift");
  const scale = async (): Promise<number> => (await boxOf(one)).width / from.width;
  await page.mouse.wheel(0, -100);
  await expect.poll(scale).toBeGreaterThan(1);
  const margin = async (): Promise<number> => (await boxOf(one)).x - (await boxOf(drawn)).x;
  await expect.poll(async () => (await margin()) / (await scale())).toBeCloseTo(8, 0);
  await page.mouse.wheel(0, 100);
  await expect.poll(scale).toBeCloseTo(1, 2);
  await page.mouse.up();
  await page.keyboard.down("Control");

  // Begun over a node: neither is it dragged, nor is the canvas moved.
  await page.mouse.move(over.x + 40, over.y + 40);
  await page.mouse.down();
  await page.mouse.move(canvas.x + canvas.width - 4, over.y + 60, { steps: 3 });
  await expect.poll(async () => (await boxOf(two)).x).toBeLessThan(over.x - 30);
  await page.mouse.up();
  await page.keyboard.up("Control");
  await drawn.waitFor({ state: "detached" });
  await two.and(selected(page)).waitFor();
  const apart = (await boxOf(two)).x - (await boxOf(one)).x;
  expect(apart).toBeCloseTo(over.x - from.x, 0);
  await page.mouse.click((await boxOf(two)).x + 20, (await boxOf(two)).y - 30);
  await marked();

  // In a field the same key selects text.
  await two.dblclick();
  const words = two.getByRole("textbox");
  const field = await boxOf(words);
  await page.mouse.click(field.x + 4, field.y + 8);
  await page.keyboard.down("Shift");
  await page.mouse.click(field.x + 80, field.y + 8);
  await page.keyboard.up("Shift");
  expect(
    await words.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart),
  ).toBeGreaterThan(3);
});

test("what cannot be pasted, replaced or arranged says why, and nothing loses the keyboard", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const text = story({ shots: shotsOf(3, 4) });
  await putBoard(app, "Small", text);
  const page = await stage.open(app, { allowed: /net::ERR_FAILED/ });
  await openBoard(page, "Small");
  const paste = async (words: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
    await page.keyboard.press("Control+v");
  };
  await shotOf(page, 1).click(header);
  await paste(text.slice(0, 500));
  await says(page, "The copied nodes cannot be read");
  await paste('{"camera": "wide"}');
  await says(page, "This is neither copied nodes nor a request");
  await paste("word ".repeat(5000));
  await says(page, "too long for a prompt: at most 20,000 characters");
  await paste(text);
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(4);
  expect(await page.getByText("too long for a prompt").count()).toBe(0);
  await page.keyboard.press("Control+x");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(2);
  expect((await steps(page)).slice(0, 2)).toEqual(["Cut 4 nodes", "Paste 4 nodes"]);

  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the board" });
  await bar.getByRole("searchbox").fill("kite");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("red kite");
  await bar.getByRole("button", { name: "Replace", exact: true }).click();
  await bar.getByRole("status").getByText("Replaced in 1 text. 2 of 2").waitFor();
  await shotOf(page, 2).and(selected(page)).waitFor();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("owl");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await bar.getByRole("status").getByText("Replaced in 2 texts. Nothing found.").waitFor();
  await bar.getByRole("searchbox").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });

  await page.route(/arrangeWorker/, (route) => route.abort());
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+Shift+l");
  await page.getByText("The nodes were not arranged").waitFor();
});

test("a node that is dragged goes back when another board is shown, and the next drag moves it", async () => {
  const page = await openShots(stage, [3, 4]);
  const before = await cornerOf(shotOf(page, 2));
  await dragDown(page, shotOf(page, 2));
  await page.keyboard.press("Control+n");
  const tab = (selected: boolean): Locator =>
    boardTabs(page).and(page.getByRole("tab", { name: "Small", selected }));
  await tab(false).waitFor();
  await page.mouse.up();
  await tab(false).click();
  await tab(true).waitFor();
  await expect.poll(() => cornerOf(shotOf(page, 2))).toEqual(before);
  expect(await steps(page)).toEqual(["Beginning"]);

  await dragDown(page, shotOf(page, 2));
  await page.mouse.up();
  expect(await steps(page)).toEqual([expect.stringMatching(/^Move/), "Beginning"]);
});

test("a node that is pinned while it is dragged is drawn where it stays", async () => {
  const page = await openShots(stage, [3, 4]);
  const before = await cornerOf(shotOf(page, 2));
  await dragDown(page, shotOf(page, 2));
  await page.keyboard.press("p");
  await nodeOf(page, "Shot 2, 4 seconds, pinned").waitFor();
  await page.mouse.up();
  await expect.poll(() => cornerOf(shotOf(page, 2))).toEqual(before);
});

test("a drag ends with the hand when its node is deleted meanwhile", async () => {
  const page = await openShots(stage, [3, 4]);
  const gesture = page.locator("[data-gesture]");
  const { x, y } = await boxOf(shotOf(page, 2));
  await dragDown(page, shotOf(page, 2));
  expect(await gesture.count()).toBe(1);
  await page.keyboard.press("Delete");
  await shotOf(page, 2).waitFor({ state: "detached" });
  await page.mouse.move(x + 90, y + 150);
  await page.mouse.up();
  await expect.poll(() => gesture.count()).toBe(0);
  expect(await steps(page)).toEqual(["Delete Shot 2", "Beginning"]);
});
