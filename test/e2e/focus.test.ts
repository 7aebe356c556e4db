import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openPaidScene, openShots } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { boardTabs, command, inDialog, nodeOf, pay, runButton, typeInto } from "./window.ts";

const stage = makeStage();

/** What has the focus, as it is named; empty when nothing has. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null || element === document.body) return "";
    return element.ariaLabel ?? element.textContent?.trim() ?? element.tagName;
  });

const atFocus = (page: Page) => expect.poll(() => focused(page));

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("the focus stays where the work is: nodes, lists and dialogs", async () => {
  const page = await stage.open(await stage.start());
  const shot = nodeOf(page, /^Shot 2/);
  await shot.focus();
  // Whatever opens over the canvas gives the focus back to the node.
  for (const keys of ["Shift+A", "Control+Alt+z", "Control+k", "Control+,", "?", "Control+o"]) {
    await inDialog(page, keys);
    await atFocus(page).toMatch(/^Shot 2/);
  }
  await press(page, "Enter", "Control+f");
  await page.getByRole("search").waitFor();
  await press(page, "Escape");
  await atFocus(page).toMatch(/^Shot 2/);
  await press(page, "Shift+M");
  await page.getByRole("menu").waitFor();
  await press(page, "Escape");
  await atFocus(page).toMatch(/^Shot 2/);

  const clip = page
    .getByRole("toolbar", { name: /^Shots of the scene/ })
    .getByRole("button", { name: /^Shot 2 / });
  await clip.focus();
  for (const [keys, role] of [
    ["Control+Alt+z", "dialog"],
    ["Control+f", "search"],
  ] as const) {
    await press(page, keys);
    await page.getByRole(role).waitFor();
    await press(page, "Escape");
    await page.getByRole(role).waitFor({ state: "detached" });
    await clip.and(page.locator(":focus")).waitFor();
  }
  await shot.focus();

  // The neighbour of what was deleted; what is undone takes nothing along.
  await press(page, "Delete");
  await atFocus(page).toMatch(/^Shot 1/);
  await press(page, "Control+z");
  await shot.waitFor();
  await atFocus(page).toMatch(/^Shot 1/);
  await press(page, "Shift+A");
  await typeInto(page.getByRole("combobox"), "note");
  await press(page, "Enter");
  await atFocus(page).toBe("Note");
  await press(page, "Control+z");
  await nodeOf(page, "Note").waitFor({ state: "detached" });
  await atFocus(page).toMatch(/^Shot 1/);
  await press(page, "Control+Alt+z");
  await page.getByRole("combobox").waitFor();
  await press(page, "Enter");
  await atFocus(page).toMatch(/^Shot 1/);
  await nodeOf(page, /^Shot 1/).focus();
  const idAtFocus = () => page.locator(":focus").getAttribute("data-id");
  const original = await idAtFocus();
  await press(page, "Enter", "Control+d");
  await expect.poll(idAtFocus).not.toBe(original);

  // The same control when the panel around it is drawn anew, also after a load.
  await page.getByRole("radio", { name: "Timeline" }).focus();
  await press(page, "ArrowRight");
  await page.getByRole("grid").waitFor();
  await atFocus(page).toBe("Table");
  await press(page, "ArrowLeft");
  await page.getByRole("toolbar", { name: /^Shots of the scene/ }).waitFor();
  await atFocus(page).toBe("Timeline");
});

test("the keyboard jumps from part to part, and what it does is heard", async () => {
  const page = await stage.open(await stage.start());
  const shot = nodeOf(page, /^Shot 2/);
  const log = page.getByRole("log");
  const heard = (words: string | RegExp) => expect.poll(() => log.textContent()).toMatch(words);
  // What describes it comes after the board: nobody is told who was quicker.
  const described = async (): Promise<string | null> => {
    await shot.blur();
    await shot.focus();
    return shot.getAttribute("aria-description");
  };
  await expect.poll(described).toBe("From Shot 1 · The climb and Look. To Shot 3 · The answer.");
  await press(page, "Enter");
  await heard(/^1 node selected\.$/);
  await press(page, "Control+m");
  await heard(/^Mute Shot 2/);
  await press(page, "Control+z");
  await heard(/^Undo: Mute Shot 2/);
  await press(page, "Control+a");
  await heard(/^8 nodes selected\.$/);

  // A hand has seen where it drops something, the keyboard has not.
  const sentences = await log.evaluateHandle((element) => {
    const all: string[] = [];
    const note = (): unknown => all.push(element.textContent);
    new MutationObserver(note).observe(element, { subtree: true, characterData: true });
    return all;
  });
  const left = async (): Promise<number> => (await shot.boundingBox())?.x ?? 0;
  const before = await shot.boundingBox();
  const [x, y] = [(before?.x ?? 0) + 40, (before?.y ?? 0) + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(left).toBeGreaterThan((before?.x ?? 0) + 10);
  await press(page, "ArrowDown");
  await heard(/^Move 8 nodes\.$/);
  expect((await sentences.jsonValue()).filter((words) => words.startsWith("Move"))).toHaveLength(1);

  const parts = [/^Inspector$/, /^Shot\s*1/, /problem/i, /^The lighthouse keeper$/, /^Add nodes$/];
  for (const part of [...parts, /^Shot 2/]) {
    await press(page, "F6");
    await atFocus(page).toMatch(part);
  }
  await press(page, "Shift+F6");
  await atFocus(page).toMatch(/^Add nodes$/);
  await command(page, "Outline");
  await atFocus(page).toMatch(/^Element|^The keeper/);
  await press(page, "Escape");
  await command(page, "Shot table");
  await atFocus(page).toMatch(/^Waves break/);
  // While something is written, too: the field keeps what is written in it.
  await command(page, "Inspector");
  await press(page, "Tab");
  await press(page, "Tab");
  await press(page, "F6");
  await expect.poll(() => page.locator("[data-area=bottom] :focus").count()).toBe(1);

  // What lies under a dialog is out of reach of the clipboard.
  await press(page, "Control+,");
  await page.getByRole("dialog").getByRole("tab").first().focus();
  await press(page, "Control+x");
  await press(page, "Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await shot.waitFor();
});

test("a menu that is asked for before it is loaded opens at the button that was pressed", async () => {
  const page = await stage.open(await stage.start());
  const held = Promise.withResolvers<void>();
  await page.route(/\/Menu-[^/]+\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  const button = page.getByRole("button", { name: "Choose what Run does" });
  const pressed = await button.elementHandle();
  await button.press("Enter");
  expect(await button.getAttribute("aria-expanded")).toBe("true");
  held.resolve();
  const menu = page.getByRole("menu", { name: "Choose what Run does" });
  await menu.waitFor();
  await press(page, "Escape");
  await menu.waitFor({ state: "detached" });
  await expect.poll(() => pressed?.evaluate((it) => it === document.activeElement)).toBe(true);
  await press(page, "ArrowDown");
  await atFocus(page).toMatch(/^Animatic/);
  await press(page, "ArrowDown");
  await atFocus(page).toMatch(/^Kling/);
  await press(page, "Enter");
  await menu.waitFor({ state: "detached" });
  await expect.poll(() => pressed?.evaluate((it) => it === document.activeElement)).toBe(true);
  await button.click();
  await menu.getByRole("menuitemradio", { name: /^Kling/, checked: true }).waitFor();
});

test("the focus stays where the work is: boards and takes", async () => {
  const page = await openShots(stage, [3]);
  await nodeOf(page, /^Shot 1/).focus();
  await press(page, "Control+n");
  await page.getByText("An empty board").waitFor();
  await atFocus(page).toBe("Canvas");
  await press(page, "Control+w");
  await expect.poll(() => boardTabs(page).count()).toBe(1);
  await atFocus(page).toBe("Canvas");
  await press(page, "Control+n");
  await boardTabs(page).last().focus();
  await press(page, "Delete");
  await expect.poll(() => boardTabs(page).count()).toBe(1);
  await atFocus(page).toBe("Small");

  await runButton(page).click();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
  await page.getByRole("button", { name: "Takes" }).click();
  const library = page.getByRole("complementary", { name: "Takes" });
  await library.getByRole("button", { name: "More about take 1" }).click();
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await library.getByRole("button", { name: "More about take 1" }).waitFor({ state: "detached" });
  await expect
    .poll(() => library.evaluate((panel) => panel.contains(document.activeElement)))
    .toBe(true);
});

test("what becomes of a job is said, with its name", async () => {
  const page = await openShots(stage, [3]);
  await nodeOf(page, "Scene").waitFor();
  const log = page.getByRole("log");
  const said = await log.evaluateHandle((element) => {
    const sentences: string[] = [];
    const options = { childList: true, characterData: true, subtree: true };
    new MutationObserver(() => sentences.push(element.textContent ?? "")).observe(element, options);
    return sentences;
  });
  await press(page, "Control+Enter");
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
  // What follows at once on another state, as drawing on sending, is said in its place.
  const sentences = async (): Promise<string> => (await said.jsonValue()).join(" ");
  await expect.poll(sentences).toMatch(/^Scene: .*Scene: Drawing\. .*Scene: Done\.$/);
  expect(await log.getAttribute("aria-live")).toBe("polite");
});

test("a job that fails is said to have failed", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator);
  await pay(page);
  const log = page.getByRole("log");
  await simulator.seen("submit", 1);
  await expect.poll(() => log.textContent()).toBe("Scene: In queue.");
  simulator.posts()[0]?.fail();
  await expect.poll(() => log.textContent()).toMatch(/^Scene: Failed/);
});

test("a template opens as a board of its own, in the user's language, and the keyboard is on it", async () => {
  const page = await stage.open(await stage.start(), { locale: "pt-BR" });
  await page.getByRole("button", { name: "Modelos" }).click();
  await page.getByRole("button", { name: /^Filme de produto/ }).focus();
  await press(page, "Enter");
  await nodeOf(page, /^Plano 1/).waitFor();
  const isOnCanvas = () =>
    page.evaluate(() => document.querySelector("main")?.contains(document.activeElement) ?? false);
  await expect.poll(isOnCanvas).toBe(true);
  await press(page, "Enter", "Shift+A");
  await page.getByRole("combobox").waitFor();
  expect(await boardTabs(page).allInnerTexts()).toEqual(["A guardiã do farol", "Filme de produto"]);
});
