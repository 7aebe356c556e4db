import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { boardTabs, nodeOf, runButton } from "./window.ts";

const stage = makeStage();

/** A window whose board has one take, with the library open. */
async function withTake() {
  const app = await stage.start();
  const page = await stage.open(app);
  await runButton(page).click();
  await nodeOf(page, "The keeper")
    .getByText(/^Take 1 · 12 s$/)
    .waitFor();
  await page.getByRole("button", { name: "Takes" }).click();
  const library = page.getByRole("complementary", { name: "Takes" });
  await library
    .getByRole("button", { name: /Take 1/ })
    .first()
    .waitFor();
  return { app, page, library };
}

async function aboutTake(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "More about take 1" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a take opens the graph as it was run, beside what has become of it", async () => {
  const { page, library } = await withTake();
  const lost = nodeOf(page, /^Shot 3/);
  await lost.click({ position: { x: 20, y: 10 } });
  await page.keyboard.press("Delete");
  await lost.waitFor({ state: "detached" });

  await aboutTake(page, /^Open its board/);
  await lost.waitFor();
  expect(await boardTabs(page).count()).toBe(2);
  await boardTabs(page).first().click();
  await lost.waitFor({ state: "detached" });

  await library.getByRole("button", { name: /^Play Take 1/ }).click();
  const player = page.getByRole("region", { name: "Player" });
  await player.getByRole("button", { name: "Open its board, as it was run" }).click();
  await player.waitFor({ state: "detached" });
  await lost.waitFor();
  expect(await boardTabs(page).count()).toBe(3);
});
