import { describe, expect, it } from "vitest";
import {
  firstFit,
  fittingPorts,
  fittingTypes,
  portKey,
  reasonAgainst,
  wireEnds,
  type OpenWire,
} from "../../../renderer/canvas/wiring.ts";
import { canConnect, nodeIdsOf, nodeOf } from "../../../shared/board/graph.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { definitionOf } from "../../../shared/nodes/registry.ts";
import { build, edgeId, end, nodeId } from "../../board/build.ts";

const board = build(
  {
    words: "prompt",
    more: "prompt",
    join: "join",
    one: "shot",
    two: "shot",
    three: "shot",
    set: "settings",
    film: "scene",
    other: "scene",
    aside: "note",
  },
  [
    "words.text > one.prompt",
    "words.text > join.text",
    "join.text > two.prompt",
    "one.shots > two.previous",
    "two.shots > three.previous",
    "three.shots > film.shots",
    "set.settings > film.settings",
  ],
);

/** The same question asked of `canConnect`, port by port. */
function allowed(board: Board, wire: OpenWire): string[] {
  const side = wire.side === "output" ? "input" : "output";
  return nodeIdsOf(board)
    .flatMap((id) => {
      const node = nodeOf(board, id);
      const definition = node && definitionOf(node);
      const ports = Object.keys(
        (side === "input" ? definition?.inputs : definition?.outputs) ?? {},
      );
      return ports.map((port) => ({ node: id, port }));
    })
    .filter((other) => {
      const { from, to } = wireEnds(wire, other);
      return canConnect(board, from, to, wire.moving).ok;
    })
    .map(({ node, port }) => portKey(node, side, port));
}

const everyWire = (board: Board): OpenWire[] =>
  nodeIdsOf(board).flatMap((node) => {
    const found = nodeOf(board, node);
    const definition = found && definitionOf(found);
    const from = (side: "input" | "output", ports: object = {}): OpenWire[] =>
      Object.keys(ports).map((port) => ({ end: { node, port }, side }));
    return [...from("input", definition?.inputs), ...from("output", definition?.outputs)];
  });

describe("the ports that a wire fits", () => {
  it.each(everyWire(board).map((wire) => [`${wire.end.node}.${wire.end.port}`, wire] as const))(
    "from %s are those that canConnect allows",
    (_name, wire) => {
      const side = wire.side === "output" ? "input" : "output";
      const found = fittingPorts(board, wire).map(({ node, port }) => portKey(node, side, port));
      expect(found.toSorted()).toEqual(allowed(board, wire).toSorted());
    },
  );

  it("include the one that a moving edge is taken from", () => {
    const wire: OpenWire = { end: end("one.shots"), side: "output" };
    expect(fittingPorts(board, wire)).not.toContainEqual(end("two.previous"));
    const moving = { ...wire, moving: edgeId("w3") };
    expect(fittingPorts(board, moving)).toContainEqual(end("two.previous"));
    expect(fittingPorts(board, moving).length).toBe(allowed(board, moving).length);
  });
});

describe("a wire dropped anywhere on a node", () => {
  const fromText: OpenWire = { end: end("more.text"), side: "output" };

  it("goes to the first port that fits", () => {
    expect(firstFit(board, fromText, nodeId("film"))).toEqual(end("film.prompt"));
    expect(firstFit(board, fromText, nodeId("set"))).toBeUndefined();
  });

  it("goes to a free port before one that has a wire", () => {
    const wired = build({ a: "prompt", b: "prompt", film: "scene" }, ["a.text > film.prompt"]);
    expect(firstFit(wired, { end: end("b.text"), side: "output" }, nodeId("film"))).toEqual(
      end("film.negative"),
    );
  });

  it("takes the place of a wire when nothing is free", () => {
    const wire: OpenWire = { end: end("one.shots"), side: "output" };
    expect(firstFit(board, wire, nodeId("film"))).toEqual(end("film.shots"));
  });
});

describe("a wire that no port of a node takes", () => {
  it.each([
    ["has been there before", "one.prompt", "words", "already"],
    ["is the only one, wired there already", "words.text", "one", "already"],
    ["would make a loop", "three.shots", "one", "cycle"],
    ["would make a loop from behind", "one.previous", "three", "cycle"],
    ["is of another kind", "set.settings", "one", "noFit"],
    ["meets no port at all", "words.text", "aside", "noFit"],
  ] as const)("%s", (_why, held, node, reason) => {
    const side = ["prompt", "previous"].some((port) => held.endsWith(port)) ? "input" : "output";
    const wire: OpenWire = { end: end(held), side };
    expect(firstFit(board, wire, nodeId(node))).toBeUndefined();
    expect(reasonAgainst(board, wire, nodeId(node))).toBe(reason);
  });
});

describe("the node types that a wire can go on to", () => {
  it("have a port of its kind on the other side, the first one named", () => {
    const types = (wire: OpenWire) =>
      fittingTypes(board, wire).map(({ type, port }) => `${type}.${port}`);
    expect(types({ end: end("words.text"), side: "output" })).toEqual([
      "shot.prompt",
      "join.text",
      "scene.prompt",
      "reroute.in",
    ]);
    expect(types({ end: end("film.settings"), side: "input" })).toEqual([
      "settings.settings",
      "reroute.out",
    ]);
    expect(types({ end: end("film.video"), side: "output" })).toEqual(["reroute.in"]);
  });
});
