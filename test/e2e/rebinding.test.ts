import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { barriers } from "./barriers.ts";
import { makeStage } from "./stage.ts";
import { command, nodeOf, nodesOfType } from "./window.ts";

const stage = makeStage();

const settings = (page: Page) => page.getByRole("dialog", { name: "Settings" });
const row = (page: Page, name: string) =>
  settings(page)
    .getByRole("listitem")
    .filter({ has: page.getByText(name, { exact: true }) });
const keysOf = (page: Page, name: string): Promise<string[]> =>
  row(page, name)
    .getByRole("button", { name: /^Change / })
    .allInnerTexts();

async function openKeyboard(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Change keys…" }).click();
  await settings(page).getByRole("searchbox").waitFor();
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

test("a command is given other keys, which hold at once and after a restart", async () => {
  const app = await stage.start();
  const page = await stage.open(app);
  await openKeyboard(page);
  await settings(page).getByRole("searchbox").fill("duplicate");
  await row(page, "Duplicate").getByRole("button", { name: "Change Ctrl+D for Duplicate" }).click();
  await page.keyboard.press("j");
  await settings(page).getByText("Duplicate: J").waitFor();
  expect(await keysOf(page, "Duplicate")).toEqual(["J"]);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Change J for Duplicate");
  await close(page);

  await nodeOf(page, /^Shot 2/).focus();
  await page.keyboard.press("Enter");
  const shots = nodesOfType(page, "shot");
  const before = await shots.count();
  await page.keyboard.press("Control+d");
  await page.keyboard.press("j");
  await expect.poll(() => shots.count()).toBe(before + 1);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("duplicate");
  await page.getByRole("option", { name: /^Duplicate.*J$/ }).waitFor();
  await close(page);

  await page.close();
  await app.stop();
  const later = await stage.open(await stage.start({ dataDir: app.dataDir }));
  await nodeOf(later, /^Shot 3/).focus();
  await later.keyboard.press("Enter");
  const count = await nodesOfType(later, "shot").count();
  await later.keyboard.press("j");
  await expect.poll(() => nodesOfType(later, "shot").count()).toBe(count + 1);
});

test("keys in use are swapped or taken, and what was done is undone", async () => {
  const page = await stage.open(await stage.start());
  await command(page, "Change keys");
  const change = (keys: string, name: string) =>
    row(page, name).getByRole("button", { name: `Change ${keys} for ${name}` });
  await change("Ctrl+M", "Mute").click();
  await page.keyboard.press("Control+b");
  await settings(page).getByText("Ctrl+B is in use: Bypass").waitFor();
  await page.keyboard.press("Escape");
  await settings(page).getByText("Ctrl+B is in use: Bypass").waitFor({ state: "detached" });
  expect(await keysOf(page, "Mute")).toEqual(["Ctrl+M"]);

  await change("Ctrl+M", "Mute").click();
  await page.keyboard.press("Control+b");
  await settings(page).getByRole("button", { name: "Swap, Bypass gets Ctrl+M" }).click();
  await settings(page).getByText("Mute: Ctrl+B. Bypass: Ctrl+M.").waitFor();
  expect([await keysOf(page, "Mute"), await keysOf(page, "Bypass")]).toEqual([
    ["Ctrl+B"],
    ["Ctrl+M"],
  ]);
  await settings(page).getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(() => keysOf(page, "Mute")).toEqual(["Ctrl+M"]);

  await row(page, "Mute").getByRole("button", { name: "Add keys for Mute" }).click();
  await page.keyboard.press("Control+b");
  await settings(page).getByRole("button", { name: "Take it from there" }).click();
  await settings(page).getByText("Bypass no longer has it.").waitFor();
  expect([await keysOf(page, "Mute"), await keysOf(page, "Bypass")]).toEqual([
    ["Ctrl+M", "Ctrl+B"],
    [],
  ]);
  await row(page, "Bypass").getByRole("button", { name: "Give Bypass its usual keys" }).click();
  await expect.poll(() => keysOf(page, "Bypass")).toEqual(["Ctrl+B"]);
  expect(await keysOf(page, "Mute")).toEqual(["Ctrl+M"]);

  await change("Ctrl+M", "Mute").click();
  await page.keyboard.press("Backspace");
  await expect.poll(() => keysOf(page, "Mute")).toEqual([]);
  await settings(page).getByRole("button", { name: "Give all commands their usual keys" }).click();
  await expect.poll(() => keysOf(page, "Mute")).toEqual(["Ctrl+M"]);
});

test("keys that cannot be had are refused with a reason", async () => {
  const page = await stage.open(await stage.start());
  await command(page, "Change keys");
  await row(page, "Save").getByRole("button", { name: "Change Ctrl+S for Save" }).click();
  const refusals: readonly (readonly [string, RegExp])[] = [
    ["Tab", /Tab moves and chooses in every list/],
    ["Control+c", /Ctrl\+C stays with cut, copy, paste/],
    ["Control+a", /Ctrl\+A edits text/],
    ["Shift+F10", /Shift\+F10 opens menus/],
  ];
  for (const [keys, reason] of refusals) {
    await page.keyboard.press(keys);
    await settings(page).getByRole("alert").filter({ hasText: reason }).waitFor();
  }
  await page.keyboard.press("Escape");
  expect(await keysOf(page, "Save")).toEqual(["Ctrl+S"]);
  await settings(page).getByText("A browser keeps Ctrl+N for its tabs.").waitFor();
  expect(await row(page, "Copy").getByRole("button").count()).toBe(0);
});

test("keys in the file that cannot be pressed cost only their command, and that is said", async () => {
  const app = await stage.start({ settings: { keys: { "edit.duplicate": ["J"] } } });
  const file = join(app.dataDir, "settings.json");
  await app.stop();
  const kept = JSON.parse(await readFile(file, "utf8"));
  kept.keys["node.mute"] = ["Hyper+M"];
  await writeFile(file, JSON.stringify(kept));
  const page = await stage.open(await stage.start({ dataDir: app.dataDir }));
  await page.getByText("These commands have their usual keys: Mute").waitFor();
  await openKeyboard(page);
  await row(page, "Mute")
    .getByText(/so it has its usual ones/)
    .waitFor();
  expect([await keysOf(page, "Mute"), await keysOf(page, "Duplicate")]).toEqual([
    ["Ctrl+M"],
    ["J"],
  ]);
});

test.each(["dark", "light"] as const)("giving keys shuts nobody out: %s", async (colorScheme) => {
  const page = await stage.open(await stage.start(), { colorScheme });
  const found: string[] = [];
  const look = async (view: string): Promise<void> => {
    found.push(...(await barriers(page, { view, within: "[role=dialog]" })));
  };
  await command(page, "Change keys");
  await settings(page).getByRole("searchbox").waitFor();
  await look("the Keyboard page");
  const mute = row(page, "Mute").getByRole("button", { name: "Change Ctrl+M for Mute" });
  await mute.click();
  await page.keyboard.press("Tab");
  await settings(page).getByRole("alert").waitFor();
  await look("keys are refused");
  await page.keyboard.press("Control+b");
  await settings(page).getByRole("button", { name: /^Swap/ }).waitFor();
  await look("keys are in use");
  await page.getByRole("tab", { name: "Canvas" }).click();
  await page.getByRole("radio", { name: /^Mouse/ }).waitFor();
  await look("the Canvas page");
  expect(found).toEqual([]);
});
