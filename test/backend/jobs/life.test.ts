import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { ALL_FORMATS, FilePathSource, Input } from "mediabunny";
import { colourOf } from "../../simulator/video.ts";
import { boardOfShots } from "../board.ts";
import { canary, filesUnder, openStudio, threeShotBoard } from "./studio.ts";

/** Red, green and blue of the first pixel. */
const cornerOf = async (file: string): Promise<Uint8ClampedArray> => {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, 1, 1).data;
};

test("a job goes from Run to a take with its cost, its pictures and its record", async () => {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  const done = await studio.untilState(job.id, "done");

  expect(done).toMatchObject({ cost: done.estimate, trouble: null, sceneId: "scene" });
  expect(done.requestId).toBe(studio.simulator.posts()[0]?.requestId);
  const [take] = await studio.takes();
  if (!take) throw new Error("no take");
  expect(take).toMatchObject({
    id: job.id,
    number: 1,
    poster: "poster.jpg",
    stills: ["still-1.jpg", "still-2.jpg", "still-3.jpg"],
    width: 320,
    height: 180,
    missing: false,
  });
  expect(take.seconds).toBeCloseTo(12, 1);

  const video = await studio.jobs().takeVideo(take.id);
  expect(dirname(video).slice(studio.library.length)).toMatch(
    /^[\\/]2026-10-09[\\/]dunes-kites-take-1-[0-9a-f]{6}$/,
  );
  const input = new Input({ source: new FilePathSource(video), formats: ALL_FORMATS });
  expect((await input.getPrimaryVideoTrack())?.displayWidth).toBe(320);
  input.dispose();
  const files = await filesUnder(studio.library);
  expect([...files.keys()].map((path) => basename(path)).toSorted()).toEqual([
    "board.shotgraph",
    "job.json",
    "poster.jpg",
    "request.json",
    "still-1.jpg",
    "still-2.jpg",
    "still-3.jpg",
    "video.mp4",
  ]);
  for (const index of [0, 1, 2]) {
    const seen = await cornerOf(join(dirname(video), `still-${index + 1}.jpg`));
    colourOf(index).forEach((value, channel) => {
      expect(Math.abs((seen[channel] ?? 0) - value), `still ${index + 1}`).toBeLessThan(12);
    });
  }
  const request = JSON.parse(await readFile(join(dirname(video), "request.json"), "utf8"));
  expect(request).toEqual(await studio.jobs().request(job.id));
  expect(studio.simulator.posts()[0]?.body).toEqual(request.input);
  expect((await studio.jobs().board(job.id)).board).toEqual(threeShotBoard);
  expect(studio.events.filter(({ event }) => event === "takeAdded")).toHaveLength(1);
  expect(studio.bugs).toEqual([]);
});

test("what the window is told is each state, and never a step back", async () => {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  await studio.untilState(job.id, "done");
  const states = studio.events.flatMap((event) =>
    event.event === "jobChanged" ? [event.job.status.state] : [],
  );
  expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
    "waiting",
    "submitting",
    "inQueue",
    "running",
    "downloading",
    "done",
  ]);
});

test("the token and the video's address are in no file, and the token goes to no file host", async () => {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  await studio.untilState(job.id, "done");
  await studio.close();
  for (const [path, bytes] of await filesUnder(studio.dataDir)) {
    expect(bytes.includes(canary), path).toBe(false);
    if (path.startsWith(studio.library)) expect(bytes.includes("user-0001"), path).toBe(false);
  }
  expect(await studio.journalText()).toContain("user-0001");
  expect(JSON.stringify(studio.events)).not.toContain(canary);
  expect(JSON.stringify(studio.events)).not.toContain(studio.simulator.fileOrigin);
  expect(studio.simulator.tokenLeaks()).toEqual([]);
});

test("it asks every 2 s for half a minute, then every 5 s", async () => {
  const studio = await openStudio({ queueSeconds: 0, runSeconds: 60 });
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  await studio.untilState(job.id, "done");
  const asked = studio.simulator.requests.filter(({ call }) => call === "status");
  const gaps = asked.map(({ at }, index) => Math.round((at - (asked[index - 1]?.at ?? at)) / 100));
  expect(new Set(gaps.slice(1, 15))).toEqual(new Set([20]));
  expect(new Set(gaps.slice(16))).toEqual(new Set([50]));
});

test("a scene of two parts is two jobs of one run, and no more than allowed run at once", async () => {
  const studio = await openStudio();
  studio.concurrency = 1;
  const jobs = await studio.run(boardOfShots("Nine", [3, 3, 3, 3, 3, 3, 3, 3, 3]));
  expect(jobs.map(({ seconds, part }) => [seconds, part])).toEqual([
    [15, { index: 0, count: 2 }],
    [12, { index: 1, count: 2 }],
  ]);
  expect(new Set(jobs.map(({ runId }) => runId)).size).toBe(1);
  const [first, second] = jobs;
  if (!first || !second) throw new Error("no jobs");
  await studio.untilState(first.id, "running");
  expect((await studio.job(second.id)).status.state).toBe("waiting");
  expect(studio.simulator.count("submit")).toBe(1);
  await studio.untilState(second.id, "done");
  expect(studio.simulator.count("submit")).toBe(2);
  expect((await studio.takes()).map(({ number, job }) => [number, job.part.index])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

test("another run of the scene is take 2", async () => {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  await studio.untilState(job.id, "done");
  const again = await studio.jobs().repeat(job.id);
  await studio.untilState(again.id, "done");
  expect((await studio.takes()).map(({ number }) => number)).toEqual([2, 1]);
  expect(studio.simulator.posts().map(({ body }) => body)).toEqual([
    studio.simulator.posts()[0]?.body,
    studio.simulator.posts()[0]?.body,
  ]);
  expect((await studio.jobs().list(10)).map(({ id }) => id)).toEqual([again.id, job.id]);
});

test("nothing is sent when the board says something else than the user has seen, or has errors", async () => {
  const studio = await openStudio();
  const order = { engine: "runcomfy" as const, sceneId: "scene" };
  const expected = [{ model: "kling/kling-3.0/pro/text-to-video", input: { prompt: "x" } }];
  await expect(
    studio.jobs().start({ ...order, board: threeShotBoard, expected }),
  ).rejects.toMatchObject({ code: "boardChanged" });
  await expect(
    studio.jobs().start({ ...order, board: boardOfShots("Long", [16]), expected }),
  ).rejects.toMatchObject({ code: "boardHasErrors" });
  await expect(
    studio.jobs().start({ ...order, sceneId: "nowhere", board: threeShotBoard, expected }),
  ).rejects.toMatchObject({ code: "boardHasErrors" });
  expect(await studio.jobs().list(10)).toEqual([]);
  expect(studio.simulator.requests).toEqual([]);
});

test("a cost that the service says later is asked for, and written into the take", async () => {
  const studio = await openStudio();
  studio.simulator.fail({ kind: "costLate", asks: 2 });
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  expect((await studio.untilState(job.id, "done")).cost).toBeNull();
  await studio.until(async () => (await studio.job(job.id)).cost !== null);
  const { cost, estimate } = await studio.job(job.id);
  expect(cost).toBe(estimate);
  const record = join(dirname(await studio.jobs().takeVideo(job.id)), "job.json");
  await studio.jobs().idle();
  expect(JSON.parse(await readFile(record, "utf8")).job.cost).toBe(cost);
  expect((await studio.takes())[0]?.job.cost).toBe(cost);
});
