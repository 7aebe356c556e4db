import { expect, test } from "vitest";
import type { Job } from "../../../shared/jobs/job.ts";
import { openStudio } from "./studio.ts";

test("jobs that wait are sent in the order that the user gave them, also after a new start", async () => {
  const studio = await openStudio();
  studio.concurrency = 0;
  const jobs: Job[] = [];
  for (let i = 0; i < 3; i += 1) jobs.push(...(await studio.run()));
  const [a, b, c] = jobs.map(({ id }) => id);
  if (a === undefined || b === undefined || c === undefined) throw new Error("Three were run");
  studio.jobs().move(c, a);
  studio.jobs().move(a, null);
  await studio.restart();
  const again = await studio.jobs().repeat(a);
  studio.concurrency = 1;
  studio.jobs().settingsChanged();
  const sent: string[] = [];
  await studio.until(async () => {
    for (const { id, submittedAt } of await studio.jobs().list(10)) {
      if (submittedAt !== null && !sent.includes(id)) sent.push(id);
    }
    return sent.length === 4;
  });
  expect(sent).toEqual([c, b, a, again.id]);
});

test("a job that was sent has no place in the line any more", async () => {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (job === undefined) throw new Error("Nothing was run");
  await studio.untilState(job.id, "running");
  studio.jobs().move(job.id, null);
  expect((await studio.job(job.id)).turn).toBeUndefined();
  expect(() => studio.jobs().move("none", null)).toThrow("unknownJob");
});
