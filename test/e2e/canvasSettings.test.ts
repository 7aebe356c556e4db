import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { nodeOf, zoomOf } from "./window.ts";

const stage = makeStage();

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In px of the canvas. */
const placeOf = (node: Locator): Promise<Point> =>
  node.evaluate((element) => {
    const [, x, y] = /translate\((-?[\d.]+)px, (-?[\d.]+)px\)/.exec(element.style.transform) ?? [];
    return { x: Number(x), y: Number(y) };
  });

const onGrid = ({ x, y }: Point, step: number): boolean => x % step === 0 && y % step === 0;

async function drag(page: Page, node: Locator, by: Point, held?: "Control"): Promise<void> {
  const header = await node.locator(".board-node-header").boundingBox();
  if (header === null) throw new Error("the node is not drawn");
  const from = { x: header.x + header.width / 2, y: header.y + header.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
  if (held !== undefined) await page.keyboard.down(held);
  await page.mouse.move(from.x + by.x, from.y + by.y);
  await page.mouse.up();
  if (held !== undefined) await page.keyboard.up(held);
}

const magnet = (page: Page): Locator => page.getByRole("button", { name: /^Snap to the grid/ });
const viewOf = (page: Page): Promise<string> =>
  page.locator(".react-flow__viewport").evaluate((element) => element.style.transform);

test("nodes keep to a grid of the chosen size, which is remembered and held off with Ctrl", async () => {
  const app = await stage.start({ settings: { grid: { step: 20, snap: false } } });
  const page = await stage.open(app);
  await page.keyboard.press("Control+,");
  await page.getByRole("tab", { name: "Canvas" }).click();
  const size = page.getByRole("textbox", { name: "Size, px" });
  await size.fill("3");
  await page.getByText("Write a whole number from 5 to 200.").waitFor();
  await size.fill("70");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await magnet(page).click();
  await magnet(page)
    .and(page.getByRole("button", { pressed: true, name: /70 px/ }))
    .waitFor();

  const shot = nodeOf(page, /^Shot 2/);
  await drag(page, shot, { x: 9, y: 61 });
  await expect.poll(async () => onGrid(await placeOf(shot), 70)).toBe(true);
  const before = await placeOf(shot);
  await drag(page, shot, { x: 37, y: 23 }, "Control");
  await expect.poll(() => placeOf(shot)).not.toEqual(before);
  expect(onGrid(await placeOf(shot), 70)).toBe(false);

  await shot.focus();
  const loose = await placeOf(shot);
  await page.keyboard.press("Control+ArrowRight");
  await expect.poll(() => placeOf(shot)).toEqual({ x: loose.x + 1, y: loose.y });
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await placeOf(shot)).x % 70).toBe(0);
  const lined = await placeOf(shot);
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await placeOf(shot)).x).toBe(lined.x + 350);

  await page.reload();
  await page.getByRole("button", { pressed: true, name: /70 px/ }).waitFor();
});

test("the wheel does what was chosen for it", async () => {
  const page = await stage.open(await stage.start({ settings: { pointing: "trackpad" } }));
  await page.mouse.move(500, 480);
  const before = { zoom: await zoomOf(page), view: await viewOf(page) };
  await page.mouse.wheel(0, 120);
  await expect.poll(() => viewOf(page)).not.toBe(before.view);
  expect(await zoomOf(page)).toBe(before.zoom);
  await page.keyboard.press("Control+,");
  await page.getByRole("tab", { name: "Canvas" }).click();
  await page.getByRole("radio", { name: /^Mouse/ }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.mouse.move(500, 480);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => zoomOf(page)).not.toBe(before.zoom);
});

test("the hand and the middle button move the view, also over a node", async () => {
  const page = await stage.open(await stage.start());
  const shot = nodeOf(page, /^Shot 2/);
  const place = await placeOf(shot);
  await shot.focus();
  await page.keyboard.press("h");
  await page.getByRole("button", { pressed: true, name: /^Hand/ }).waitFor();
  let view = await viewOf(page);
  await drag(page, shot, { x: 60, y: 40 });
  await expect.poll(() => viewOf(page)).not.toBe(view);
  expect(await placeOf(shot)).toEqual(place);

  await page.keyboard.press("v");
  await page.getByRole("button", { pressed: false, name: /^Hand/ }).waitFor();
  view = await viewOf(page);
  const box = await shot.boundingBox();
  if (box === null) throw new Error("the node is not drawn");
  await page.mouse.move(box.x - 30, box.y - 30);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(box.x + 10, box.y);
  await page.mouse.up({ button: "middle" });
  await expect.poll(() => viewOf(page)).not.toBe(view);
  view = await viewOf(page);
  await drag(page, shot, { x: 60, y: 40 });
  await expect.poll(() => placeOf(shot)).not.toEqual(place);
  expect(await viewOf(page)).toBe(view);
});
