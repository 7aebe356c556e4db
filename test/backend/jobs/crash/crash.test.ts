import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../../folder.ts";
import { openCrashSite } from "./site.ts";

test(
  "killed at each durable step of a job, it goes on at the next start: no second POST, nothing lost, nothing half",
  { timeout: 900_000 },
  async () => {
    const site = await openCrashSite(testFolder());
    onTestFinished(site.close);
    const undisturbed = await site.live({ counting: "orders", dieAt: null, orders: [1] });
    expect(new Set(undisturbed.steps)).toEqual(
      new Set([
        "before a commit",
        "after a commit",
        "before the POST",
        "after the POST",
        "after bytes of a download",
        ...["video.mp4", "request.json", "board.shotgraph", "job.json", "the take"].flatMap(
          (name) => [`before the rename to ${name}`, `after the rename to ${name}`],
        ),
      ]),
    );
    const diedAt = new Set<string | undefined>();
    for (const [index, name] of undisturbed.steps.entries()) {
      const earlier = undisturbed.steps.slice(0, index).filter((other) => other === name).length;
      const step = `${name} #${earlier + 1}`;
      const orders = [index + 2];
      const life = await site.live({ counting: "orders", dieAt: step, orders });
      // On a slow machine the job runs so short that it is never seen running: a commit less.
      if (life.killed) diedAt.add(life.steps.at(-1));
      expect(await site.damage(), `killed ${step}`).toEqual([]);
    }
    expect(diedAt).toEqual(new Set(undisturbed.steps));
    await site.live({ counting: "orders", dieAt: null });
    const before = await site.sum();
    // Killed from the commit that says "sending" to the one that has the id: nobody can know, and nobody sends again.
    expect(before.unknown).toBeGreaterThan(0);
    await site.live({ counting: "orders", dieAt: null, adoptions: await site.findable() });

    expect(await site.damage()).toEqual([]);
    const sum = await site.sum();
    expect(sum).toMatchObject({ lost: 0, duplicated: 0, failed: 0, open: 0 });
    expect(sum.postsSent).toBe(sum.postsExpected);
    expect(sum.done).toBe(site.simulator.posts().length);
    expect(site.bugs).toEqual([]);
  },
);
