import { expect, test } from "vitest";
import { makeStage } from "./stage.ts";
import { playTake, watch } from "./takes.ts";
import { boardTabs, kept, nodeOf, runButton } from "./window.ts";

const stage = makeStage();

test("the first start shows a board that runs at once, and a restart keeps what it left", async () => {
  const app = await stage.start();
  const page = await stage.open(app);
  const tab = page.getByRole("tab", { name: "The lighthouse keeper" });
  await tab.waitFor();
  await nodeOf(page, "Shot 1 · The climb, 5 seconds").waitFor();
  await nodeOf(page, "Shot 2 · The lamp room, 4 seconds").waitFor();
  await nodeOf(page, "Shot 3 · The answer, 3 seconds").waitFor();
  const scene = nodeOf(page, "The keeper");
  await scene.getByText("No take yet").waitFor();
  await page.getByRole("button", { name: "No problems" }).waitFor();
  expect(await runButton(page).innerText()).toMatch(/Render animatic\s+12 s · free/);

  const ranges: number[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".mp4")) ranges.push(response.status());
  });
  await runButton(page).click();
  await scene.getByText(/^\d+ of 288 frames$/).waitFor();
  await scene.getByText(/^Take 1 · 12 s$/).waitFor();
  await scene.getByRole("img", { name: "Frame of take 1" }).waitFor();
  await scene.getByText("Done", { exact: true }).waitFor();

  const seen = await watch(await playTake(page, "The keeper"));
  expect(seen).toMatchObject({ width: 1280, height: 720 });
  expect(Math.abs(seen.seconds - 12)).toBeLessThanOrEqual(1 / 24);
  expect(seen.at).toBeCloseTo(seen.seconds * 0.6, 2);
  expect(new Set(ranges)).toEqual(new Set([206]));

  await page.close();
  await app.stop();
  const again = await stage.start({ dataDir: app.dataDir });
  const later = await stage.open(again);
  await later.getByRole("tab", { name: "The lighthouse keeper" }).waitFor();
  expect(await boardTabs(later).count()).toBe(1);
  await nodeOf(later, "The keeper").getByText("Take 1 · 12 s").waitFor();
  expect(await watch(await playTake(later, "The keeper"))).toEqual(seen);
});

test("the boards that were open come back in their order", async () => {
  const app = await stage.start();
  const page = await stage.open(app);
  const drafts = kept(page, '"title":"Product spot"');
  await page.getByRole("button", { name: "Templates" }).click();
  await page.getByRole("button", { name: /Product spot/ }).click();
  await drafts;
  await page.close();
  await app.stop("SIGKILL");

  const later = await stage.open(await stage.start({ dataDir: app.dataDir }));
  const tabs = boardTabs(later);
  await tabs.first().waitFor();
  expect(await tabs.allInnerTexts()).toEqual(["The lighthouse keeper", "Product spot"]);
});
