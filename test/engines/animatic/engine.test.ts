import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import {
  createAnimaticEngine,
  type AnimaticEngine,
} from "../../../electron/engines/animatic/engine.ts";
import type { Polled, Submission } from "../../../electron/engines/engine.ts";
import { eachPicture, probeVideo, readPictures } from "../../../electron/media/readVideo.ts";
import { crossing, scene, shot } from "../../animatic/shots.ts";
import { difference } from "../../animatic/pixels.ts";

const signal = new AbortController().signal;
let folder: string;
let engine: AnimaticEngine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "animatic-"));
  engine = createAnimaticEngine({ folder });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const submissionOf = (compiled: CompiledScene): Submission => ({
  jobId: "job",
  model: "",
  input: {},
  scene: compiled,
  partIndex: 0,
});

async function submit(submission: Submission): Promise<string> {
  const submitted = await engine.submit(submission, signal);
  if (submitted.outcome !== "accepted") throw new Error(submitted.outcome);
  return submitted.requestId;
}

/** Asks as the program does, until the answer is one of an end. */
async function follow(
  requestId: string,
  submission: Submission,
  until: (polled: Polled) => boolean = ({ state }) => state !== "inQueue" && state !== "running",
): Promise<Polled[]> {
  const answers: Polled[] = [];
  for (;;) {
    const polled = await engine.poll(requestId, submission, signal);
    answers.push(polled);
    if (until(polled)) return answers;
    await setTimeout(20);
  }
}

const videoOf = (polled: Polled | undefined): string => {
  if (polled?.state !== "succeeded") throw new Error(JSON.stringify(polled));
  return polled.output;
};
const doneOf = (polled: Polled): number =>
  polled.state === "running" ? (polled.progress?.done ?? -1) : -1;

describe("twelve seconds upright in shots of 5, 4 and 3", () => {
  const submission = submissionOf(scene(crossing, "9:16"));
  let answers: Polled[];
  let video: string;
  beforeAll(async () => {
    const requestId = await submit(submission);
    answers = await follow(requestId, submission);
    video = videoOf(answers.at(-1));
  }, 240_000);

  test("is an H.264 video of exactly that size and length", async () => {
    expect(await probeVideo(video)).toEqual({
      width: 720,
      height: 1280,
      seconds: 12,
      codec: "avc",
    });
  });

  test("cuts at 5 and at 9 seconds, and nowhere else", async () => {
    const cuts: number[] = [];
    const times: number[] = [];
    let before: Uint8ClampedArray | undefined;
    await eachPicture(video, ({ data }, seconds) => {
      times.push(seconds);
      if (before !== undefined && difference(before, data) > 12) cuts.push(seconds);
      before = data;
    });
    expect(times).toHaveLength(288);
    expect(cuts).toEqual([5, 9]);
  }, 120_000);

  test("counts its frames upwards, out of 288", () => {
    const running = answers.filter((polled) => polled.state === "running");
    const done = running.map(doneOf);
    expect(done.toSorted((a, b) => a - b)).toEqual(done);
    expect(Math.max(...done)).toBeGreaterThan(100);
    expect(new Set(running.map((polled) => polled.progress?.total))).toEqual(new Set([288]));
  });

  test("costs nothing", () => {
    expect(answers.at(-1)).toMatchObject({ state: "succeeded", cost: 0 });
  });
});

describe("a short one", () => {
  const short = submissionOf(scene([shot({ action: "A road at dusk", seconds: 1 })]));

  test("is moved to where it is wanted, and made again when it is asked for again", async () => {
    const requestId = await submit(short);
    const output = videoOf((await follow(requestId, short)).at(-1));
    const file = join(folder, "taken.mp4");
    const received: number[] = [];
    const fetched = await engine.fetch(requestId, output, file, {
      signal,
      onProgress: (bytes) => received.push(bytes),
    });
    expect(fetched).toEqual({ outcome: "fetched", bytes: received.at(-1) });
    expect(await probeVideo(file)).toMatchObject({ width: 1280, height: 720, seconds: 1 });
    expect(await engine.fetch(requestId, output, file, { signal, onProgress: () => {} })).toEqual({
      outcome: "failed",
      reason: { code: "fileGone" },
      passing: false,
    });
    expect(videoOf((await follow(requestId, short)).at(-1))).toBe(output);
  }, 60_000);

  test("goes on after a restart, from the submission alone", async () => {
    const first = createAnimaticEngine({ folder });
    const submitted = await first.submit(short, signal);
    if (submitted.outcome !== "accepted") throw new Error(submitted.outcome);
    await first.close();
    expect(await readdir(folder)).not.toContain(`${submitted.requestId}.mp4`);
    const video = videoOf((await follow(submitted.requestId, short)).at(-1));
    expect(await probeVideo(video)).toMatchObject({ seconds: 1 });
  }, 60_000);

  test("is not made outside the folder, whatever the request id", async () => {
    expect(await engine.poll("../../etc/animatic", short, signal)).toMatchObject({
      state: "failed",
    });
  });
});

describe("pictures", () => {
  test("are drawn from the board; one that cannot be had does not stop the video", async () => {
    const red = createCanvas(64, 64);
    const context = red.getContext("2d");
    context.fillStyle = "#ff0000";
    context.fillRect(0, 0, 64, 64);
    const submission = submissionOf(
      scene([
        shot({ nodeId: "red", seconds: 1, sketch: red.toDataURL("image/png") }),
        shot({ nodeId: "away", seconds: 1, sketch: "https://127.0.0.1:1/away.png" }),
        shot({ nodeId: "broken", seconds: 1, sketch: "data:image/png;base64,iVBORw0KGgo=" }),
      ]),
    );
    const requestId = await submit(submission);
    const video = videoOf((await follow(requestId, submission)).at(-1));
    const pictures = await readPictures(video, [0.5, 1.5, 2.5]);
    const middles = pictures.map((picture) => {
      const at = picture === null ? 0 : (picture.width * 360 + 640) * 4;
      return Array.from(picture?.data.slice(at, at + 3) ?? []);
    });
    const isRed = ([r = 0, g = 0, b = 0]: readonly number[]): boolean =>
      r > 240 && g < 15 && b < 15;
    expect(middles.map(isRed)).toEqual([true, false, false]);
  }, 60_000);
});

describe("cancelling", () => {
  const long = submissionOf(scene([shot({ action: "A long road", seconds: 600 })]));

  test("stops what is being drawn at once, leaves no file, and lets the next one begin", async () => {
    const drawn = await submit(long);
    const waiting = await submit(long);
    await follow(drawn, long, (polled) => doneOf(polled) > 0);
    expect(await engine.poll(waiting, long, signal)).toEqual({ state: "inQueue", position: 1 });
    expect(await engine.cancel(drawn)).toBe("cancelled");
    expect(await engine.poll(drawn, long, signal)).toEqual({ state: "cancelled" });
    await follow(waiting, long, (polled) => doneOf(polled) > 0);
    expect(await engine.cancel(waiting)).toBe("cancelled");
    const left = (await readdir(folder)).filter((name) => name.startsWith(drawn));
    expect(left).toEqual([]);
  }, 60_000);

  test("ends one that is still in line", async () => {
    const drawn = await submit(long);
    const waiting = await submit(long);
    await engine.cancel(waiting);
    expect(await engine.poll(waiting, long, signal)).toEqual({ state: "cancelled" });
    await engine.cancel(drawn);
  }, 60_000);
});
