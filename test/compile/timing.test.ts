import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitTo, setSeconds, type Budget, type TimedShot } from "../../shared/compile/timing.ts";

const shot = (seconds: number, locked = false): TimedShot => ({ seconds, locked });
const limits = { min: 3, max: 15 };
const fit = (shots: TimedShot[], target: number, more: Partial<Budget> = {}) =>
  fitTo({ shots, target, ...limits, ...more });
const sum = (seconds: readonly number[]): number => seconds.reduce((total, s) => total + s, 0);

describe("fitTo", () => {
  test("leaves shots alone that already last the target", () => {
    expect(fit([shot(5), shot(4), shot(3)], 12)).toEqual({ ok: true, seconds: [5, 4, 3] });
  });

  test("spreads the change instead of taking it from one shot", () => {
    expect(fit([shot(5), shot(5), shot(5)], 12)).toEqual({ ok: true, seconds: [4, 4, 4] });
  });

  test("gives what cannot be shared to the longest shot, then to the first", () => {
    expect(fit([shot(4), shot(6), shot(4)], 15)).toEqual({ ok: true, seconds: [4, 7, 4] });
    expect(fit([shot(5), shot(5)], 11)).toEqual({ ok: true, seconds: [6, 5] });
  });

  test("brings shots that are out of their limits within them, and takes that into account", () => {
    expect(fit([shot(2), shot(5), shot(5)], 15)).toEqual({ ok: true, seconds: [3, 6, 6] });
    expect(fit([shot(20)], 15)).toEqual({ ok: true, seconds: [15] });
  });

  test("keeps locked shots, also one that is out of the limits", () => {
    expect(fit([shot(7, true), shot(5)], 10)).toEqual({ ok: true, seconds: [7, 3] });
    expect(fit([shot(2, true), shot(5)], 10)).toEqual({ ok: true, seconds: [2, 8] });
  });

  test.each([
    { name: "no shots", shots: [], target: 5, reason: "noShots", nearest: null },
    { name: "half a second", shots: [shot(5)], target: 5.5, reason: "notWhole", nearest: 6 },
    {
      name: "six shots in 15 s",
      shots: Array.from({ length: 6 }, () => shot(3)),
      target: 15,
      reason: "tooManyShots",
      nearest: 18,
    },
    { name: "one shot of 20 s", shots: [shot(5)], target: 20, reason: "tooFewShots", nearest: 15 },
    {
      name: "locks that take all",
      shots: [shot(9, true), shot(3)],
      target: 10,
      reason: "lockedTooLong",
      nearest: 12,
    },
    {
      name: "locks that leave too much",
      shots: [shot(3, true), shot(3)],
      target: 20,
      reason: "lockedTooShort",
      nearest: 18,
    },
  ])("says why not: $name", ({ shots, target, reason, nearest }) => {
    expect(fit(shots, target)).toMatchObject({ ok: false, reason, nearest });
  });

  test("six shots in 15 s: names how many would fit", () => {
    const six = Array.from({ length: 6 }, () => shot(3));
    expect(fit(six, 15)).toMatchObject({
      values: { shots: 6, target: 15, min: 3, least: 18, most: 5 },
    });
  });

  test("proposes the nearest total that the model takes and the shots can reach", () => {
    const allowedTotals = [5, 10];
    expect(fit([shot(4), shot(4)], 8, { allowedTotals })).toMatchObject({
      reason: "totalNotAllowed",
      nearest: 10,
      values: { allowed: "5, 10" },
    });
    expect(fit([shot(4)], 7, { allowedTotals })).toMatchObject({ nearest: 5 });
    expect(fit([shot(3), shot(3)], 5, { allowedTotals })).toMatchObject({
      reason: "tooManyShots",
      nearest: 10,
    });
    expect(fit([shot(11, true)], 11, { allowedTotals })).toMatchObject({ nearest: null });
    expect(fit([shot(4), shot(4)], 10, { allowedTotals })).toEqual({ ok: true, seconds: [5, 5] });
  });
});

const anyShot = fc.record({ seconds: fc.integer({ min: 1, max: 9 }), locked: fc.boolean() });
const smallBudget: fc.Arbitrary<Budget> = fc.record({
  shots: fc.array(anyShot, { minLength: 1, maxLength: 4 }),
  target: fc.integer({ min: 1, max: 24 }),
  min: fc.integer({ min: 1, max: 3 }),
  max: fc.integer({ min: 3, max: 6 }),
  allowedTotals: fc.constantFrom(undefined, [5, 10], [4, 8, 12]),
});

/** Every way to give the shots seconds that meets the budget. */
function* allWays({ shots, target, min, max, allowedTotals }: Budget): Generator<number[]> {
  if (allowedTotals !== undefined && !allowedTotals.includes(target)) return;
  function* from(index: number, left: number): Generator<number[]> {
    const at = shots[index];
    if (at === undefined) {
      if (left === 0) yield [];
      return;
    }
    const choices = at.locked
      ? [at.seconds]
      : Array.from({ length: max - min + 1 }, (_, i) => min + i);
    for (const seconds of choices) {
      for (const rest of from(index + 1, left - seconds)) yield [seconds, ...rest];
    }
  }
  yield* from(0, target);
}

const changes = (shots: readonly TimedShot[], seconds: readonly number[]) => {
  const each = seconds.map((s, i) => Math.abs(s - (shots[i]?.seconds ?? s)));
  return [sum(each), Math.max(...each)] as const;
};

describe("fitTo, whatever the budget", () => {
  test("meets it exactly with the least change that any way has, or there is no way", () => {
    fc.assert(
      fc.property(smallBudget, (budget) => {
        const ways = [...allWays(budget)].map((way) => changes(budget.shots, way));
        const answer = fitTo(budget);
        expect(answer.ok).toBe(ways.length > 0);
        if (!answer.ok) return;
        expect(sum(answer.seconds)).toBe(budget.target);
        const [total, largest] = changes(budget.shots, answer.seconds);
        expect(total).toBe(Math.min(...ways.map(([t]) => t)));
        expect(largest).toBe(Math.min(...ways.filter(([t]) => t === total).map(([, l]) => l)));
      }),
      { numRuns: 500 },
    );
  });

  test("keeps locks and limits, and gives the same answer again", () => {
    fc.assert(
      fc.property(smallBudget, (budget) => {
        const answer = fitTo(budget);
        expect(fitTo(budget)).toEqual(answer);
        if (!answer.ok) return;
        for (const [i, seconds] of answer.seconds.entries()) {
          const before = budget.shots[i];
          if (before?.locked) expect(seconds).toBe(before.seconds);
          else expect(seconds >= budget.min && seconds <= budget.max).toBe(true);
        }
        const shots = answer.seconds.map((seconds) => shot(seconds));
        expect(fitTo({ ...budget, shots, min: 1, max: 99 })).toEqual(answer);
      }),
    );
  });

  test("the nearest target that it proposes can be met, and none is nearer", () => {
    fc.assert(
      fc.property(smallBudget, (budget) => {
        const answer = fitTo(budget);
        if (answer.ok) return;
        const distances = Array.from({ length: 60 }, (_, target) => target)
          .filter((target) => fitTo({ ...budget, target }).ok)
          .map((target) => Math.abs(target - budget.target));
        expect(answer.nearest === null ? [] : [Math.abs(answer.nearest - budget.target)]).toEqual(
          distances.length === 0 ? [] : [Math.min(...distances)],
        );
      }),
    );
  });
});

describe("setSeconds", () => {
  const three = [shot(5), shot(4), shot(3)];

  test("ripple changes the total, within the limits of a shot", () => {
    expect(setSeconds(three, 0, 8, "ripple", limits)).toEqual([8, 4, 3]);
    expect(setSeconds(three, 0, 99, "ripple", limits)).toEqual([15, 4, 3]);
    expect(setSeconds(three, 2, 0, "ripple", limits)).toEqual([5, 4, 3]);
  });

  test("roll moves the cut and stops where the next shot cannot give more", () => {
    expect(setSeconds(three, 0, 4, "roll", limits)).toEqual([4, 5, 3]);
    expect(setSeconds(three, 0, 9, "roll", limits)).toEqual([6, 3, 3]);
  });

  test("nothing rolls over a lock or behind the last shot, and a locked shot stays", () => {
    expect(setSeconds([shot(5), shot(4, true)], 0, 6, "roll", limits)).toEqual([5, 4]);
    expect(setSeconds(three, 2, 6, "roll", limits)).toEqual([5, 4, 3]);
    expect(setSeconds([shot(5, true)], 0, 6, "ripple", limits)).toEqual([5]);
    expect(setSeconds(three, 7, 6, "ripple", limits)).toEqual([5, 4, 3]);
  });

  test("roll keeps the total, ripple keeps all other shots, and both keep the limits", () => {
    const inLimits = fc.record({
      seconds: fc.integer({ min: 3, max: 15 }),
      locked: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(inLimits, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.integer({ min: -5, max: 30 }),
        (shots, index, seconds) => {
          const before = shots.map((s) => s.seconds);
          const rolled = setSeconds(shots, index, seconds, "roll", limits);
          const rippled = setSeconds(shots, index, seconds, "ripple", limits);
          expect(sum(rolled)).toBe(sum(before));
          expect(rippled.toSpliced(index, 1)).toEqual(before.toSpliced(index, 1));
          for (const s of [...rolled, ...rippled]) expect(s >= 3 && s <= 15).toBe(true);
        },
      ),
    );
  });
});
