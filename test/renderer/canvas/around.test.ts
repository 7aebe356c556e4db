import { describe, expect, it } from "vitest";
import { holds, regionOf, shownIn, widened } from "../../../renderer/canvas/around.ts";
import { emptyFlow, flowOf, type Look } from "../../../renderer/canvas/flowOf.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { build, nodeId } from "../../board/build.ts";

const role = { "aria-roledescription": "" };
const roles = { node: role, edge: role };

const look: Look = {
  selectedEdges: new Set(),
  facts: new Map(),
  moving: new Map(),
  names: { roles, node: () => "", label: () => "", edge: () => "" },
};

/** A chain of shots in a row, 1,000 px apart. */
function row(): Board {
  const types = { a: "shot", b: "shot", c: "shot", d: "shot", e: "shot" } as const;
  const board = build(types, [
    "a.shots > b.previous",
    "b.shots > c.previous",
    "a.shots > e.previous",
  ]);
  const places = Object.keys(types).map((id, i) => [nodeId(id), { x: i * 1000, y: 0 }]);
  return { ...board, layout: Object.fromEntries(places) as Board["layout"] };
}

const nothing = { nodes: [], edges: [] };
const region = { left: 900, top: 0, right: 1300, bottom: 300 };
const around = (board: Board) => {
  const flow = flowOf(board, look, emptyFlow);
  return shownIn(region, flow, (id) => flow.made.nodes.get(id)?.flow, nothing);
};
const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe("what of a board React Flow is given", () => {
  it("is the nodes in the region and the ends of the wires that pass through it", () => {
    const { nodes, edges } = around(row());
    expect(ids(nodes)).toEqual(["a", "b", "e", "c"]);
    expect(edges.map(({ source, target }) => `${source}${target}`)).toEqual(["ab", "bc", "ae"]);
  });

  it("is the same arrays while it holds the same", () => {
    const flow = flowOf(row(), look, emptyFlow);
    const find = (id: string) => flow.made.nodes.get(id)?.flow;
    const first = shownIn(region, flow, find, nothing);
    const second = shownIn({ ...region, right: 1310 }, flow, find, first);
    expect(second.nodes).toBe(first.nodes);
    expect(second.edges).toBe(first.edges);
  });
});

describe("the region around a view", () => {
  const sight = { x: -500, y: -100, zoom: 0.5, width: 1000, height: 600 };
  const view = regionOf(sight);

  it("is where the canvas looks, with half a view more on every side", () => {
    expect(view).toEqual({ left: 1000, top: 200, right: 3000, bottom: 1400 });
    expect(widened(view)).toEqual({ left: 0, top: -400, right: 4000, bottom: 2000 });
  });

  it("holds until the view leaves it, or needs only a small part of it", () => {
    expect(holds(widened(view), view)).toBe(true);
    expect(holds(widened(view), regionOf({ ...sight, x: 200 }))).toBe(false);
    expect(holds(widened(view), regionOf({ ...sight, x: -5000, y: -1600, zoom: 2.4 }))).toBe(false);
  });
});
