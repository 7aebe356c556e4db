import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { menuNames } from "../../shared/commands.ts";
import { knownCommands } from "../../shared/keyboard/keymap.ts";
import say from "../../renderer/locales/en/commands.json" with { type: "json" };
import { makeStage } from "./stage.ts";
import { details, nodeOf, runButton, titleField, typeInto } from "./window.ts";

const stage = makeStage();

async function add(page: Page, type: string): Promise<void> {
  await page.keyboard.press("Shift+A");
  const search = page.getByRole("dialog", { name: "Add a node" });
  await typeInto(search.getByRole("combobox"), type);
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "detached" });
}

/** Goes on with Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(":focus");
  for (let steps = 0; steps < 100; steps++) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) === 0) continue;
    const words = await focused.evaluate((element) => element.ariaLabel ?? element.textContent);
    if (words?.includes(name)) return;
  }
  throw new Error(`Tab never came to “${name}”`);
}

test("a board is made, wired, mended and run without a mouse", async () => {
  const page = await stage.open(await stage.start({ settings: { welcomed: true } }));
  await add(page, "shot");
  const shot = nodeOf(page, /^Shot/);
  await shot.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await typeInto(page.getByRole("textbox"), "A kite climbs into the wind.");
  await page.keyboard.press("Escape");
  await shot.getByText("A kite climbs into the wind.").waitFor();

  await add(page, "scene");
  const scene = nodeOf(page, "Scene");
  await page.keyboard.press("C");
  const connect = page.getByRole("dialog", { name: "Connect Scene to…" });
  await typeInto(connect.getByRole("combobox"), "shot");
  await page.keyboard.press("Enter");
  await page
    .getByRole("img", { name: "Wire from Shot 1 to Scene: shots" })
    .waitFor({ state: "attached" });

  const before = await scene.boundingBox();
  for (const keys of ["Shift+ArrowRight", "ArrowRight"]) await page.keyboard.press(keys);
  await expect.poll(async () => ((await scene.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBe(120);
  await page.keyboard.press("Control+z");
  await expect.poll(() => scene.boundingBox()).toEqual(before);

  await page.keyboard.press("Control+Enter");
  await details(page)
    .getByRole("tabpanel", { name: /^Problems/ })
    .waitFor();
  await tabTo(page, "Write it from the shots");
  await page.keyboard.press("Enter");
  await runButton(page).getByText("5 s · free").waitFor();
  await page.keyboard.press("Control+Enter");
  await scene.getByText("Take 1 · 5 s").waitFor();
});

test("the search finds commands and nodes, and gives the focus back", async () => {
  const page = await stage.open(await stage.start());
  await nodeOf(page, /^Shot 2/).focus();
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "Search" });
  await typeInto(search.getByRole("combobox"), "lamp room");
  await search.getByRole("option", { name: /^Shot 2 · The lamp room/ }).waitFor();
  await page.keyboard.press("Escape");
  await search.waitFor({ state: "detached" });
  await expect
    .poll(() => page.locator(":focus").evaluate((element) => element.ariaLabel))
    .toBe("Shot 2 · The lamp room, 4 seconds");

  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await typeInto(titleField(page), "The lens");
  await page.keyboard.press("Enter");
  await nodeOf(page, "Shot 2 · The lens, 4 seconds").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("the search adds a node of any kind", async () => {
  const page = await stage.open(await stage.start());
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "Search" });
  await search.getByRole("combobox").fill("note");
  await search.getByRole("group", { name: "Add a node" }).getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => nodeOf(page, /^Note/).count()).toBe(1);
});

test("a letter belongs to the canvas only while the canvas has the focus", async () => {
  const page = await stage.open(await stage.start());
  const shot = nodeOf(page, /^Shot 2/);
  await shot.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Request" }).focus();
  for (const keys of ["c", "Shift+A", "Delete"]) await page.keyboard.press(keys);
  expect(await page.getByRole("dialog").count()).toBe(0);
  await shot.focus();
  await page.keyboard.press("c");
  await page.getByRole("dialog", { name: /^Connect Shot 2/ }).waitFor();
});

test("the menu has what the list of commands has, and does it where the work is", async () => {
  const page = await stage.open(await stage.start());
  await nodeOf(page, /^Shot 2/).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Shotgraph menu" }).focus();
  await page.keyboard.press("Enter");
  const open = page.getByRole("menu");
  for (const name of menuNames) {
    const title = say.menu[name];
    await page.getByRole("menuitem", { name: title, exact: true }).press("ArrowRight");
    const menu = page.getByRole("menu", { name: title, exact: true });
    await menu.locator(":focus").waitFor();
    const items = menu.getByRole("menuitem");
    const placed = knownCommands.filter(({ id, menu }) => menu?.name === name && id !== "app.quit");
    expect(await items.count()).toBe(placed.length);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => open.count()).toBe(1);
  }
  // By its first letter; what opens a field is not robbed of the focus.
  await page.keyboard.press("n");
  const node = page.getByRole("menuitem", { name: "Node", exact: true });
  await node.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowRight");
  const dissolve = page.getByRole("menuitem", { name: /^Dissolve the frame/ });
  expect(await dissolve.getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("menuitem", { name: /^Rename/ }).press("Enter");
  await typeInto(titleField(page), "The lens");
  await page.keyboard.press("Enter");
  await nodeOf(page, "Shot 2 · The lens, 4 seconds").waitFor();
});

test("the search says what a command lacks, and stays until it can be done", async () => {
  const page = await stage.open(await stage.start());
  await page.keyboard.press("Control+k");
  const search = page.getByRole("dialog", { name: "Search" });
  await search.getByRole("combobox").fill("ctrl b");
  await search.getByRole("option", { name: "Bypass Select a node first Ctrl+B" }).waitFor();
  await page.keyboard.press("Enter");
  expect(await search.getByRole("option").allInnerTexts()).toHaveLength(1);
  await page.keyboard.press("Escape");
  await nodeOf(page, /^Shot 2/).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+k");
  await search.getByRole("combobox").fill("skip");
  await search.getByRole("option", { name: "Bypass Node Ctrl+B" }).waitFor();
  await page.keyboard.press("Enter");
  await search.waitFor({ state: "detached" });
});
