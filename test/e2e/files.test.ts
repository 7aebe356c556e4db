import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { makeStage } from "./stage.ts";
import {
  boardTabs,
  closeTab,
  details,
  header,
  kept,
  nodeOf,
  openBoard,
  shotOf,
  titleField,
  typeInto,
} from "./window.ts";

const stage = makeStage();
const titleOf = (page: Page) => details(page).getByRole("textbox", { name: "Title of the board" });
const tabNamed = (page: Page, name: string) => page.getByRole("tab", { name });
const unsaved = (page: Page) => page.getByRole("tab").getByRole("img", { name: "Not saved" });
const savedTitle = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(path, "utf8")).title;

test("a board is saved under a name, changed, saved again and opened again", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const page = await stage.open(app);
  await titleOf(page).fill("Kites");
  await unsaved(page).waitFor();
  await page.keyboard.press("Control+s");
  const save = page.getByRole("dialog", { name: "Save the board" });
  const name = save.getByRole("textbox", { name: "Name" });
  await expect.poll(() => name.inputValue()).toBe("Kites");
  await name.fill("first/kite");
  await save.getByText("A file's name cannot contain").waitFor();
  await name.fill("First kite");
  await save.getByRole("button", { name: "Save", exact: true }).click();
  await save.waitFor({ state: "detached" });
  await tabNamed(page, "First kite").waitFor();
  await unsaved(page).waitFor({ state: "detached" });
  const path = join(app.dataDir, "boards", "First kite.shotgraph");
  expect(await savedTitle(path)).toBe("Kites");

  await titleOf(page).fill("More kites");
  await unsaved(page).waitFor();
  await page.keyboard.press("Control+s");
  await unsaved(page).waitFor({ state: "detached" });
  expect(await savedTitle(path)).toBe("More kites");

  await page.keyboard.press("Control+Shift+s");
  await name.fill("First kite");
  await save.getByRole("button", { name: "Save", exact: true }).click();
  await save.getByText("“First kite” exists already.").waitFor();
  await name.fill("Second kite");
  await save.getByRole("button", { name: "Save", exact: true }).click();
  await tabNamed(page, "Second kite").waitFor();
  await openBoard(page, "First kite");
  expect(await boardTabs(page).allInnerTexts()).toEqual(["Second kite", "First kite"]);
});

test("Ctrl+S saves also what is being written in the table, in a title and on a face", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const path = await putBoard(app, "Kite", story({ shots: shotsOf(3, 4) }));
  const page = await stage.open(app);
  await openBoard(page, "Kite");
  const saved = async (words: string): Promise<void> => {
    await page.keyboard.press("Control+s");
    await expect.poll(() => readFile(path, "utf8")).toContain(words);
    await unsaved(page).waitFor({ state: "detached" });
  };
  await page.getByRole("radio", { name: "Table" }).click();
  const table = page.getByRole("grid", { name: "Shot table" });
  const cell = table.getByRole("gridcell", { name: /^Look 1/ });
  await cell.focus();
  await page.keyboard.press("s");
  await saved('"prompt": "s"');
  await page.keyboard.type("and flies");
  await saved("sand flies");
  await page.keyboard.press("Escape");
  await cell.waitFor();
  await unsaved(page).waitFor();

  await shotOf(page, 2).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await typeInto(titleField(page), "The thermal");
  await saved("The thermal");
  await page.keyboard.press("Control+f");
  await page.getByRole("search").waitFor();
  await page.keyboard.press("Escape");

  const shot = nodeOf(page, /^Shot 2 · The thermal/);
  await shot.getByText("Look 2").dblclick({ timeout: 5000 });
  await typeInto(shot.getByRole("textbox"), " Thermals.");
  await saved("dunes. Thermals.");
});

test("a tab with unsaved work asks before it closes", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const path = await putBoard(app, "Kite", story({ title: "Before", shots: shotsOf(3) }));
  const page = await stage.open(app);
  await openBoard(page, "Kite");
  await titleOf(page).fill("After");
  const question = page.getByRole("dialog", { name: "Save “Kite” before closing?" });
  await closeTab(page, "Kite");
  await question.getByRole("button", { name: "Cancel" }).click();
  await tabNamed(page, "Kite").waitFor();
  await closeTab(page, "Kite");
  await question.getByRole("button", { name: "Don't save" }).click();
  await tabNamed(page, "Kite").waitFor({ state: "detached" });
  expect(await savedTitle(path)).toBe("Before");

  await openBoard(page, "Kite");
  expect(await titleOf(page).inputValue()).toBe("Before");
  await titleOf(page).fill("At last");
  await page.keyboard.press("Control+w");
  await question.getByRole("button", { name: "Save" }).last().click();
  await tabNamed(page, "Kite").waitFor({ state: "detached" });
  expect(await savedTitle(path)).toBe("At last");
});

test("a file that another program has changed is not written over without a word", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const path = await putBoard(app, "Kite", story({ title: "Before", shots: shotsOf(3) }));
  const page = await stage.open(app);
  await openBoard(page, "Kite");
  await writeFile(path, story({ title: "Theirs", shots: shotsOf(3, 3) }));
  await titleOf(page).fill("Mine");
  await page.keyboard.press("Control+s");
  const question = page.getByRole("dialog", { name: /was changed by another program/ });
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await savedTitle(path)).toBe("Theirs");
  await unsaved(page).waitFor();

  await page.keyboard.press("Control+s");
  await question.getByRole("button", { name: "Replace it" }).click();
  await unsaved(page).waitFor({ state: "detached" });
  expect(await savedTitle(path)).toBe("Mine");
});

test("a file that cannot be opened says why, and the open board stays", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const good = story({ title: "Good", shots: shotsOf(3) });
  await putBoard(app, "Good", good);
  await putBoard(app, "Foreign", '{"nodes": []}');
  await putBoard(app, "Torn", good.slice(0, 400));
  await putBoard(app, "Wrong", good.replace('"seconds": 3', '"seconds": "three"'));
  await putBoard(app, "Merged", `<<<<<<< ours\n${good}`);
  const page = await stage.open(app);
  await openBoard(page, "Good");
  const sentences = {
    Foreign: /^“Foreign\.shotgraph” is not a Shotgraph board\.$/,
    Torn: /^“Torn\.shotgraph” is damaged: .*not JSON/,
    Wrong:
      /^“Wrong\.shotgraph” is damaged: at nodes › shot1 › params › seconds, a whole number is needed/,
    Merged: /^“Merged\.shotgraph” is damaged: line 1 still has the marks of a merge conflict\.$/,
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    await page.keyboard.press("Control+o");
    await page
      .getByRole("dialog")
      .getByRole("option", { name: new RegExp(`^${name}`) })
      .click();
    const notice = page.getByRole("status").getByText(sentence);
    await notice.waitFor();
  }
  expect(await boardTabs(page).allInnerTexts()).toEqual(["Good"]);
  expect(await titleOf(page).inputValue()).toBe("Good");
});

/** Opens a board that can be looked at and not be changed. */
async function openNewer(): Promise<Page> {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Newer", story({ title: "Newer", shots: shotsOf(3), formatVersion: 99 }));
  const page = await stage.open(app);
  await openBoard(page, "Newer");
  await page.getByRole("contentinfo").getByText("From a newer version: read only").waitFor();
  return page;
}
const cannotChange = "This board is from a newer version and cannot be changed here.";

test("a board of a newer version can be looked at and not be changed", async () => {
  const page = await openNewer();
  await shotOf(page, 1).click(header);
  await page.keyboard.press("Delete");
  await page.getByRole("contentinfo").getByText("1 shot · 1 scene").waitFor();
  expect(await unsaved(page).count()).toBe(0);
});

test("whatever would change a board of a newer version says why it does not", async () => {
  const page = await openNewer();
  const said = page.getByRole("status").getByText(cannotChange);
  const keys = ["Delete", "Control+d", "Control+g", "p", "Control+m", "Alt+c", "F2", "r", "c"];
  for (const key of [...keys, "Control+Shift+l", "Control+x", "Control+v", "ArrowDown", "Enter"]) {
    await shotOf(page, 1).click(header);
    await said.waitFor({ state: "detached" });
    await page.keyboard.press(key);
    await said.waitFor();
  }
  await shotOf(page, 1).click({ ...header, button: "right" });
  for (const name of [/^Rename/, /^Cut/, /^Mute/, /^Disconnect/, /^Delete/]) {
    const item = page.getByRole("menuitem", { name, disabled: true });
    expect(await item.getAttribute("title")).toBe(cannotChange);
  }
  await page.getByRole("menuitem", { name: /^Copy/, disabled: false }).click();

  const timeline = page.getByRole("region", { name: "Timeline" });
  for (const name of ["Lock this length", "Add a shot after this one", "Add a shot at the end"]) {
    const button = timeline.getByRole("button", { name, disabled: true, includeHidden: true });
    expect(await button.getAttribute("title")).toBe(cannotChange);
  }
  await timeline.getByRole("button", { name: /^Shot 1 / }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await said.waitFor();
});

test("what changes nothing can be pressed in the details of a board of a newer version", async () => {
  const page = await openNewer();
  await shotOf(page, 1).click(header);
  const words = details(page).getByRole("textbox", { name: /^What happens/, disabled: true });
  await words.waitFor();
  await nodeOf(page, "Scene").click(header);
  await details(page).getByRole("textbox", { name: "Title", disabled: true }).waitFor();
  await details(page).getByRole("button", { name: "More", exact: true }).click();
  await details(page).getByRole("button", { name: "Show the request" }).click();
  const tab = details(page).getByRole("tab", { name: "Request" });
  await expect.poll(() => tab.getAttribute("aria-selected")).toBe("true");
});

test("a board of a newer version says at once that it cannot be saved", async () => {
  const page = await openNewer();
  const said = page.getByRole("status").getByText(/cannot be saved here without losing something/);
  for (const [i, keys] of ["Control+s", "Control+Shift+s"].entries()) {
    await page.keyboard.press(keys);
    await expect.poll(() => said.count()).toBe(i + 1);
    expect(await page.getByRole("dialog").count()).toBe(0);
  }
});

test("boards from another folder are found among the recent ones", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Kite", story({ shots: shotsOf(3) }));
  const page = await stage.open(app);
  const opened = kept(page, "Kite.shotgraph");
  await openBoard(page, "Kite");
  await opened;
  await page.close();
  await app.stop();
  const boardsFolder = join(app.dataDir, "elsewhere");
  const again = await stage.start({
    dataDir: app.dataDir,
    settings: { welcomed: true, boardsFolder },
  });
  const later = await stage.open(again);
  await closeTab(later, "Kite");
  await later.keyboard.press("Control+o");
  const recent = later.getByRole("dialog").getByRole("group", { name: "Recently open" });
  await recent.getByRole("option", { name: /^Kite/ }).click();
  await tabNamed(later, "Kite").waitFor();
  expect(await boardTabs(later).count()).toBe(1);
});

test("what was written last is kept although the page goes at once", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const page = await stage.open(app);
  const drafts = (): Promise<readonly string[]> =>
    readdir(join(app.dataDir, "drafts"))
      .then((names) =>
        Promise.all(names.map((name) => readFile(join(app.dataDir, "drafts", name), "utf8"))),
      )
      .catch(() => []);
  await titleOf(page).fill("Written in the last moment");
  await page.goto("about:blank");
  await expect.poll(async () => (await drafts()).join("\n")).toContain("in the last moment");
});

test("of two windows that show the same board neither costs the other its work", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Kite", story({ title: "Kite", shots: shotsOf(3) }));
  const first = await stage.open(app);
  const opened = kept(first, "Kite.shotgraph");
  await openBoard(first, "Kite");
  await opened;
  const second = await stage.open(app);
  await tabNamed(second, "Kite").waitFor();

  const written = kept(first, "First kite");
  await titleOf(first).fill("First kite");
  await written;
  await titleOf(second).fill("Second kite");
  await second.getByText("“Second kite” is also being changed in another window.").waitFor();
  await expect.poll(async () => (await readdir(join(app.dataDir, "drafts"))).length).toBe(2);
  await first.reload();
  await boardTabs(first).nth(1).waitFor();
  const titles: string[] = [];
  for (const tab of await boardTabs(first).all()) {
    await tab.click();
    titles.push(await titleOf(first).inputValue());
  }
  expect(titles.toSorted()).toEqual(["First kite", "Second kite"]);
});
