import { beforeEach, expect, it } from "vitest";
import { costOf, costOfJob, costWords } from "../../../renderer/library/prices.ts";
import { job } from "./jobs.ts";
import { speakIn } from "./speak.ts";

beforeEach(() => speakIn("en"));
const done = { state: "done" } as const;

it("is what was charged once that is known of all parts, an estimate before", () => {
  const charged = job(done, { cost: 2 });
  const waiting = job(done, { estimate: 1.5 });
  expect(costOf([charged, job(done, { cost: 1 })])).toEqual({ kind: "charged", usd: 3 });
  expect(costOf([charged, waiting])).toEqual({ kind: "about", usd: 3.5 });
});

it("is never 0 for what is not known, and free for the animatic", () => {
  expect(costOf([job(done, { cost: 2 }), job(done, { estimate: null })])).toEqual({
    kind: "unknown",
  });
  expect(costOf([job(done, { engine: "animatic", cost: 0, estimate: 0 })])).toEqual({
    kind: "free",
  });
});

it("is nothing for a request that was never accepted", () => {
  const reason = { code: "noBalance" };
  expect(costOfJob(job({ state: "failed", reason }))).toBeUndefined();
  expect(costOfJob(job({ state: "cancelled" }, { requestId: "r1" }))).toBeUndefined();
  expect(costOfJob(job({ state: "failed", reason }, { requestId: "r1", cost: 2.02 }))).toEqual({
    kind: "charged",
    usd: 2.02,
  });
});

it("is written as money", () => {
  expect(costWords({ kind: "charged", usd: 2.02 }, "en")).toBe("$2.02");
  expect(costWords({ kind: "about", usd: 2.02 }, "en")).toBe("about $2.02");
  expect(costWords({ kind: "unknown" }, "en")).toBe("price unknown");
});
