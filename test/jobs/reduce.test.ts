import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpen, jobSchema, type Job } from "../../shared/jobs/job.ts";
import { canAskAgain, next, type Happening } from "../../shared/jobs/reduce.ts";

const waiting: Job = {
  id: "job",
  runId: "run",
  engine: "runcomfy",
  boardTitle: "Dunes",
  sceneId: "scene",
  sceneTitle: "",
  part: { index: 0, count: 1 },
  model: "kling/kling-3.0/pro/text-to-video",
  seconds: 5,
  aspectRatio: "16:9",
  shots: [],
  estimate: 1,
  cost: null,
  requestId: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  submittedAt: null,
  startedAt: null,
  endedAt: null,
  trouble: null,
  status: { state: "waiting" },
};
const now = "2026-01-01T00:00:10.000Z";

const after = (...happenings: Happening[]): Job =>
  happenings.reduce((job, happening) => next(job, happening, now), waiting);

const accepted: Happening[] = [{ kind: "sending" }, { kind: "accepted", requestId: "r1" }];
const trouble = { code: "network", nextTryAt: now };
const reason = { code: "generationFailed" };

describe("the life of a job", () => {
  test("from the queue to a take", () => {
    const made: Happening[] = [...accepted, { kind: "running" }, { kind: "made", cost: 2 }];
    expect(after(...accepted)).toMatchObject({
      status: { state: "inQueue", position: null },
      requestId: "r1",
      submittedAt: now,
    });
    expect(after(...made)).toMatchObject({
      status: { state: "downloading", bytes: 0 },
      startedAt: now,
      cost: 2,
    });
    expect(after(...made, { kind: "taken" })).toMatchObject({
      status: { state: "done" },
      endedAt: now,
    });
  });

  test("a trouble stays until something good happens, and changes no state", () => {
    const troubled = after(...accepted, { kind: "troubled", trouble });
    expect(troubled).toMatchObject({ status: { state: "inQueue" }, trouble });
    expect(next(troubled, { kind: "queued", position: 1 }, now).trouble).toBeNull();
  });

  test("the cost that is known is never forgotten", () => {
    const job = after(...accepted, { kind: "charged", cost: 3 }, { kind: "made", cost: null });
    expect(job.cost).toBe(3);
  });

  test("nothing new is the same value", () => {
    const job = after(...accepted, { kind: "queued", position: 2 });
    expect(next(job, { kind: "queued", position: 2 }, "2027-01-01T00:00:00.000Z")).toBe(job);
  });

  test("a video that could not be fetched waits; one that the service refused does not", () => {
    const made: Happening[] = [...accepted, { kind: "made", cost: null }];
    expect(canAskAgain(after(...made, { kind: "notFetched", reason }))).toBe(true);
    expect(canAskAgain(after(...accepted, { kind: "failed", reason, cost: null }))).toBe(false);
    const expired = { code: "expired" };
    expect(canAskAgain(after(...accepted, { kind: "failed", reason: expired, cost: 1 }))).toBe(
      true,
    );
  });
});

const words = fc.constantFrom("network", "expired", "noOutput", "generationFailed");
const reasons = words.map((code) => ({ code }));
const costs = fc.option(fc.constantFrom(0, 1.5));
const troubles = reasons.map((found) => ({ ...found, nextTryAt: now }));
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: "sending" },
    { kind: "running" },
    { kind: "running", word: "odd" },
    { kind: "unwatched" },
    { kind: "watched" },
    { kind: "cancelled" },
    { kind: "fetchAgain" },
    { kind: "taken" },
    { kind: "putOff", trouble: null },
  ),
  fc.record({ kind: fc.constant("accepted" as const), requestId: fc.constantFrom("r1", "r2") }),
  fc.record({ kind: fc.constant("adopted" as const), requestId: fc.constantFrom("r3", "r4") }),
  fc.record({ kind: fc.constantFrom("refused" as const, "lost" as const), reason: reasons }),
  fc.record({ kind: fc.constant("notFetched" as const), reason: reasons }),
  fc.record({ kind: fc.constant("failed" as const), reason: reasons, cost: costs }),
  fc.record({ kind: fc.constant("made" as const), cost: costs }),
  fc.record({ kind: fc.constant("queued" as const), position: fc.option(fc.nat(9)) }),
  fc.record({ kind: fc.constantFrom("troubled" as const, "putOff" as const), trouble: troubles }),
  fc.record({
    kind: fc.constant("received" as const),
    bytes: fc.nat(99),
    total: fc.option(fc.nat(99)),
  }),
);

test("whatever happens, in whatever order, a job keeps its promises", () => {
  fc.assert(
    fc.property(fc.array(happenings, { maxLength: 40 }), (story) => {
      let job = waiting;
      for (const happening of story) {
        const before = job;
        job = next(job, happening, now);
        jobSchema.parse(job);
        expect(job.endedAt === null).toBe(isOpen(job));
        // Sent is sent: only an answer that was clearly a refusal leads back to the queue.
        if (before.status.state !== "submitting" && before.status.state !== "waiting") {
          expect(job.status.state).not.toBe("waiting");
          expect(job.status.state).not.toBe("submitting");
        }
        if (before.requestId !== null) expect(job.requestId).toBe(before.requestId);
        if (before.cost !== null && happening.kind !== "charged") {
          expect(job.cost).not.toBeNull();
        }
        if (["done", "cancelled"].includes(before.status.state)) {
          expect(job.status).toEqual(before.status);
        }
        if (happening.kind === "troubled") expect(job.status).toEqual(before.status);
      }
    }),
    { numRuns: 500 },
  );
});
