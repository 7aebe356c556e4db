import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipsOf, totalOf, withSeconds, type Clip } from "../../../renderer/timeline/film.ts";
import { clipAt, placeFor, secondsAt, ticksOf } from "../../../renderer/timeline/place.ts";
import { previewSize } from "../../../renderer/timeline/previewSize.ts";
import { tryFit } from "../../../renderer/timeline/tryFit.ts";
import { setMode, setParams } from "../../../shared/board/edits.ts";
import { createCompiler } from "../../../shared/compile/compile.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { build, nodeId } from "../../board/build.ts";

function clips(...seconds: number[]): readonly Clip[] {
  const bare = seconds.map((each, index) => ({
    id: nodeId(`s${index}`),
    index,
    title: undefined,
    action: "",
    start: 0,
    seconds: each,
    locked: false,
    beginsPart: undefined,
  }));
  return withSeconds(bare, seconds);
}

const filmOf = (seconds: readonly number[]) => {
  const ids = seconds.map((_, i) => `s${i}`);
  const nodes = Object.fromEntries(ids.map((id) => [id, "shot" as const]));
  const edges = ids.map((id, i) =>
    i === ids.length - 1 ? `${id}.shots > film.shots` : `${id}.shots > s${i + 1}.previous`,
  );
  return setParams(
    build({ ...nodes, film: "scene" }, edges),
    ids.map((id, i) => ({
      id: nodeId(id),
      params: { seconds: seconds[i], prompt: `Something ${i}` },
    })),
  );
};

describe("clips", () => {
  test("stand one after the other and know where a new request begins", () => {
    const board = filmOf(Array.from({ length: 9 }, () => 3));
    const scene = createCompiler(profiles)(board).scenes.get(nodeId("film"));
    const found = clipsOf(board, nodeId("film"), scene);
    expect(found.map(({ start }) => start)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(
      found.flatMap(({ index, beginsPart }) => (beginsPart ? [[index, beginsPart]] : [])),
    ).toEqual([[5, 2]]);
  });
  test("are laid out from the board when the scene cannot be compiled", () => {
    const found = clipsOf(filmOf([5, 4]), nodeId("film"), undefined);
    expect(found.map(({ id, start, seconds }) => [id, start, seconds])).toEqual([
      ["s0", 0, 5],
      ["s1", 5, 4],
    ]);
  });
  test("leave out what is off and what a muted shot cuts off, whether the scene is compiled or not", () => {
    const muted = setMode(filmOf([5, 4, 3, 2, 6]), [nodeId("s1")], "muted");
    const board = setMode(muted, [nodeId("s3")], "bypassed");
    const scene = createCompiler(profiles)(board).scenes.get(nodeId("film"));
    for (const each of [scene, undefined]) {
      const found = clipsOf(board, nodeId("film"), each);
      expect(found.map(({ id, start }) => [id, start])).toEqual([
        ["s2", 0],
        ["s4", 3],
      ]);
    }
  });
  test("with other lengths still join", () => {
    const changed = withSeconds(clips(5, 4, 3), [6, 4, 5]);
    expect(changed.map(({ start }) => start)).toEqual([0, 6, 10]);
    expect(totalOf(changed)).toBe(15);
  });
  test("are found by time", () => {
    const three = clips(5, 4, 3);
    expect([0, 4.9, 5, 12, 99].map((at) => clipAt(three, at)?.index)).toEqual([0, 0, 1, 2, 2]);
    expect(clipAt([], 0)).toBeUndefined();
  });
});

describe("dragging a clip to another place", () => {
  const three = clips(5, 4, 3);
  test("takes it past another once its middle has passed the other's", () => {
    expect(placeFor(three, 0, 0)).toBe(0);
    expect(placeFor(three, 0, 3)).toBe(1);
    expect(placeFor(three, 0, 20)).toBe(2);
    expect(placeFor(three, 2, -1)).toBe(2);
    expect(placeFor(three, 2, -4)).toBe(1);
    expect(placeFor(three, 2, -20)).toBe(0);
  });
  test("always gives a place, and stays where it is without a drag", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.nat(), fc.integer({ min: -200, max: 200 }), (seconds, pick, by) => {
        const all = clips(...seconds);
        const index = pick % all.length;
        const place = placeFor(all, index, by);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(all.length);
        expect(placeFor(all, index, 0)).toBe(index);
        if (by > 0) expect(place).toBeGreaterThanOrEqual(index);
        if (by < 0) expect(place).toBeLessThanOrEqual(index);
      }),
    );
  });
});

describe("the ruler", () => {
  test("has a tick for each second while there is room, and labels that do not touch", () => {
    const wide = ticksOf(12, 100);
    expect(wide).toHaveLength(13);
    expect(wide.every(({ labelled }) => labelled)).toBe(true);
    const tight = ticksOf(27, 14);
    expect(tight.filter(({ labelled }) => labelled).map(({ at }) => at)).toEqual([
      0, 5, 10, 15, 20, 25,
    ]);
  });
  test("turns px into seconds of the scene", () => {
    expect(secondsAt(150, 100, 12)).toBe(1.5);
    expect(secondsAt(-5, 100, 12)).toBe(0);
    expect(secondsAt(5000, 100, 12)).toBe(12);
    expect(secondsAt(10, 0, 12)).toBe(0);
  });
});

describe("fitting the scene to a length", () => {
  const limits = { shot: { min: 3, max: 15 }, total: { min: 3, max: 15 }, maxShots: 20 };
  test("changes the shots as little as possible", () => {
    expect(tryFit({ clips: clips(5, 4, 3), limits }, 15)).toMatchObject({ seconds: [6, 5, 4] });
  });
  test("keeps to the totals that one request takes, and lets several be planned beyond them", () => {
    const fixed = { ...limits, total: { min: 5, max: 10 }, allowedTotals: [5, 10] };
    const film = { clips: clips(4, 4), limits: fixed };
    expect(tryFit(film, 9)).toMatchObject({ ok: false, reason: "totalNotAllowed", nearest: 10 });
    expect(tryFit(film, 20)).toMatchObject({ ok: true, seconds: [10, 10] });
  });
  test("goes by what a board can hold while no model is known", () => {
    expect(tryFit({ clips: clips(5), limits: undefined }, 120)).toMatchObject({ seconds: [120] });
  });
});

describe("the size of the animatic", () => {
  test("is that of its longer side", () => {
    expect(previewSize("16:9", 480, 900)).toMatchObject({ width: 480, height: 270 });
    expect(previewSize("9:16", 480, 900)).toMatchObject({ width: 270, height: 480 });
    expect(previewSize("1:1", 480, 900)).toMatchObject({ width: 480, height: 480 });
  });
  test("never grows beyond the room above the bottom panel", () => {
    expect(previewSize("9:16", 960, 360).height).toBe(360);
    expect(previewSize("16:9", 960, 270)).toMatchObject({ width: 480, height: 270 });
  });
});
