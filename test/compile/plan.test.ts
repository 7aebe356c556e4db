import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fitPlan,
  planParts,
  type PartLimits,
  type PlannedShot,
} from "../../shared/compile/plan.ts";

const limits: PartLimits = {
  shot: { min: 3, max: 15 },
  total: { min: 3, max: 15 },
  maxShots: 20,
};
const fiveOrTen: PartLimits = { ...limits, total: { min: 5, max: 10 }, allowedTotals: [5, 10] };
const shots = (...seconds: number[]): PlannedShot[] =>
  seconds.map((s) => ({ seconds: s, locked: false, startsPart: false }));
const startingAt = (list: PlannedShot[], index: number): PlannedShot[] =>
  list.map((shot, i) => (i === index ? { ...shot, startsPart: true } : shot));
const lengths = (list: readonly PlannedShot[], given = limits) => {
  const plan = planParts(list, given);
  return plan.ok ? plan.parts.map((part) => part.seconds) : plan;
};

describe("planParts", () => {
  test("keeps in one part what fits one request", () => {
    expect(lengths(shots(5, 4, 3))).toEqual([12]);
    expect(lengths(shots(3, 3, 3, 3, 3))).toEqual([15]);
  });

  test("nine shots of 3 s become 15 + 12 s", () => {
    expect(lengths(shots(3, 3, 3, 3, 3, 3, 3, 3, 3))).toEqual([15, 12]);
  });

  test("is as even as the borders of the shots allow, and uses no part more for it", () => {
    expect(lengths(shots(5, 5, 5, 3, 3))).toEqual([10, 11]);
    expect(lengths(shots(10, 10, 5, 3))).toEqual([10, 10, 8]);
    expect(lengths(shots(8, 8))).toEqual([8, 8]);
  });

  test("begins a part where the user says so", () => {
    expect(lengths(startingAt(shots(5, 4, 3), 1))).toEqual([5, 7]);
    expect(lengths(startingAt(shots(5, 4, 3), 0))).toEqual([12]);
  });

  test("puts no more shots into a part than the model takes", () => {
    expect(lengths(shots(3, 3, 3, 3), { ...limits, maxShots: 2 })).toEqual([6, 6]);
  });

  test("finds the sums that a model takes", () => {
    expect(lengths(shots(5, 5, 5), fiveOrTen)).toEqual([10, 5]);
    expect(lengths(shots(4, 6, 5), fiveOrTen)).toEqual([10, 5]);
  });

  test("says why there is no plan", () => {
    expect(planParts(shots(5, 16, 3), limits)).toEqual({
      ok: false,
      reason: "shotTooLong",
      at: 1,
    });
    expect(planParts(shots(5, 4, 4), fiveOrTen)).toMatchObject({
      ok: false,
      reason: "sumNotAllowed",
    });
  });

  test("plans nothing for nothing", () => {
    expect(planParts([], limits)).toEqual({ ok: true, parts: [] });
  });
});

const anyLimits = fc.constantFrom<PartLimits>(
  limits,
  fiveOrTen,
  { ...limits, maxShots: 3 },
  { shot: { min: 1, max: 15 }, total: { min: 3, max: 15 }, maxShots: 6 },
);
const anyShots = fc.array(
  fc.record({
    seconds: fc.integer({ min: 1, max: 16 }),
    locked: fc.boolean(),
    startsPart: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Every way to cut the shots into requests that the model takes, as lists of seconds. */
function allCuts(list: readonly PlannedShot[], given: PartLimits): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((_, i) => {
    const [head, tail] = [list.slice(0, i + 1), list.slice(i + 1)];
    const seconds = head.reduce((sum, shot) => sum + shot.seconds, 0);
    const fits =
      head.length <= given.maxShots &&
      head.slice(1).every((shot) => !shot.startsPart) &&
      (given.allowedTotals?.includes(seconds) ??
        (seconds >= given.total.min && seconds <= given.total.max));
    return fits ? allCuts(tail, given).map((rest) => [seconds, ...rest]) : [];
  });
}
const squares = (seconds: readonly number[]): number => seconds.reduce((sum, s) => sum + s * s, 0);

describe("planParts, whatever the shots", () => {
  test("no other way to cut has fewer parts, or as few and is more even, or begins longer", () => {
    fc.assert(
      fc.property(anyShots, anyLimits, (list, given) => {
        const [best] = allCuts(list, given).toSorted(
          (a, b) =>
            a.length - b.length ||
            squares(a) - squares(b) ||
            a.reduce((order, s, i) => order || (b[i] ?? 0) - s, 0),
        );
        const plan = planParts(list, given);
        expect(plan.ok ? plan.parts.map((part) => part.seconds) : undefined).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test("the parts follow each other and leave no shot out", () => {
    fc.assert(
      fc.property(anyShots, anyLimits, (list, given) => {
        const plan = planParts(list, given);
        if (!plan.ok) return;
        const ends = plan.parts.map((part) => part.to);
        expect(plan.parts.map((part) => part.from)).toEqual([0, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(list.length);
      }),
    );
  });
});

describe("fitPlan", () => {
  const fitted = (list: PlannedShot[], given: PartLimits, onePart = false) =>
    fitPlan(list, given, onePart)?.seconds;

  test("finds the nearest seconds for which there is a plan", () => {
    expect(fitted(shots(5, 4), fiveOrTen)).toEqual([6, 4]);
    expect(fitted(shots(4, 4, 4), fiveOrTen)).toEqual([3, 3, 4]);
    expect(fitted(shots(3, 3, 3, 3, 3, 3), limits, true)).toBeUndefined();
    expect(fitted(shots(6, 6, 6), limits, true)).toEqual([5, 5, 5]);
  });

  test("leaves a plan that exists as it is", () => {
    expect(fitPlan(shots(5, 5, 5), fiveOrTen, false)).toEqual({ seconds: [5, 5, 5], changed: 0 });
  });

  test("what it finds can be planned, keeps locks, and changes nothing that had a plan", () => {
    fc.assert(
      fc.property(anyShots, anyLimits, (list, given) => {
        const found = fitPlan(list, given, false);
        const mended = found && list.map((s, i) => ({ ...s, seconds: found.seconds[i] ?? 0 }));
        if (mended === null) return;
        expect(planParts(mended, given).ok).toBe(true);
        const withinLimits = list.every(
          ({ seconds }) => seconds >= given.shot.min && seconds <= given.shot.max,
        );
        if (withinLimits && planParts(list, given).ok) expect(found?.changed).toBe(0);
        for (const [i, shot] of list.entries()) {
          if (shot.locked) expect(mended[i]?.seconds).toBe(shot.seconds);
        }
      }),
    );
  });
});
