import { describe, expect, test } from "vitest";
import { boardOfShots } from "../board.ts";
import { idleEngine } from "./localEngine.ts";
import { openStudio, threeShotBoard } from "./studio.ts";

describe("a request that was sent before, byte for byte", () => {
  test("is not sent while the first is open, nor when it has left a take", async () => {
    const studio = await openStudio();
    const [job] = await studio.run(threeShotBoard, "runcomfy", false);
    if (!job) throw new Error("no job");
    await studio.untilState(job.id, "running");
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      code: "alreadyRun",
      values: { jobId: job.id, state: "running" },
    });
    await studio.untilState(job.id, "done");
    await studio.restart();
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      code: "alreadyRun",
      values: { jobId: job.id, state: "done", take: 1 },
    });
    expect(await studio.jobs().list(10)).toHaveLength(1);
    expect(studio.simulator.count("submit")).toBe(1);
  });

  test("is sent when the user wants another take, which is then the one to show", async () => {
    const studio = await openStudio();
    const [first] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(first?.id ?? "", "done");
    const [again] = await studio.run(threeShotBoard, "runcomfy", true);
    await studio.untilState(again?.id ?? "", "done");
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      values: { jobId: again?.id, take: 2 },
    });
    expect(studio.simulator.count("submit")).toBe(2);
  });

  test("is not sent while nobody knows what became of the first", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "answerLost", call: "submit", done: true });
    const [job] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(job?.id ?? "", "unknown");
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      values: { state: "unknown" },
    });
  });

  test("is not sent while the first, accepted, cannot be looked up with this token", async () => {
    const studio = await openStudio();
    const [job] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(job?.id ?? "", "running");
    studio.simulator.allow("stranger", "user-0002");
    studio.token = "stranger";
    await studio.untilState(job?.id ?? "", "failed");
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      code: "alreadyRun",
      values: { jobId: job?.id, state: "failed" },
    });
    expect(studio.simulator.count("submit")).toBe(1);
  });

  test("is not sent while a finished video waits to be fetched", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "fileMissing" });
    const [job] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(job?.id ?? "", "failed");
    await expect(studio.run(threeShotBoard, "runcomfy", false)).rejects.toMatchObject({
      values: { state: "failed" },
    });
  });

  test("may be sent when the first came to nothing, and so may any other", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "failed", error: "No" });
    const [job] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(job?.id ?? "", "failed");
    const [second] = await studio.run(threeShotBoard, "runcomfy", false);
    await studio.untilState(second?.id ?? "", "done");
    await studio.run(boardOfShots("Dunes & kites", [5, 4]), "runcomfy", false);
    expect(await studio.jobs().list(10)).toHaveLength(3);
  });

  test("may be drawn as often as anybody likes: an animatic is free", async () => {
    const running = {
      ...idleEngine,
      submit: async () => ({ outcome: "accepted", requestId: "r" }) as const,
      poll: async () => ({ state: "running" }) as const,
    };
    const studio = await openStudio({ animatic: running });
    await studio.run(threeShotBoard, "animatic", false);
    await studio.run(threeShotBoard, "animatic", false);
    expect(await studio.jobs().list(10)).toHaveLength(2);
  });
});
