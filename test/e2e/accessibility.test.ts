import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { barriers } from "./barriers.ts";
import { putBoard, shotsOf, story } from "./boards.ts";
import { startPaid } from "./openings.ts";
import { kite } from "./requests.ts";
import { makeStage } from "./stage.ts";
import {
  command,
  details,
  inDialog,
  nodeOf,
  openBoard,
  pasteRequest,
  pay,
  runButton,
  showTab,
} from "./window.ts";

const stage = makeStage();

const panels = ["Add nodes", "Templates", "Outline", "Takes", "Jobs", "Problems"] as const;
const dialogs = [
  ["Control+,", "Settings"],
  ["Control+o", "Open a board"],
  ["Control+Shift+s", "Save the board"],
  ["Control+Alt+v", "Paste a request"],
  ["Control+k", "Search"],
  ["?", "Keyboard shortcuts"],
] as const;

test.each(["dark", "light"] as const)("nothing shuts anybody out: %s", async (colorScheme) => {
  const app = await stage.start();
  await putBoard(app, "Broken", story({ shots: shotsOf(2, 16), scene: { summary: "" } }));
  const page = await stage.open(app, { colorScheme });
  const found: string[] = [];
  const onlyColors = colorScheme === "light";
  const look = async (view: string, within?: string): Promise<void> => {
    found.push(...(await barriers(page, { view, onlyColors, ...(within && { within }) })));
  };
  await nodeOf(page, /^Shot 1/).click({ position: { x: 40, y: 10 } });
  await details(page).getByRole("heading", { name: "Shot 1" }).waitFor();
  await look("a shot selected");
  await nodeOf(page, "Settings").click({ position: { x: 40, y: 10 } });
  await details(page).getByRole("heading", { name: "Settings" }).waitFor();
  await look("settings selected", "aside");
  await (await showTab(page, "Request")).getByRole("group", { name: /^The request/ }).waitFor();
  await look("request", "aside");
  await page.getByRole("radio", { name: "Table" }).click();
  await page.getByRole("grid", { name: "Shot table" }).waitFor();
  await look("shot table", "section");
  await page.getByRole("radio", { name: "Timeline" }).click();
  // A theme is the same in every panel and dialog: once is enough for those.
  for (const panel of onlyColors ? [] : panels) {
    const button = page
      .getByRole("navigation", { name: "Panels" })
      .getByRole("button", { name: panel });
    await button.click();
    await page.getByRole("complementary", { name: panel }).waitFor();
    await look(panel, "aside");
    await button.click();
  }
  for (const [keys, title] of onlyColors ? [] : dialogs) {
    await inDialog(page, keys, async () => {
      await page.getByRole("dialog", { name: title }).waitFor();
      await look(title, "[role=dialog]");
    });
  }
  if (!onlyColors) await lookAtSmall(page, look);
  await openBoard(page, "Broken");
  await showTab(page, "Problems");
  await look("problems", "aside");
  await page.keyboard.press("Control+n");
  await page.getByText("An empty board").waitFor();
  await look("an empty board");
  await runButton(page).waitFor();
  expect(found).toEqual([]);
});

/** What opens for a moment beside the dialogs. */
async function lookAtSmall(
  page: Page,
  look: (view: string, within: string) => Promise<void>,
): Promise<void> {
  const preview = page.getByRole("region", { name: "Animatic" });
  await page.getByRole("button", { name: "Animatic", exact: true }).click();
  await preview.getByRole("button").first().waitFor();
  await look("the animatic", "section section");
  await preview.getByRole("button", { name: "Close" }).click();
  const small = page.getByRole("dialog");
  await page.getByRole("button", { name: "Fit to…" }).click();
  await small.waitFor();
  await look("a length to fit", "[role=dialog]");
  await page.keyboard.press("Escape");
  await small.waitFor({ state: "detached" });
  await nodeOf(page, "Settings").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tab", { name: /^Not saved/ }).waitFor();
  await page.keyboard.press("Control+w");
  await small.waitFor();
  await look("unsaved work", "[role=dialog]");
  await page.keyboard.press("Escape");
  await small.waitFor({ state: "detached" });
}

test("the player shuts nobody out", async () => {
  const app = await stage.start({ settings: { welcomed: true } });
  await putBoard(app, "Short", story({ shots: shotsOf(3) }));
  const page = await stage.open(app);
  await openBoard(page, "Short");
  await runButton(page).click();
  await nodeOf(page, "Scene").getByRole("progressbar").waitFor();
  const found = [...(await barriers(page, { view: "a running job" }))];
  await nodeOf(page, "Scene").getByRole("button", { name: "Play take 1" }).click();
  await page.getByRole("region", { name: "Player" }).waitFor();
  found.push(...(await barriers(page, { view: "player", within: "main" })));
  expect(found).toEqual([]);
});

test.each(["dark", "light"] as const)(
  "nothing about money shuts anybody out: %s",
  async (colorScheme) => {
    const simulator = await stage.simulate({ balanceUsd: 0.5 });
    const app = await startPaid(stage, simulator, { settings: { concurrency: 1 } });
    const page = await stage.open(app, { colorScheme });
    const found: string[] = [];
    const look = async (view: string, within: string): Promise<void> => {
      found.push(...(await barriers(page, { view, within })));
    };
    await pasteRequest(page, kite);
    await pay(page);
    await simulator.seen("submit");
    simulator.posts()[0]?.succeed();
    await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();

    // The balance is not enough for another one, and exactly this was run before.
    await runButton(page).click();
    const bill = page.getByRole("dialog", { name: "Run at RunComfy" });
    await bill.getByText("The balance is not enough for this run.").waitFor();
    await look("the bill", "[role=dialog]");
    await bill.getByRole("button", { name: /^Run · / }).click();
    const question = page.getByRole("dialog", { name: /^Take 1 was made/ });
    await question.waitFor();
    await look("run before", "[role=dialog]");
    simulator.fail({ kind: "answerLost", call: "submit", done: true });
    await question.getByRole("button", { name: "Run anyway" }).click();

    await page.getByRole("button", { name: /^Jobs/ }).click();
    const jobs = page.getByRole("complementary", { name: "Jobs" });
    await jobs.getByRole("button", { name: "I found its request id" }).click();
    await jobs.getByRole("textbox", { name: "Request id" }).waitFor();
    await look("outcome unknown, its id", "aside");
    await jobs.getByRole("button", { name: "Cancel" }).click();
    await jobs.getByRole("button", { name: "Send again" }).click();
    await jobs.getByText("If the first request was accepted after all, you pay twice.").waitFor();
    await look("outcome unknown, sent again", "aside");
    simulator.grant(5);
    for (const count of [1, 2]) {
      await pay(page);
      const again = page.getByRole("button", { name: "Run anyway" });
      await again.click();
      await page.getByRole("button", { name: new RegExp(`^Jobs, ${count}`) }).waitFor();
    }
    await jobs.getByRole("heading", { name: /^Queued/ }).waitFor();
    await look("the queue", "aside");

    await command(page, "Spending");
    const ledger = page.getByRole("dialog", { name: "Spending" });
    await ledger.getByRole("table", { name: "Jobs" }).waitFor();
    await look("spending", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+,");
    await page.getByRole("dialog", { name: "Settings" }).waitFor();
    await look("settings", "[role=dialog]");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Takes" }).click();
    const takes = page.getByRole("complementary", { name: "Takes" });
    await takes.getByRole("button", { name: "Filters" }).click();
    await takes.getByRole("button", { name: /^Play Take 1/ }).click();
    await page.getByRole("region", { name: "Player" }).waitFor();
    await page.keyboard.press("n");
    await page.getByRole("textbox", { name: "Note" }).waitFor();
    await look("takes", "aside");
    await look("player", "main");
    expect(found).toEqual([]);
  },
);
