import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createJobs } from "../../../electron/backend/jobs/jobs.ts";
import { createAnimaticEngine } from "../../../electron/engines/animatic/engine.ts";
import { compile } from "../../../shared/compile/compile.ts";
import type { Take } from "../../../shared/jobs/job.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { boardOfShots } from "../board.ts";
import { testFolder } from "../folder.ts";
import { idleEngine } from "./localEngine.ts";

test("an animatic is drawn on this computer and becomes a take like any other", async () => {
  const dataDir = testFolder();
  const animatic = createAnimaticEngine({ folder: join(dataDir, "animatics") });
  const bugs: unknown[] = [];
  const added = Promise.withResolvers<Take>();
  const jobs = createJobs({
    dataDir,
    libraryFolder: () => join(dataDir, "takes"),
    engines: { animatic, runcomfy: { ...idleEngine, id: "runcomfy", paid: true } },
    concurrency: () => 3,
    emit: (event) => {
      if (event.event === "takeAdded") added.resolve(event.take);
      if (event.event === "jobChanged" && event.job.status.state === "failed") {
        added.reject(new Error(JSON.stringify(event.job.status)));
      }
    },
    onBug: (error) => bugs.push(error),
  });
  onTestFinished(async () => {
    await jobs.close();
    await animatic.close();
  });
  const board = boardOfShots("Kites", [3]);
  const [scene] = compile(board, profiles).scenes.values();
  if (!scene) throw new Error("no scene");
  const expected = scene.parts.map(({ model, input }) => ({
    model,
    input: JSON.parse(JSON.stringify(input)),
  }));
  await jobs.start({ engine: "animatic", board, sceneId: scene.nodeId, expected });
  const take = await added.promise;
  expect(take).toMatchObject({
    width: 1280,
    height: 720,
    poster: "poster.jpg",
    stills: ["still-1.jpg"],
    job: { engine: "animatic", cost: 0, estimate: 0, status: { state: "done" } },
  });
  expect(take.seconds).toBeCloseTo(3, 1);
  expect(await readdir(join(dataDir, "animatics"))).toEqual([]);
  expect(bugs).toEqual([]);
});
