import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { command, details, nodeOf, titleField, typeInto } from "./window.ts";

/** Everything that a hand does at the canvas, without one. */

const stage = makeStage();

const wire = (page: Page, words: string | RegExp) => page.getByRole("img", { name: words });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Chooses from the list that a key has opened. */
async function choose(page: Page, list: string | RegExp, words: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: list });
  await typeInto(dialog.getByRole("combobox"), words);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
}

async function selectNode(page: Page, name: string | RegExp): Promise<void> {
  await nodeOf(page, name).focus();
  await press(page, "Escape", "Enter");
}

test("wires are cut, joined again and taken by a new node", async () => {
  const page = await stage.open(await stage.start());
  await selectNode(page, /^Shot 2/);
  await press(page, "Shift+C");
  await choose(page, /^Wires of Shot 2/, "Shot 1");
  await wire(page, "Wire from Shot 1 · The climb to Shot 2 · The lamp room: shots").waitFor({
    state: "detached",
  });
  await press(page, "Control+z");
  const first = wire(page, /^Wire from Shot 1.* to Shot 2.*: shots$/);
  await first.waitFor({ state: "attached" });

  await press(page, "Shift+A");
  await choose(page, "Add a node", "shot");
  await press(page, "Shift+I");
  await choose(page, /^Put Shot.* into a wire/, "Shot 1");
  await nodeOf(page, /^Shot 2, /).waitFor();
  await wire(page, "Wire from Shot 1 · The climb to Shot 2: shots").waitFor({ state: "attached" });
  await wire(page, "Wire from Shot 2 to Shot 3 · The lamp room: shots").waitFor({
    state: "attached",
  });
  await expect.poll(() => page.locator(":focus").getAttribute("aria-label")).toMatch(/^Shot 2, /);

  // Another source for a port that has one: it is connected anew.
  await selectNode(page, /^Shot 4/);
  await press(page, "c");
  await choose(page, /^Connect Shot 4/, "Shot 1");
  await wire(page, /^Wire from Shot 1.* to Shot \d · The answer: shots$/).waitFor({
    state: "attached",
  });
});

test("nodes are coloured, lined up, framed, sized, switched off, copied and changed together", async () => {
  const page = await stage.open(await stage.start());
  await selectNode(page, /The lamp room/);
  await press(page, "Shift+M");
  await page.getByRole("menuitem", { name: "Colour" }).focus();
  await press(page, "ArrowRight");
  await page.getByRole("menu", { name: "Colour" }).locator(":focus").waitFor();
  await press(page, "Enter");
  await page.getByRole("menu").first().waitFor({ state: "detached" });
  const tinted = nodeOf(page, /The lamp room/).locator("[style*='--tint']");
  await tinted.waitFor();
  await expect
    .poll(() => page.locator(":focus").getAttribute("aria-label"))
    .toMatch(/The lamp room/);

  await nodeOf(page, /The answer/).focus();
  await press(page, "Shift+Enter");
  await press(page, "ArrowDown", "ArrowDown");
  await nodeOf(page, /The lamp room/).focus();
  await press(page, "Control+b");
  await nodeOf(page, /The lamp room/)
    .getByText("bypassed")
    .waitFor();
  await press(page, "Control+m");
  await nodeOf(page, /The answer/)
    .getByText("muted")
    .waitFor();
  await nodeOf(page, /The climb/)
    .getByText("cut off")
    .waitFor();
  await press(page, "Control+m");
  await details(page).getByLabel("Seconds").first().waitFor();
  await press(page, "Alt+c");
  await expect
    .poll(async () => (await nodeOf(page, /The answer/).boundingBox())?.height)
    .toBeLessThan(40);
  await press(page, "Alt+c");
  await command(page, "Align left edges");
  const left = async (name: RegExp) => (await nodeOf(page, name).boundingBox())?.x;
  await expect
    .poll(async () => (await left(/The answer/)) === (await left(/The lamp room/)))
    .toBe(true);
  await press(page, "Control+z");

  await press(page, "Control+g");
  await typeInto(titleField(page), "Inside");
  await press(page, "Enter");
  const frame = nodeOf(page, /^Inside/);
  await frame.waitFor();
  const before = await frame.boundingBox();
  const width = details(page).getByRole("textbox", { name: "Width, px" });
  await width.focus();
  await press(page, "ArrowUp", "ArrowUp");
  await expect
    .poll(async () => (await frame.boundingBox())?.width)
    .toBeGreaterThan(before?.width ?? 0);

  await selectNode(page, /^Shot 1/);
  const shots = page.getByRole("application").locator("[data-type=shot]");
  expect(await shots.count()).toBe(3);
  await press(page, "Control+c", "Control+v");
  await expect.poll(() => shots.count()).toBe(4);
  const view = page.locator(".react-flow__viewport");
  const stands = await view.getAttribute("style");
  await press(page, "Escape", "ArrowRight");
  await expect.poll(() => view.getAttribute("style")).not.toBe(stands);
});
