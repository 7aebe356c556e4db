import { describe, expect, it } from "vitest";
import { arrange, type Arrangement } from "../../../renderer/canvas/arrange.ts";

const box = (id: string, width = 220, height = 120) => ({ id, width, height });
const shot = (id: string) => box(id, 240, 300);
const chain = (from: string, to: string) => ({ from, to, chain: true });
const wire = (from: string, to: string) => ({ from, to, chain: false });

function covering({ boxes }: Arrangement, places: ReturnType<typeof arrange>): string[] {
  const placed = boxes.map((each) => ({ ...each, ...(places.get(each.id) ?? { x: NaN, y: NaN }) }));
  return placed.flatMap((p, i) =>
    placed
      .slice(i + 1)
      .filter(
        (q) =>
          !(p.x + p.width <= q.x || q.x + q.width <= p.x) &&
          !(p.y + p.height <= q.y || q.y + q.height <= p.y),
      )
      .map((q) => `${p.id} ${q.id}`),
  );
}

const story: Arrangement = {
  boxes: [
    ...["one", "two", "three", "four"].map(shot),
    box("scene", 260, 310),
    box("words"),
    box("dusk"),
    box("set"),
    box("note"),
    box("memo"),
  ],
  wires: [
    chain("one", "two"),
    chain("two", "three"),
    chain("three", "four"),
    chain("four", "scene"),
    wire("words", "two"),
    wire("words", "four"),
    wire("dusk", "three"),
    wire("set", "scene"),
  ],
  columns: [],
};

describe("an arranged board", () => {
  const places = arrange(story);
  const at = (id: string) => places.get(id) ?? { x: NaN, y: NaN };

  it("has the shots of a chain and their scene in a row, from left to right", () => {
    const row = ["one", "two", "three", "four", "scene"].map(at);
    expect(new Set(row.map(({ y }) => y)).size).toBe(1);
    expect(row.map(({ x }) => x)).toEqual(row.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(new Set(row.map(({ x }) => x)).size).toBe(5);
  });

  it("has everything left of what it feeds, and nothing covers anything", () => {
    for (const { from, to } of story.wires) expect(at(from).x).toBeLessThan(at(to).x);
    expect(covering(story, places)).toEqual([]);
  });

  it("has what has no wire below the rest, side by side", () => {
    const lowest = Math.max(...["one", "words", "dusk", "set"].map((id) => at(id).y));
    expect(at("note").y).toBeGreaterThan(lowest);
    expect(at("memo").y).toBe(at("note").y);
    expect(at("memo").x).toBeGreaterThan(at("note").x);
  });

  it("is the same for the same board", () => {
    expect([...arrange(story)]).toEqual([...places]);
  });
});

it("two scenes that share the beginning of a chain stand in rows of their own", () => {
  const fork: Arrangement = {
    boxes: [...["a", "b", "c", "d"].map(shot), box("left", 260, 310), box("right", 260, 310)],
    wires: [
      chain("a", "b"),
      chain("b", "left"),
      chain("a", "c"),
      chain("c", "d"),
      chain("d", "right"),
    ],
    columns: [],
  };
  const places = arrange(fork);
  const y = (id: string) => places.get(id)?.y;
  expect(y("b")).toBe(y("left"));
  expect(y("c")).toBe(y("d"));
  expect(y("c")).toBe(y("right"));
  expect(y("b")).not.toBe(y("c"));
  expect(covering(fork, places)).toEqual([]);
});

it("a loop, a lone node and an empty board are no trouble", () => {
  expect(arrange({ boxes: [], wires: [], columns: [] }).size).toBe(0);
  expect([...arrange({ boxes: [box("note")], wires: [], columns: [] })]).toEqual([
    ["note", { x: 0, y: 0 }],
  ]);
  const loop = {
    boxes: [shot("a"), shot("b")],
    wires: [chain("a", "b"), chain("b", "a")],
    columns: [],
  };
  const places = arrange(loop);
  expect(places.size).toBe(2);
  expect(covering(loop, places)).toEqual([]);
});

it.each([[["a", "b", "c"]], [["c", "a", "b"]], [["b", "c", "a"]]])(
  "texts that are joined stay in their order: %s",
  (column) => {
    const joined: Arrangement = {
      boxes: [...["a", "b", "c"].map((id, i) => box(id, 220, 80 + 40 * i)), box("join", 160, 90)],
      wires: ["a", "b", "c"].map((id) => wire(id, "join")),
      columns: [column],
    };
    const places = arrange(joined);
    const ys = column.map((id) => places.get(id)?.y ?? NaN);
    expect(ys).toEqual(ys.toSorted((p, q) => p - q));
    expect(covering(joined, places)).toEqual([]);
  },
);

it("what is pinned is not covered, and the rest stands around it as the wires want it", () => {
  const pins = new Map([
    ["two", { x: 1000, y: 700 }],
    ["memo", { x: 1300, y: 600 }],
  ]);
  const boxes = story.boxes.map((each) => ({ ...each, at: pins.get(each.id) }));
  const places = arrange({ ...story, boxes });
  expect([...pins.keys()].filter((id) => places.has(id))).toEqual([]);
  expect(covering(story, new Map([...places, ...pins]))).toEqual([]);
  expect(places.get("one")?.x).toBeLessThan(1000);
  expect(places.get("three")?.x).toBeGreaterThan(1240);
});
