import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import {
  command,
  details,
  header,
  nodeOf,
  nodesOfType,
  shotOf,
  shownRequest,
  titleField,
} from "./window.ts";

const stage = makeStage();

async function cornerOf(page: Page, name: string | RegExp): Promise<{ x: number; y: number }> {
  const box = await nodeOf(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not drawn`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
}

test("a frame is put around shots, carries them, and is dissolved", async () => {
  const page = await openShots(stage, [3, 4]);
  await shotOf(page, 1).click(header);
  await shotOf(page, 2).click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await titleField(page).fill("The dunes");
  await page.keyboard.press("Enter");
  const frame = nodeOf(page, "The dunes");
  await frame.waitFor();

  const before = await cornerOf(page, /^Shot 2,/);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const after = async () => (await cornerOf(page, /^Shot 2,/)).y;
  await expect.poll(after).toBeGreaterThan(before.y + 40);

  await page.keyboard.press("Control+Shift+g");
  await frame.waitFor({ state: "detached" });
  expect(await nodesOfType(page, "shot").count()).toBe(2);
});

test("a board is arranged in a row, and the history goes back to its beginning", async () => {
  const page = await openShots(stage, [3, 4, 3, 3, 3]);
  const ys = async () => {
    const rows = await Promise.all(
      [1, 2, 3, 4, 5].map(async (number) => cornerOf(page, new RegExp(`^Shot ${number},`))),
    );
    return new Set(rows.map(({ y }) => y)).size;
  };
  expect(await ys()).toBe(2);
  await page.keyboard.press("Control+Shift+l");
  await expect.poll(ys).toBe(1);

  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  expect(await list.getByRole("option").allInnerTexts()).toEqual([
    expect.stringMatching(/^Arrange 7 nodes/),
    "Beginning",
  ]);
  await list.getByRole("option", { name: "Beginning" }).click();
  await expect.poll(ys).toBe(2);
});

test("words are found on the board and replaced in its texts", async () => {
  const page = await openShots(stage, [3, 4]);
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the board" });
  await bar.getByRole("searchbox").fill("kite");
  await bar.getByRole("status").getByText("1 of 2").waitFor();
  await page.keyboard.press("Enter");
  await bar.getByRole("status").getByText("2 of 2").waitFor();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("balloon");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await bar.getByRole("status").getByText("Replaced in 2 texts. Nothing found.").waitFor();
  const text = shotOf(page, 2).getByText("Look 2: a balloon over the dunes.");
  await expect.poll(() => text.count()).toBe(1);
});

const wires = (page: Page, name: RegExp) =>
  page.getByRole("application").getByRole("img", { name });

/** A point of the window on a wire, part of its way along. */
const alongWire = (page: Page, name: string, part = 0.5) =>
  page
    .getByRole("application")
    .getByRole("img", { name, exact: true })
    .locator("path")
    .first()
    .evaluate((path: SVGPathElement, t) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() * t);
      const drawn = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: drawn.x, y: drawn.y };
    }, part);

test("reroutes are put into wires by mouse and by keyboard, lead them elsewhere and heal", async () => {
  const page = await openShots(stage, [3, 4]);
  const request = await shownRequest(page);
  const toScene = await alongWire(page, "Wire from Shot 2 to Scene: shots");
  await page.mouse.dblclick(toScene.x, toScene.y);
  const reroute = nodeOf(page, "Reroute, shots");
  await reroute.waitFor();

  const at = await alongWire(page, "Wire from Reroute to Scene: shots", 0);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 10, at.y - 120, { steps: 6 });
  await page.mouse.up();
  const height = async () => (await reroute.boundingBox())?.y;
  await expect.poll(height).toBeLessThan(at.y - 60);
  const before = (await height()) ?? 0;
  await page.keyboard.press("ArrowUp");
  await expect.poll(height).toBeLessThan(before);

  const stroke = await alongWire(page, "Wire from Shot 1 to Shot 2: shots");
  await page.keyboard.down("Shift");
  await page.mouse.move(stroke.x, stroke.y - 16);
  await page.mouse.down({ button: "right" });
  await page.mouse.move(stroke.x, stroke.y + 6, { steps: 4 });
  await page.mouse.up({ button: "right" });
  await page.keyboard.up("Shift");
  await expect.poll(() => reroute.count()).toBe(2);
  expect(await page.getByRole("menu").count()).toBe(0);

  await shotOf(page, 1).click(header);
  await page.keyboard.press("r");
  await expect.poll(() => reroute.count()).toBe(3);
  await wires(page, /^Wire from Reroute to Reroute: shots/).waitFor({ state: "attached" });
  expect(await shownRequest(page)).toEqual(request);

  await shotOf(page, 2).click(header);
  await page.keyboard.press("r");
  const list = page.getByRole("dialog", { name: "Put a reroute into a wire of Shot 2" });
  await list.getByRole("option", { name: /^Shot 2 → Reroute/ }).click();
  await expect.poll(() => reroute.count()).toBe(4);

  await page.keyboard.press("Control+a");
  await shotOf(page, 1).click({ ...header, modifiers: ["Control"] });
  await shotOf(page, 2).click({ ...header, modifiers: ["Control"] });
  await nodeOf(page, "Scene").click({ ...header, modifiers: ["Control"] });
  await nodeOf(page, "Settings").click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Delete");
  await wires(page, /^Wire from Shot 2 to Scene: shots/).waitFor({ state: "attached" });
  await wires(page, /^Wire from Shot 1 to Shot 2: shots/).waitFor({ state: "attached" });
  expect(await shownRequest(page)).toEqual(request);
});

test("a pinned node stays where it is, whatever would move it, and says so", async () => {
  const page = await openShots(stage, [3, 4, 3]);
  await shotOf(page, 2).click(header);
  await page.keyboard.press("p");
  const pinned = nodeOf(page, "Shot 2, 4 seconds, pinned");
  await pinned.waitFor();
  const at = await cornerOf(page, /^Shot 2,/);
  const isSaid = page.getByRole("status").getByText("Shot 2 is pinned and stays where it is.");

  await page.mouse.move(at.x + 60, at.y + 10);
  await page.mouse.down();
  await page.mouse.move(at.x + 160, at.y + 120, { steps: 6 });
  await isSaid.waitFor();
  await page.mouse.up();
  expect(await cornerOf(page, /^Shot 2,/)).toEqual(at);

  await page.mouse.click(at.x + 60, at.y - 60);
  await isSaid.waitFor({ state: "detached" });
  await shotOf(page, 1).click(header);
  await pinned.click({ ...header, modifiers: ["Control"] });
  const before = await cornerOf(page, /^Shot 1,/);
  await page.keyboard.press("Shift+ArrowDown");
  await isSaid.waitFor();
  await expect.poll(async () => (await cornerOf(page, /^Shot 1,/)).y).toBeGreaterThan(before.y);
  expect(await cornerOf(page, /^Shot 2,/)).toEqual(at);
  await command(page, "Align bottom edges");
  await expect.poll(() => cornerOf(page, /^Shot 1,/)).not.toEqual(before);
  expect(await cornerOf(page, /^Shot 2,/)).toEqual(at);

  // A frame leaves it behind, too.
  await pinned.click(header);
  await page.keyboard.press("Control+g");
  await titleField(page).press("Enter");
  await isSaid.waitFor({ state: "detached" });
  const corner = await cornerOf(page, "Frame");
  await page.mouse.move(corner.x + 60, corner.y + 10);
  await page.mouse.down();
  await page.mouse.move(corner.x + 160, corner.y + 80, { steps: 6 });
  await isSaid.waitFor();
  await page.mouse.up();
  expect(await cornerOf(page, /^Shot 2,/)).toEqual(at);

  for (let step = 0; step < 5; step++) await page.keyboard.press("Control+z");
  await nodeOf(page, "Shot 2, 4 seconds").waitFor();
});

test("nodes are given a colour together, in the details, by the menu and by a command", async () => {
  const page = await openShots(stage, [3, 4]);
  const tinted = page.getByRole("application").locator("[data-tinted]");
  await shotOf(page, 1).click(header);
  await shotOf(page, 2).click({ ...header, modifiers: ["Control"] });
  const colors = details(page).getByRole("group", { name: "Colour" });
  await colors.getByRole("button", { name: "Green" }).click();
  await expect.poll(() => tinted.count()).toBe(2);
  await colors.getByRole("button", { name: "Green", pressed: true }).waitFor();

  await shotOf(page, 1).click({ ...header, button: "right" });
  await page.getByRole("menuitem", { name: "Colour" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "No colour" }).click();
  await expect.poll(() => tinted.count()).toBe(0);
  await command(page, "Colour: violet");
  await expect.poll(() => tinted.count()).toBe(2);
});

test("notes and frames are resized by keyboard, in one step back", async () => {
  const page = await openShots(stage, [3]);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.getByRole("status").getByText("Only notes and frames have a size").waitFor();
  await page.keyboard.press("Control+g");
  await titleField(page).fill("Dunes");
  await page.keyboard.press("Enter");
  const size = async () => nodeOf(page, "Dunes").boundingBox();
  const before = await size();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => (await size())?.height).toBeLessThan(before?.height ?? 0);
  expect((await size())?.width).toBeGreaterThan((before?.width ?? 0) + 40);
  await page.keyboard.press("Control+z");
  await expect.poll(size).toEqual(before);
});

test("Escape gives up the pulling of a corner, and is heard by nothing else", async () => {
  const page = await openShots(stage, [3]);
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Control+g");
  await titleField(page).fill("Dunes");
  await page.keyboard.press("Enter");
  const frame = nodeOf(page, "Dunes").and(page.locator(".selected"));
  await frame.waitFor();
  const face = frame.locator(".board-node");
  const before = await face.boundingBox();
  const corner = await frame.locator(".resize-grip").boundingBox();
  const [x, y] = [(corner?.x ?? 0) + 4, (corner?.y ?? 0) + 4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 60, { steps: 4 });
  await expect
    .poll(async () => (await face.boundingBox())?.width)
    .toBeGreaterThan((before?.width ?? 0) + 40);
  await page.keyboard.press("Escape");
  await expect.poll(() => face.boundingBox()).toEqual(before);
  await page.mouse.move(x + 90, y + 70);
  await page.mouse.up();
  expect(await face.boundingBox()).toEqual(before);
  await frame.waitFor();
  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  await list.getByRole("option", { name: "Beginning" }).waitFor();
  expect(await list.getByRole("option", { name: /^Resize/ }).count()).toBe(0);
});

test("a drag takes along what is selected far out of view, and a click on nothing lets go of it", async () => {
  const page = await openShots(
    stage,
    Array.from({ length: 60 }, () => 1),
  );
  const drawn = nodesOfType(page, "shot");
  await expect.poll(() => drawn.count()).toBeLessThan(30);
  await page.keyboard.press("Control+a");
  const before = await cornerOf(page, /^Shot 1,/);
  await page.mouse.move(before.x + 60, before.y + 10);
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await cornerOf(page, /^Shot 1,/)).y)
    .toBeGreaterThan(before.y + 30);

  await page.keyboard.press("Control+Alt+z");
  const list = page.getByRole("dialog", { name: "History" });
  await list.getByRole("option", { name: /^Move 62 nodes/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".react-flow__pane").click({ position: { x: 8, y: 300 } });
  await details(page).getByRole("textbox", { name: "Title of the board" }).waitFor();
});
