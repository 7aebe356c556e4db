import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { nodeOf } from "./window.ts";

const stage = makeStage();

async function openSettings(page: Page) {
  await page.keyboard.press("Control+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.waitFor();
  return settings;
}

const inPage = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((secret) => {
    const fields = [...document.querySelectorAll("input, textarea")];
    const texts = [
      document.documentElement.outerHTML,
      ...fields.map((field) => ("value" in field ? String(field.value) : "")),
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      document.cookie,
    ];
    return texts.some((text) => String(text).includes(secret));
  }, words);

test("a token is set, tested and removed, and never shown again", async () => {
  const simulator = await stage.simulate({ token: "good-token-0815", balanceUsd: 64.1 });
  const app = await stage.start({ env: { RUNCOMFY_MODEL_API_BASE: simulator.baseUrl } });
  const page = await stage.open(app);
  const settings = await openSettings(page);
  await settings.getByText("No token is set.").waitFor();
  const field = settings.getByLabel("API token");
  const save = settings.getByRole("button", { name: "Save token" });

  await field.fill("has a space");
  await settings.getByText(/That is not a token/).waitFor();
  expect(await save.isDisabled()).toBe(true);

  await field.fill("wrong-token-4711");
  expect(await save.isDisabled()).toBe(true);
  await settings.getByRole("switch", { name: "Keep it in a plain file all the same" }).click();
  await save.click();
  await settings.getByText(/RunComfy refused the token/).waitFor();
  expect(await inPage(page, "wrong-token-4711")).toBe(false);

  const another = settings.getByLabel("Another API token");
  await another.fill("good-token-0815");
  await save.click();
  await settings.getByText("The token works. Balance: $64.10").waitFor();
  expect(await another.inputValue()).toBe("");
  expect(await inPage(page, "good-token-0815")).toBe(false);
  await page.keyboard.press("Escape");
  await page.getByText("Balance $64.10").waitFor();

  await page.reload();
  await page.getByRole("banner").waitFor();
  const later = await openSettings(page);
  await later.getByText("Set, and kept in a plain file").waitFor();
  await later.getByRole("button", { name: "Test", exact: true }).click();
  await later.getByText("The token works. Balance: $64.10").waitFor();
  expect(await inPage(page, "good-token-0815")).toBe(false);
  await later.getByRole("button", { name: "Remove" }).click();
  await later.getByText(/The token is removed from this computer/).waitFor();
  await later.getByText("No token is set.").waitFor();
  expect(await readdir(app.dataDir)).not.toContain("token.txt");
  expect(simulator.count("submit")).toBe(0);
});

test("a token of the environment is used and cannot be changed here", async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({
    env: { RUNCOMFY_MODEL_API_BASE: simulator.baseUrl, RUNCOMFY_API_TOKEN: simulator.token },
  });
  const page = await stage.open(app);
  const settings = await openSettings(page);
  await settings.getByText(/Set by RUNCOMFY_API_TOKEN in the environment/).waitFor();
  expect(await settings.getByLabel(/API token/).count()).toBe(0);
  expect(await settings.getByRole("button", { name: "Remove" }).count()).toBe(0);
});

test("theme and language change at once and are kept", async () => {
  const app = await stage.start();
  const page = await stage.open(app, { colorScheme: "dark" });
  const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
  expect(await theme()).toBe("dark");
  const settings = await openSettings(page);
  await settings.getByRole("radio", { name: "Light" }).click();
  await expect.poll(theme).toBe("light");
  await settings.getByLabel("Language").selectOption("Português (Brasil)");
  const portuguese = page.getByRole("dialog", { name: "Configurações" });
  await portuguese.waitFor();
  await page.keyboard.press("Escape");
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Gerar animatic/ })
    .waitFor();
  await nodeOf(page, /^Plano 1 · The climb, 5 segundos$/).waitFor();
  await page.getByText("Geral · grua sobe").waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("pt-BR");

  // The board comes back from its copy, which is written a moment after it has changed.
  const copies = (): Promise<readonly string[]> =>
    readdir(join(app.dataDir, "drafts")).catch(() => []);
  await expect.poll(copies).toEqual([expect.stringMatching(/^[^.].*\.json$/)]);
  await page.close();
  await app.stop();
  const later = await stage.open(await stage.start({ dataDir: app.dataDir }));
  await nodeOf(later, /^Plano 1 · The climb, 5 segundos$/).waitFor();
  expect(await later.evaluate(() => document.documentElement.dataset["theme"])).toBe("light");
});

test("an unset theme and language follow the reader's system", async () => {
  const app = await stage.start();
  const page = await stage.open(app, { colorScheme: "light", locale: "pt-BR" });
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("light");
  await nodeOf(page, /^Plano 1/).waitFor();
});

test("folders are checked when they are chosen", async () => {
  const app = await stage.start();
  const page = await stage.open(app);
  const settings = await openSettings(page);
  const takes = settings.getByRole("textbox", { name: "Takes" });
  await takes.fill("relative/folder");
  await takes.press("Enter");
  await settings.getByText("Give the whole path, from the root of the disk.").waitFor();
  await takes.fill(join(app.dataDir, "my takes"));
  await takes.press("Enter");
  await settings.getByText("Give the whole path").waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("banner").waitFor();
  const again = await openSettings(page);
  expect(await again.getByRole("textbox", { name: "Takes" }).inputValue()).toBe(
    join(app.dataDir, "my takes"),
  );
});

test("a page of the settings stands there as soon as it is loaded", async () => {
  const page = await stage.open(await stage.start({ settings: { welcomed: true } }));
  await page.clock.install();
  await page.reload();
  await page.getByRole("banner").waitFor();
  const settings = await openSettings(page);
  // From here on no timer goes off: what waited for one would never come.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await settings.getByRole("tab", { name: "Keyboard" }).click();
  const search = settings.getByRole("searchbox", { name: "Find a command or keys" });
  await expect.poll(() => search.isVisible()).toBe(true);
});
