import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kite } from "./requests.ts";
import { makeStage, towards } from "./stage.ts";
import { nodeOf, pasteRequest, runButton } from "./window.ts";

const stage = makeStage();

test("a paused queue sends nothing, says so, and goes on", async () => {
  const simulator = await stage.simulate();
  const app = await stage.start({
    env: towards(simulator),
    settings: { engine: "runcomfy", welcomed: true, queuePaused: true },
  });
  const page = await stage.open(app);
  await pasteRequest(page, JSON.stringify({ model: kite.model, ...kite.input }));
  await runButton(page).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Run · about/ })
    .click();
  await page.getByRole("button", { name: "Jobs" }).click();
  const jobs = page.getByRole("complementary", { name: "Jobs" });
  await jobs.getByRole("heading", { name: /^Queued/ }).waitFor();
  await jobs.getByText("Paused: nothing more is sent.").waitFor();
  await jobs.getByText("Held: the queue is paused").waitFor();
  await jobs.getByText("Nothing was sent yet.").waitFor();
  expect(simulator.posts()).toEqual([]);

  await jobs.getByRole("button", { name: "Go on" }).click();
  await simulator.seen("submit", 1);
  await jobs.getByRole("button", { name: "Pause the queue" }).waitFor();
  simulator.posts()[0]?.succeed();
  await nodeOf(page, "Scene").getByText("Take 1 · 3 s").waitFor();
  await jobs.getByRole("heading", { name: /^Ended today/ }).waitFor();
  expect(simulator.posts().length).toBe(1);
});

test("a damaged list of jobs is said, with what it means", async () => {
  const before = await stage.start();
  await before.stop();
  await writeFile(join(before.dataDir, "jobs.sqlite"), "not a database at all ".repeat(400));
  const page = await stage.open(await stage.start({ dataDir: before.dataDir }));
  const notice = page.getByRole("status").filter({ hasText: "The list of jobs was damaged" });
  await notice.getByRole("button", { name: "Look at Generations" }).waitFor();
  expect(await notice.innerText()).toContain("they may be paid already");
});
