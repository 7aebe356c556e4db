import { describe, expect, test } from "vitest";
import { boardOfShots } from "../board.ts";
import { openStudio, threeShotBoard } from "./studio.ts";

/** Twelve seconds of the model that is the default, with its own audio. */
const priceOf = async (): Promise<number> => {
  const studio = await openStudio();
  const [job] = await studio.run();
  return job?.estimate ?? Number.NaN;
};

describe("what may be spent", () => {
  test("a run that costs more than allowed for one run is not sent; one that costs just that is", async () => {
    const price = await priceOf();
    const studio = await openStudio();
    const cap = price - 0.01;
    studio.caps = { perRun: cap, perDay: null };
    await expect(studio.run()).rejects.toMatchObject({ code: "capPerRun", values: { price, cap } });
    expect(await studio.jobs().list(10)).toEqual([]);
    expect(studio.simulator.requests).toEqual([]);
    studio.caps = { perRun: price, perDay: null };
    expect(await studio.run()).toHaveLength(1);
  });

  test("the parts of a run are one run", async () => {
    const studio = await openStudio();
    const nine = boardOfShots("Nine", [3, 3, 3, 3, 3, 3, 3, 3, 3]);
    const parts = await studio.run(nine);
    const dearest = Math.max(...parts.map(({ estimate }) => estimate ?? 0));
    studio.caps = { perRun: dearest, perDay: null };
    await expect(studio.run(nine)).rejects.toMatchObject({ code: "capPerRun" });
  });

  test("a day's runs together do not cost more than allowed, also after a new start, and repeats count", async () => {
    const price = await priceOf();
    const studio = await openStudio();
    studio.caps = { perRun: null, perDay: price * 2.5 };
    const [first] = await studio.run();
    await studio.untilState(first?.id ?? "", "done");
    await studio.run();
    await studio.restart();
    const over = { code: "capPerDay", values: { price, spent: price * 2, cap: price * 2.5 } };
    await expect(studio.run()).rejects.toMatchObject(over);
    await expect(studio.jobs().repeat(first?.id ?? "")).rejects.toMatchObject(over);
    expect(studio.simulator.count("submit")).toBe(2);
    studio.clock.sleep(24 * 3600_000);
    expect(await studio.run()).toHaveLength(1);
  });

  test("what came to nothing, or cost less than estimated, leaves room", async () => {
    const price = await priceOf();
    const studio = await openStudio();
    studio.caps = { perRun: null, perDay: price };
    studio.simulator.fail({ kind: "failed", error: "Refused by moderation" });
    const [failed] = await studio.run();
    await studio.untilState(failed?.id ?? "", "failed");
    const [cancelled] = await studio.run();
    await studio.untilState(cancelled?.id ?? "", "inQueue");
    await studio.jobs().cancel(cancelled?.id ?? "");
    expect(await studio.run()).toHaveLength(1);
  });

  test("what may have been accepted counts, until that is known", async () => {
    const price = await priceOf();
    const studio = await openStudio();
    studio.caps = { perRun: null, perDay: price * 1.5 };
    studio.simulator.fail({ kind: "answerLost", call: "submit", done: true });
    const [job] = await studio.run();
    await studio.untilState(job?.id ?? "", "unknown");
    await expect(studio.run()).rejects.toMatchObject({ code: "capPerDay" });
  });

  test("an animatic costs nothing", async () => {
    const studio = await openStudio();
    studio.caps = { perRun: 0, perDay: 0 };
    expect(await studio.run(threeShotBoard, "animatic")).toHaveLength(1);
    await expect(studio.run()).rejects.toMatchObject({ code: "capPerRun" });
  });
});

test("the ledger has a row for each job that was sent, with its estimate and what it has cost", async () => {
  const studio = await openStudio();
  const [first] = await studio.run();
  if (!first) throw new Error("no job");
  await studio.untilState(first.id, "done");
  studio.simulator.fail({ kind: "failed", error: "No", cost: 0.1 });
  const [second] = await studio.run();
  await studio.untilState(second?.id ?? "", "failed");
  await studio.run(threeShotBoard, "animatic");
  studio.concurrency = 0;
  await studio.run();

  const { rows, byDay, byBoard, total } = await studio.jobs().ledger(1);
  expect(rows).toMatchObject([
    { jobId: second?.id, state: "failed", cost: 0.1, day: "2026-10-09" },
    {
      jobId: first.id,
      state: "done",
      cost: first.estimate,
      estimate: first.estimate,
      board: threeShotBoard.title,
      sceneId: "scene",
      seconds: 12,
      model: first.model,
    },
  ]);
  const price = first.estimate ?? 0;
  const cost = Math.round((price + 0.1) * 1e6) / 1e6;
  const sum = { jobs: 2, estimate: price * 2, cost, spent: cost, unpriced: 0 };
  expect(total).toEqual(sum);
  expect(byDay).toEqual([{ day: "2026-10-09", ...sum }]);
  expect(byBoard).toEqual([{ board: threeShotBoard.title, ...sum }]);
  studio.clock.sleep(3 * 24 * 3600_000);
  expect((await studio.jobs().ledger(3)).rows).toEqual([]);
  expect((await studio.jobs().ledger(4)).rows).toHaveLength(2);
});
