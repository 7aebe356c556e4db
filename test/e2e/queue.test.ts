import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { openJournal } from "../../electron/backend/jobs/journal.ts";
import { job, sceneOf } from "../renderer/library/jobs.ts";
import type { Simulator } from "../simulator/simulator.ts";
import { openPaidScene, startPaid } from "./openings.ts";
import { kite } from "./requests.ts";
import { makeStage } from "./stage.ts";
import { pasteRequest, pay } from "./window.ts";

const stage = makeStage();

test("a paused queue sends nothing, says so, and goes on", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator, {
    settings: { queuePaused: true },
  });
  await pay(page);
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
  await scene.getByText("Take 1 · 3 s").waitFor();
  await jobs.getByRole("heading", { name: /^Ended today/ }).waitFor();
  expect(simulator.posts().length).toBe(1);
});

const lasting = (duration: number) => ({
  model: kite.model,
  input: {
    ...kite.input,
    multi_prompt: [{ prompt: "The kite climbs into the wind.", duration }],
    duration,
  },
});

/** Three jobs that wait, in the order of their lengths: nothing is sent while the queue is paused. */
async function waiting(simulator: Simulator) {
  const page = await stage.open(
    await startPaid(stage, simulator, { settings: { queuePaused: true, concurrency: 1 } }),
  );
  for (const seconds of [3, 4, 5]) {
    await pasteRequest(page, lasting(seconds));
    await pay(page);
    await page.getByRole("button", { name: new RegExp(`^Jobs, ${seconds - 2}$`) }).waitFor();
  }
  await page.getByRole("button", { name: /^Jobs/ }).click();
  const jobs = page.getByRole("complementary", { name: "Jobs" });
  const cards = jobs.getByRole("article");
  const inOrder = async (...seconds: readonly number[]): Promise<void> => {
    for (const [i, each] of seconds.entries()) {
      await cards
        .nth(i)
        .getByText(new RegExp(`^${each} s ·`))
        .waitFor();
    }
  };
  await inOrder(3, 4, 5);
  return { page, jobs, cards, inOrder };
}

/** Lets them be sent one after the other, and says in which order that was. */
async function sentLengths(simulator: Simulator, jobs: Locator): Promise<unknown[]> {
  await jobs.getByRole("button", { name: "Go on" }).click();
  for (const count of [1, 2, 3]) {
    await simulator.seen("submit", count);
    simulator.posts()[count - 1]?.succeed();
  }
  return simulator.posts().map(({ body }) => body["duration"]);
}

test("jobs that wait are put in another order by keyboard; the focus goes with the job, and the order is how they are sent", async () => {
  const simulator = await stage.simulate();
  const { page, jobs, cards, inOrder } = await waiting(simulator);
  const said = jobs.getByRole("status").filter({ hasText: /^“Scene”/ });
  const first = cards.nth(2).getByRole("button", { name: "Send “Scene” first" });
  await first.focus();
  await page.keyboard.press("Enter");
  await inOrder(5, 3, 4);
  await said.getByText("“Scene” is number 1 of the 3 that wait.").waitFor();
  const focused = cards.nth(0).locator(":focus");
  expect(await focused.getAttribute("aria-label")).toBe("Send “Scene” first");
  // Where it stands already, a press does nothing.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await inOrder(3, 5, 4);
  await said.getByText("“Scene” is number 2 of the 3 that wait.").waitFor();
  await page.keyboard.press("Space");
  await inOrder(3, 4, 5);
  await cards.nth(2).locator(":focus").waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await inOrder(3, 5, 4);
  expect(await sentLengths(simulator, jobs)).toEqual([3, 5, 4]);
});

test("a job that waits is dragged to another place in the queue", async () => {
  const simulator = await stage.simulate();
  const { jobs, cards, inOrder } = await waiting(simulator);
  const grip = (i: number): Locator =>
    cards.nth(i).getByTitle("Drag to another place in the queue");
  await grip(2).dragTo(cards.nth(0), { targetPosition: { x: 40, y: 8 } });
  await inOrder(5, 3, 4);
  await grip(0).dragTo(cards.nth(1), { targetPosition: { x: 40, y: 100 } });
  await inOrder(3, 5, 4);
  expect(await sentLengths(simulator, jobs)).toEqual([3, 5, 4]);
});

test("of a thousand jobs the next ones are shown, and more of them when they are asked for", async () => {
  const before = await stage.start();
  await before.stop();
  const journal = openJournal(before.dataDir);
  for (let i = 0; i < 1000; i += 1) {
    const createdAt = new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString();
    const waits = job({ state: "waiting" }, { id: `job-${i}`, runId: `run-${i}`, createdAt });
    journal.addRun({ id: waits.runId, board: "{}", scene: sceneOf(waits) }, [
      { job: { ...waits, sceneTitle: `Scene ${i}` }, body: "{}" },
    ]);
  }
  journal.close();
  const app = await stage.start({
    dataDir: before.dataDir,
    settings: { welcomed: true, queuePaused: true },
  });
  const page = await stage.open(app);
  await page.getByRole("button", { name: "Jobs, 1000" }).click();
  const jobs = page.getByRole("complementary", { name: "Jobs" });
  await jobs.getByRole("heading", { name: "Queued 1000" }).waitFor();
  const cards = jobs.getByRole("article");
  await cards.first().getByRole("button", { name: "Scene 0", exact: true }).waitFor();
  expect(await cards.count()).toBe(40);
  await jobs.getByRole("button", { name: "Show 40 more" }).click();
  await cards.nth(79).getByRole("button", { name: "Scene 79", exact: true }).waitFor();
  expect(await cards.count()).toBe(80);
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
