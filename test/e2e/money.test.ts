import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { readCsv } from "../formats/readCsv.ts";
import { openPaidScene } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { command, details, nodeOf, pay } from "./window.ts";

const stage = makeStage();

test("exactly the same request is not paid twice by a slip: its take is offered, and another one for those who want it", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator);
  await pay(page);
  await simulator.seen("submit");
  simulator.posts()[0]?.succeed();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();

  await pay(page);
  const question = page.getByRole("dialog", {
    name: "Take 1 was made from exactly this request",
  });
  await question.waitFor();
  expect(simulator.count("submit")).toBe(1);
  await question.getByRole("button", { name: "Show the take" }).click();
  await page.locator("video").first().waitFor();
  await page.keyboard.press("Escape");

  await pay(page);
  await question.getByRole("button", { name: "Run anyway" }).click();
  await simulator.seen("submit", 2);
  expect(simulator.posts()).toHaveLength(2);
});

test("a run past the cap of the settings is said in a sentence and not sent", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator);
  await page.keyboard.press("Control+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  const cap = settings.getByLabel("Most for one run, USD");
  await cap.fill("0,1x");
  await settings.getByText("Write an amount such as 5 or 12.50.").waitFor();
  await cap.fill("0,10");
  await cap.press("Enter");
  await page.keyboard.press("Escape");
  await pay(page);
  await page.getByText(/more than the 0.1 USD that the settings allow for one run/).waitFor();
  expect(simulator.count("submit")).toBe(0);
});

async function openLedger(page: Page): Promise<Locator> {
  await command(page, "Spending");
  const ledger = page.getByRole("dialog", { name: "Spending" });
  await ledger.waitFor();
  return ledger;
}

test("the ledger has each job that was sent, with its estimate and what it has cost, and gives them as CSV", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator);
  await pay(page);
  await simulator.seen("submit");
  simulator.posts()[0]?.succeed();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();

  const ledger = await openLedger(page);
  await ledger.getByText(/^1 job: /).waitFor();
  const jobs = ledger.getByRole("table", { name: "Jobs" }).getByRole("row");
  expect(await jobs.count()).toBe(2);
  expect(await jobs.nth(1).innerText()).toMatch(/Done\s+\$0\.\d\d\s+(\$0\.\d\d|price unknown)/);

  await ledger.getByRole("radio", { name: "Today" }).click();
  await ledger.getByRole("button", { name: "Copy as CSV" }).click();
  await ledger.getByRole("button", { name: "Copied" }).waitFor();
});

test("the list of spending is written to a file that a spreadsheet reads, in which a title is never a formula", async () => {
  const simulator = await stage.simulate();
  const { page } = await openPaidScene(stage, simulator);
  const title = '=HYPERLINK("https://example.com"; "Kites, dunes")';
  await details(page).getByRole("textbox", { name: "Title of the board" }).fill(title);
  await pay(page);
  await simulator.seen("submit");
  simulator.posts()[0]?.succeed();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
  await pay(page);
  await page.getByRole("button", { name: "Run anyway" }).click();
  await simulator.seen("submit", 2);

  const ledger = await openLedger(page);
  await ledger.getByText(/^2 jobs: about /).waitFor();
  const downloaded = page.waitForEvent("download");
  await ledger.getByRole("button", { name: "Save as CSV…" }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^Shotgraph spending until \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFFday,")).toBe(true);
  const [head = [], ...jobs] = readCsv(text.slice(1));
  const column = (name: string): (string | undefined)[] =>
    jobs.map((job) => job[head.indexOf(name)]);
  expect(column("board")).toEqual([`'${title}`, `'${title}`]);
  expect(column("request")).toEqual(
    simulator
      .posts()
      .map(({ requestId }) => requestId)
      .toReversed(),
  );
  // The newest first: of that one nobody knows yet what it will cost.
  expect(column("cost_usd")).toEqual(["", "0.336"]);
  expect(column("estimate_usd")).toEqual(["0.336", "0.336"]);
});
