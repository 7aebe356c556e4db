import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { details, nodeOf, nodesOfType, openBoard, shownRequest, showTab } from "./window.ts";

const stage = makeStage();

const canvas = (page: Page): Locator => page.getByRole("application");
const port = (node: Locator, name: string): Locator => node.getByRole("img", { name, exact: true });
const wires = (page: Page, name?: string | RegExp): Locator =>
  canvas(page).getByRole("img", { name: name ?? /^Wire from/ });

async function middleOf(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error("It is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on a port and pulls a wire from it, over a place, without letting go. */
async function pull(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
}

async function addByDoubleClick(page: Page, words: string): Promise<void> {
  await canvas(page).dblclick({ position: { x: 500, y: 560 } });
  const search = page.getByRole("dialog", { name: "Add a node" });
  await search.getByRole("combobox").fill(words);
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "detached" });
}

async function undoWords(page: Page): Promise<readonly string[]> {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).press("ArrowRight");
  const steps = page.getByRole("menuitem", { name: /^(Undo|Redo)/ });
  await steps.first().waitFor();
  const words = await steps.allInnerTexts();
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  return words.map((each) => each.replace(/\s+Ctrl.*$/s, ""));
}

test("a node is added, written and wired, and the request follows; every step has a name", async () => {
  const page = await openShots(stage, [3, 4]);
  await addByDoubleClick(page, "words");
  const prompt = nodeOf(page, "Prompt");
  const shot = nodeOf(page, "Shot 1, 3 seconds");
  await (await showTab(page, "Inspector")).getByRole("textbox", { name: "Text" }).fill("Fog.");

  await pull(page, port(prompt, "Output: Text"), port(shot, "Input: Words"));
  const lit = canvas(page).locator('[data-fit="yes"]');
  const names = await lit.evaluateAll((ports) => ports.map((each) => each.ariaLabel));
  expect(new Set(names)).toEqual(
    new Set(["Input: Words", "Input: Words for the whole", "Input: What to avoid"]),
  );
  await page.mouse.up();
  await wires(page, "Wire from Prompt to Shot 1: text").waitFor({ state: "attached" });
  expect(await shownRequest(page)).toMatchObject({
    multi_prompt: [{ prompt: "Fog. Look 1: a kite over the dunes." }, {}],
  });

  await pull(page, port(prompt, "Output: Text"), port(nodeOf(page, "Scene"), "Input: Settings"));
  await page.mouse.up();
  await page.getByRole("status").getByText("text does not go into settings.").waitFor();

  await prompt.click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("Delete");
  await prompt.waitFor({ state: "detached" });
  expect(await wires(page, /Prompt/).count()).toBe(0);
  expect(await undoWords(page)).toEqual(["Undo: Delete Prompt", "Redo"]);

  await page.keyboard.press("Control+z");
  await prompt.waitFor();
  expect(await undoWords(page)).toEqual(["Undo: Connect Prompt to Shot 1", "Redo: Delete Prompt"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await undoWords(page)).toEqual(["Undo: Add Prompt", "Redo: Text: Prompt"]);
  await page.keyboard.press("Control+z");
  await prompt.waitFor({ state: "detached" });
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press("Control+Shift+z");
  await wires(page, "Wire from Prompt to Shot 1: text").waitFor({ state: "attached" });
});

test("a wire that is dropped on nothing asks what it should go to", async () => {
  const page = await openShots(stage, [3]);
  const shot = nodeOf(page, "Shot 1, 3 seconds");
  const from = await middleOf(port(shot, "Input: Words"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 220, { steps: 6 });
  await page.mouse.up();
  const search = page.getByRole("dialog", { name: "Add a node" });
  await search.getByRole("option", { name: /^Prompt/ }).waitFor();
  expect(await search.getByRole("option").allInnerTexts()).toEqual([
    expect.stringMatching(/^Prompt/),
    expect.stringMatching(/^Join/),
    expect.stringMatching(/^Reroute/),
  ]);
  await search.getByRole("option", { name: /^Prompt/ }).click();
  await wires(page, "Wire from Prompt to Shot 1: text").waitFor({ state: "attached" });
});

test("a wire whose node is deleted while it is dragged asks for nothing", async () => {
  const page = await openShots(stage, [3, 4]);
  const shot = nodeOf(page, "Shot 2, 4 seconds");
  await shot.click({ position: { x: 60, y: 10 } });
  const from = await middleOf(port(shot, "Input: Words"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 220, { steps: 6 });
  await page.keyboard.press("Delete");
  await shot.waitFor({ state: "detached" });
  await page.mouse.up();
  // Were a list open, it would have the keyboard.
  await page.keyboard.press("Control+z");
  await shot.waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("an end of a wire is pulled from its port to another one, or off", async () => {
  const page = await openShots(stage, [3, 4]);
  const scene = nodeOf(page, "Scene");
  const [from, to] = [
    port(nodeOf(page, "Shot 2, 4 seconds"), "Input: Previous shot"),
    port(scene, "Input: Shots"),
  ];
  await from.hover();
  await pull(page, from, to);
  await page.mouse.up();
  await wires(page, "Wire from Shot 1 to Scene: shots").waitFor({ state: "attached" });
  expect(await wires(page, /shots$/).count()).toBe(1);

  const end = await middleOf(to);
  await to.hover();
  await page.mouse.down();
  await page.mouse.move(end.x - 20, end.y + 260, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => wires(page, /shots$/).count()).toBe(0);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await wires(page, "Wire from Shot 1 to Shot 2: shots").waitFor({ state: "attached" });
});

test("a node that is dropped on a wire goes into it, and its neighbours make room", async () => {
  const page = await openShots(stage, [3, 4]);
  await addByDoubleClick(page, "shot");
  const added = nodeOf(page, "Shot 1, 5 seconds");
  const place = await added.boundingBox();
  const [left, right] = [
    await middleOf(port(nodeOf(page, "Shot 1, 3 seconds"), "Output: Next shot or scene")),
    await middleOf(port(nodeOf(page, "Shot 2, 4 seconds"), "Input: Previous shot")),
  ];
  if (place === null) throw new Error("It is not on the page");
  const before = (await nodeOf(page, "Shot 2, 4 seconds").boundingBox())?.x ?? 0;
  await page.mouse.move(place.x + 60, place.y + 10);
  await page.mouse.down();
  await page.mouse.move(place.x + 62, place.y + 10, { steps: 2 });
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const grip = { x: middle.x - place.width / 2 + 60, y: middle.y - place.height / 2 + 10 };
  await page.mouse.move(grip.x, grip.y, { steps: 10 });
  await canvas(page).locator("[data-taking]").waitFor({ state: "attached" });
  await page.mouse.up();
  await wires(page, "Wire from Shot 1 to Shot 2: shots").waitFor({ state: "attached" });
  await nodeOf(page, "Shot 2, 5 seconds").waitFor();
  const moved = async () => (await nodeOf(page, "Shot 3, 4 seconds").boundingBox())?.x;
  await expect.poll(moved).toBeGreaterThan(before + 100);
  expect(await shownRequest(page)).toMatchObject({ duration: 12, multi_prompt: { length: 3 } });

  // One from the list shows where it would go, too.
  await page.getByRole("button", { name: "Add nodes" }).click();
  const item = await middleOf(page.getByRole("button", { name: /^Shot One segment/ }));
  const wire = await middleOf(port(nodeOf(page, "Shot 2, 5 seconds"), "Input: Previous shot"));
  await page.mouse.move(item.x, item.y);
  await page.mouse.down();
  await page.mouse.move(wire.x - 60, wire.y - 160, { steps: 4 });
  await page.mouse.move(wire.x - 10, wire.y, { steps: 4 });
  // Another step on the same thing, as a hand makes it.
  await page.mouse.move(wire.x - 9, wire.y);
  await canvas(page).locator("[data-taking]").waitFor({ state: "attached" });
  await page.mouse.up();
  await nodeOf(page, "Shot 3, 5 seconds").waitFor();
  expect(await canvas(page).locator("[data-taking]").count()).toBe(0);
  await wires(page, "Wire from Shot 2 to Shot 3: shots").waitFor({ state: "attached" });
});

test("a copy lies above its original, and stays there when it is no longer selected", async () => {
  const page = await openShots(stage, [3, 4]);
  const original = nodeOf(page, "Shot 2, 4 seconds");
  await original.click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("Control+d");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(3);
  const copy = canvas(page).locator(".react-flow__node.selected");
  const id = await copy.getAttribute("data-id");
  const box = await copy.boundingBox();
  await page.keyboard.press("Escape");
  await expect.poll(() => copy.count()).toBe(0);
  const above = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest("[data-id]")?.getAttribute("data-id"),
    { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 12 },
  );
  expect(above).toBe(id);
});

test("nodes are copied, cut and pasted, and the chain heals around a shot that goes", async () => {
  const page = await openShots(stage, [3, 4, 5]);
  await nodeOf(page, "Shot 2, 4 seconds").click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(4);
  expect((await undoWords(page))[0]).toBe("Undo: Paste 1 node");
  await page.keyboard.press("Control+z");
  await expect.poll(() => nodesOfType(page, "shot").count()).toBe(3);

  await nodeOf(page, "Shot 2, 4 seconds").click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("Control+x");
  await nodeOf(page, "Shot 2, 5 seconds").waitFor();
  await wires(page, "Wire from Shot 1 to Shot 2: shots").waitFor({ state: "attached" });
  expect(await shownRequest(page)).toMatchObject({ duration: 8, multi_prompt: { length: 2 } });
});

test("a copy keeps the wires that come in when it is asked to, and is text that can be read", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Small", story({ shots: shotsOf(3, 4) }));
  const page = await stage.open(app);
  await openBoard(page, "Small");
  await nodeOf(page, "Scene").click({ position: { x: 40, y: 10 } });
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect.poll(() => nodesOfType(page, "scene").count()).toBe(2);
  expect(await wires(page, /to Scene/).count()).toBe(2);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+v");
  await expect.poll(() => nodesOfType(page, "scene").count()).toBe(2);
  expect(await wires(page, /to Scene/).count()).toBe(4);
  expect((await undoWords(page))[0]).toBe("Undo: Paste 1 node");
  const text: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(text).toMatchObject({
    format: "shotgraph-fragment",
    nodes: { scene: { type: "scene" } },
    incoming: { e1: { from: { node: "shot2", port: "shots" } } },
  });
});

test("the inspector changes the request, and a text undoes its own words first", async () => {
  const page = await openShots(stage, [3, 4]);
  await nodeOf(page, "Shot 1, 3 seconds").click({ position: { x: 40, y: 10 } });
  const inspector = details(page);
  await inspector.getByRole("combobox", { name: "Size" }).selectOption("Close-up");
  await inspector.getByRole("textbox", { name: "Seconds" }).fill("6");
  await nodeOf(page, "Shot 1, 6 seconds").waitFor();

  const words = inspector.getByRole("textbox", { name: "What happens in this shot" });
  const before = await words.inputValue();
  await words.press("End");
  await words.pressSequentially(" Rain.");
  expect(await words.inputValue()).toBe(`${before} Rain.`);
  await page.keyboard.press("Control+z");
  await expect.poll(() => words.inputValue()).not.toBe(`${before} Rain.`);
  while ((await words.inputValue()) !== before) await page.keyboard.press("Control+z");
  await nodeOf(page, "Shot 1, 6 seconds").waitFor();
  // The panel of the request is loaded, and from here on no timer goes off: leaving the field is pause enough.
  await shownRequest(page);
  await showTab(page, "Inspector");
  await words.press("End");
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await words.pressSequentially(" Snow.");

  expect(await shownRequest(page)).toMatchObject({
    duration: 10,
    multi_prompt: [{ prompt: `Close-up. ${before} Snow.`, duration: 6 }, { duration: 4 }],
  });
});

test("pointing at a piece of the request lights its node, and pointing at a node its pieces", async () => {
  const page = await openShots(stage, [3, 4]);
  const request = await showTab(page, "Request");
  const piece = request.getByTitle("From Shot 2: What happens in this shot");
  const ground = () => piece.evaluate((element) => getComputedStyle(element).backgroundColor);
  const lit = canvas(page).locator("[data-pointed]");
  await piece.waitFor();
  const dark = await ground();

  await piece.hover();
  await expect.poll(() => lit.innerText()).toContain("Shot 2");
  await expect.poll(ground).not.toBe(dark);
  await page.getByRole("contentinfo").hover();
  await expect.poll(() => lit.count()).toBe(0);
  await expect.poll(ground).toBe(dark);

  await nodeOf(page, "Shot 2, 4 seconds").hover();
  await expect.poll(ground).not.toBe(dark);
  await nodeOf(page, "Shot 1, 3 seconds").hover();
  await expect.poll(ground).toBe(dark);

  await piece.click();
  await showTab(page, "Inspector");
  await details(page).getByRole("heading", { name: "Shot 2" }).waitFor();
});
