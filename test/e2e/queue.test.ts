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
