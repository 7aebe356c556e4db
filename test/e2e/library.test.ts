import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { putBoard, shotsOf, story } from "./boards.ts";
import { makeStage } from "./stage.ts";
import { playTake } from "./takes.ts";
import { boardTabs, nodeOf, openBoard, runButton } from "./window.ts";

const stage = makeStage();

/** A window whose board has one take, with the library open. */
async function withTake() {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Dunes", story({ title: "Dunes", shots: shotsOf(3) }));
  const page = await stage.open(app);
  await openBoard(page, "Dunes");
  await runButton(page).click();
  await nodeOf(page, "Scene")
    .getByText(/^Take 1 · 3 s$/)
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
  const lost = nodeOf(page, /^Shot 1/);
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

test("star, name and note are given in the player too, in step with the library, and the film goes on", async () => {
  const { page, library } = await withTake();
  await library.getByRole("button", { name: /^Play Take 1/ }).click();
  const player = page.getByRole("region", { name: "Player" });
  await hold(player);
  const position = player.getByRole("slider", { name: "Position" });
  await page.keyboard.press("ArrowRight");
  const at = await position.inputValue();
  expect(Number(at)).toBeGreaterThan(0);

  const star = player.getByRole("button", { name: "Star" });
  await star.hover();
  await page.getByRole("tooltip").getByText("S", { exact: true }).waitFor();
  await page.keyboard.press("s");
  await library.getByRole("img", { name: "Starred" }).waitFor();
  await player.getByRole("button", { name: "Remove the star", pressed: true }).waitFor();
  await page.keyboard.press("n");
  await player.getByRole("textbox", { name: "Name" }).fill("The slow climb");
  await player.getByRole("textbox", { name: "Note" }).fill("Nicest fog so far");
  await player.getByRole("button", { name: "Save" }).click();
  await library.getByRole("button", { name: /^Play The slow climb/ }).waitFor();
  await player.getByText("Nicest fog so far").waitFor();
  await player.getByRole("option", { name: /^★ The slow climb · / }).waitFor({ state: "attached" });
  expect(await position.inputValue()).toBe(at);

  // What is begun and left by Escape changes nothing, and the player stays open with its keys.
  await page.keyboard.press("n");
  await player.getByRole("textbox", { name: "Name" }).fill("Another");
  await player.getByRole("button", { name: "Save" }).press("Escape");
  await page.keyboard.press("s");
  await library.getByRole("img", { name: "Starred" }).waitFor({ state: "detached" });
  await library.getByRole("button", { name: /^Play The slow climb/ }).waitFor();
  await page.keyboard.press("Escape");
  await player.waitFor({ state: "detached" });
});

/** Holds the film once it has begun, be it over by then. */
async function hold(player: Locator): Promise<void> {
  await player.locator("video").evaluate(async (video) => {
    if (!(video instanceof HTMLVideoElement)) throw new Error("There is no video");
    if (video.paused && video.played.length === 0) {
      await new Promise((done) => video.addEventListener("play", done, { once: true }));
    }
    video.pause();
  });
  // The player itself hears of it later: whoever seeks before that lets the film go on.
  await player.getByRole("button", { name: "Play", exact: true }).waitFor();
}

test("the player is a shuttle: faster with each press, backwards, and still", async () => {
  const { page, library } = await withTake();
  await library.getByRole("button", { name: /^Play Take 1/ }).click();
  const player = page.getByRole("region", { name: "Player" });
  await hold(player);
  // A shot that is repeated never ends, however slow the machine is.
  await page.keyboard.press("r");
  const video = player.locator("video");
  const rate = player.getByRole("status");
  const isPlaying = () => video.evaluate((film: HTMLVideoElement) => !film.paused);
  const pace = () => video.evaluate((film: HTMLVideoElement) => film.playbackRate);
  await page.keyboard.press("l");
  await player.getByRole("button", { name: "Pause" }).waitFor();
  expect(await rate.innerText()).toBe("");
  for (const speed of [2, 4]) {
    await page.keyboard.press("l");
    await rate.getByText(`${speed}×`).first().waitFor();
    expect(await pace()).toBe(speed);
  }
  await expect.poll(isPlaying).toBe(true);

  await page.keyboard.press("j");
  await rate.getByText("1× backwards").waitFor();
  await player.getByRole("button", { name: "Pause" }).waitFor();
  // It goes from moment to moment, and comes to the end of the shot again.
  await video.evaluate(
    (film: HTMLVideoElement) =>
      new Promise<void>((done) => {
        let before = film.currentTime;
        let steps = 0;
        film.addEventListener("seeked", () => {
          steps = film.currentTime < before ? steps + 1 : 0;
          before = film.currentTime;
          if (steps === 3) done();
        });
      }),
  );
  expect(await isPlaying()).toBe(false);
  await page.keyboard.press("k");
  await player.getByRole("button", { name: "Play", exact: true }).waitFor();
  expect(await rate.innerText()).toBe("");
  await page.keyboard.press(" ");
  await player.getByRole("button", { name: "Pause" }).waitFor();
  expect(await pace()).toBe(1);
});

test("a take is starred, named and noted, found by its words, deleted and brought back", async () => {
  const { app, page, library } = await withTake();
  const take = library.getByRole("button", { name: /^Play Take 1/ });
  await aboutTake(page, "Star");
  await library.getByRole("img", { name: "Starred" }).waitFor();
  await aboutTake(page, "Name and note…");
  await library.getByRole("textbox", { name: "Name" }).and(page.locator(":focus")).waitFor();
  await library.getByRole("textbox", { name: "Name" }).fill("The slow climb");
  await library.getByRole("textbox", { name: "Note" }).fill("Nicest fog so far");
  await library.getByRole("button", { name: "Save" }).click();
  const named = library.getByRole("button", { name: /^Play The slow climb/ });
  await named.and(page.locator(":focus")).waitFor();

  const search = library.getByRole("searchbox", { name: "Search takes" });
  await search.fill("desert");
  await library.getByText("No take fits").waitFor();
  // Words of the name and of the first shot's prompt.
  await search.fill("SLOW kite");
  await named.waitFor();
  await search.fill("");
  await library.getByRole("button", { name: "Filters" }).click();
  await library.getByRole("combobox", { name: "Show" }).selectOption("Starred");
  await named.waitFor();

  await aboutTake(page, /^Delete/);
  await library.getByText("All takes are in the bin").waitFor();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await named.waitFor();

  await aboutTake(page, /^Delete/);
  await library.getByText("All takes are in the bin").waitFor();
  await page.reload();
  await page.getByRole("banner").waitFor();
  if ((await library.count()) === 0) await page.getByRole("button", { name: "Takes" }).click();
  await library.getByRole("button", { name: "Show the bin" }).click();
  await library.getByText("1 take in the bin").waitFor();
  await named.waitFor();
  await library.getByRole("button", { name: "Empty the bin" }).click();
  await library.getByRole("button", { name: "Delete for good" }).click();
  await library.getByText("No takes yet").waitFor();
  const left = await readdir(join(app.dataDir, "takes"), { recursive: true });
  expect(left.filter((name) => name.endsWith(".mp4"))).toEqual([]);
  expect(await take.count()).toBe(0);
});

test("a film plays on in the same video while the canvas behind it goes far away", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  const board = JSON.parse(story({ title: "Dunes", shots: shotsOf(3) })) as {
    layout: { [id: string]: { x: number; y: number } };
  };
  await putBoard(
    app,
    "Dunes",
    JSON.stringify({ ...board, layout: { ...board.layout, settings: { x: -20_000, y: 0 } } }),
  );
  const page = await stage.open(app);
  await openBoard(page, "Dunes");
  await page.getByRole("button", { name: "Outline" }).click();
  const outline = page.getByRole("complementary", { name: "Outline" });
  await outline.getByRole("option", { name: /^Shot 1/ }).click();
  await runButton(page).click();
  const scene = nodeOf(page, "Scene");
  await scene.getByText(/^Take 1 · 3 s$/).waitFor();
  const player = await playTake(page, "Scene");
  const video = await player.locator("video").elementHandle();
  await outline.getByRole("option", { name: /^Settings/ }).click();
  await scene.waitFor({ state: "detached" });
  await nodeOf(page, "Settings").waitFor();
  expect(await video?.evaluate((element) => element.isConnected)).toBe(true);
  expect(await player.locator("video").count()).toBe(1);
});
