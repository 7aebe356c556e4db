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

  test("what was accepted and cannot be looked up counts", async () => {
    const price = await priceOf();
    const studio = await openStudio();
    studio.caps = { perRun: null, perDay: price * 1.5 };
    const [job] = await studio.run();
    await studio.untilState(job?.id ?? "", "running");
    studio.simulator.allow("stranger", "user-0002");
    studio.token = "stranger";
    await studio.untilState(job?.id ?? "", "failed");
    await expect(studio.run()).rejects.toMatchObject({ code: "capPerDay" });
    expect((await studio.jobs().ledger(1)).total.spent).toBe(price);
  });

  test("an animatic costs nothing", async () => {
    const studio = await openStudio();
    studio.caps = { perRun: 0, perDay: 0 };
    expect(await studio.run(threeShotBoard, "animatic")).toHaveLength(1);
    await expect(studio.run()).rejects.toMatchObject({ code: "capPerRun" });
  });
});

describe("what waits already, when it is to be sent", () => {
  /** Three runs that wait for the queue to go on, and what each of them costs. */
  const three = async () => {
    const studio = await openStudio();
    studio.concurrency = 0;
    const jobs = [...(await studio.run()), ...(await studio.run()), ...(await studio.run())];
    const price = jobs[0]?.estimate ?? Number.NaN;
    const states = () =>
      Promise.all(jobs.map(async ({ id }) => (await studio.job(id)).status.state));
    const goOn = async () => {
      studio.concurrency = 3;
      studio.jobs().settingsChanged();
      await studio.jobs().idle();
    };
    return { studio, jobs, price, states, goOn };
  };

  test("is held by a limit that was set since, says why, and is sent once it is raised", async () => {
    const { studio, jobs, price, states, goOn } = await three();
    studio.caps = { perRun: null, perDay: price * 1.5 };
    await goOn();
    expect(studio.simulator.posts()).toHaveLength(1);
    expect((await states()).slice(1)).toEqual(["waiting", "waiting"]);
    expect(await studio.job(jobs[1]?.id ?? "")).toMatchObject({
      submittedAt: null,
      trouble: {
        code: "heldByDayCap",
        values: { price, spent: price, cap: price * 1.5 },
        nextTryAt: null,
      },
    });
    await studio.untilState(jobs[0]?.id ?? "", "done");
    await studio.restart();
    await studio.jobs().idle();
    expect(studio.simulator.posts()).toHaveLength(1);

    studio.caps = { perRun: null, perDay: price * 2 };
    studio.jobs().settingsChanged();
    await studio.untilState(jobs[1]?.id ?? "", "done");
    expect(studio.simulator.posts()).toHaveLength(2);
    studio.caps = { perRun: null, perDay: null };
    studio.jobs().settingsChanged();
    const last = await studio.untilState(jobs[2]?.id ?? "", "done");
    expect(last.trouble).toBeNull();
    expect(studio.simulator.posts()).toHaveLength(3);
  });

  test("is sent on another day by itself", async () => {
    const { studio, jobs, price, goOn } = await three();
    studio.caps = { perRun: null, perDay: price };
    await goOn();
    expect(studio.simulator.posts()).toHaveLength(1);
    const days = async (): Promise<unknown[]> => {
      const sent = await Promise.all(
        jobs.map(async ({ id }) => (await studio.job(id)).submittedAt),
      );
      return sent.map((time) => time && new Date(time).toDateString());
    };
    for (const { id } of jobs) await studio.untilState(id, "done");
    expect(new Set(await days()).size).toBe(3);
    expect(studio.simulator.posts()).toHaveLength(3);
  });

  test("is sent when what went before has cost less, or came to nothing", async () => {
    const { studio, jobs, price, goOn } = await three();
    studio.caps = { perRun: null, perDay: price * 1.5 };
    studio.simulator.fail({ kind: "failed", error: "No" });
    studio.simulator.fail({ kind: "costLate", asks: 1 }, { after: 1 });
    await goOn();
    const today = new Date(studio.clock.now()).toDateString();
    await studio.untilState(jobs[1]?.id ?? "", "done");
    expect(new Date(studio.clock.now()).toDateString()).toBe(today);
    expect((await studio.job(jobs[0]?.id ?? "")).status.state).toBe("failed");
  });

  test("is held by the limit of a run, all its parts counted, while cheaper ones pass", async () => {
    const studio = await openStudio();
    studio.concurrency = 0;
    const nine = await studio.run(boardOfShots("Nine", [3, 3, 3, 3, 3, 3, 3, 3, 3]));
    const [small] = await studio.run(boardOfShots("One", [3]));
    const dearest = Math.max(...nine.map(({ estimate }) => estimate ?? 0));
    studio.caps = { perRun: dearest, perDay: null };
    studio.concurrency = 1;
    studio.jobs().settingsChanged();
    await studio.untilState(small?.id ?? "", "done");
    expect(studio.simulator.posts()).toHaveLength(1);
    const price = nine.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
    const { trouble } = await studio.job(nine[0]?.id ?? "");
    expect(trouble?.code).toBe("heldByRunCap");
    expect(trouble?.values?.["price"]).toBeCloseTo(price, 6);
    expect(await studio.jobs().cancel(nine[0]?.id ?? "")).toEqual({ outcome: "cancelled" });
    studio.caps = { perRun: null, perDay: null };
    studio.jobs().settingsChanged();
    for (const { id } of nine.slice(1)) await studio.untilState(id, "done");
    expect(studio.simulator.posts()).toHaveLength(nine.length);
  });

  test("an animatic is not asked what it costs", async () => {
    const studio = await openStudio();
    studio.caps = { perRun: 0, perDay: 0 };
    const [drawn] = await studio.run(threeShotBoard, "animatic");
    expect((await studio.untilState(drawn?.id ?? "", "failed")).trouble).toBeNull();
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
