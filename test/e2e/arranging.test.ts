import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { makeStage } from "./stage.ts";
import { nodeOf, nodesOfType, openBoard } from "./window.ts";

const stage = makeStage();

async function opened(...seconds: readonly number[]): Promise<Page> {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Small", story({ shots: shotsOf(...seconds) }));
  const page = await stage.open(app);
  await openBoard(page, "Small");
  return page;
}

const shot = (page: Page, number: number) => nodeOf(page, new RegExp(`^Shot ${number},`));

async function cornerOf(page: Page, name: string | RegExp): Promise<{ x: number; y: number }> {
  const box = await nodeOf(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not drawn`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
}

const header = { position: { x: 60, y: 10 } };

test("a frame is put around shots, carries them, and is dissolved", async () => {
  const page = await opened(3, 4);
  await shot(page, 1).click(header);
  await shot(page, 2).click({ ...header, modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await page.getByRole("application").getByRole("textbox", { name: "Title" }).fill("The dunes");
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
  const page = await opened(3, 4, 3, 3, 3);
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
  const page = await opened(3, 4);
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the board" });
  await bar.getByRole("searchbox").fill("kite");
  await bar.getByRole("status").getByText("1 of 2").waitFor();
  await page.keyboard.press("Enter");
  await bar.getByRole("status").getByText("2 of 2").waitFor();
  await bar.getByRole("textbox", { name: "Replace with" }).fill("balloon");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await bar.getByRole("status").getByText("0 of 0").waitFor();
  const text = shot(page, 2).getByText("Look 2: a balloon over the dunes.");
  await expect.poll(() => text.count()).toBe(1);
});
