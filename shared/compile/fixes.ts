import { addNode, connect, removeEdges, setParam, setParams, type Point } from "../board/edits.ts";
import { edgesInto, nodeOf, throughReroutes } from "../board/graph.ts";
import { edgeIdSchema, nodeIdSchema, type Board, type NodeId } from "../board/schema.ts";
import type { Profile } from "../models/profile.ts";
import { elementNamePattern } from "../nodes/element.ts";
import type { ShotValue } from "../nodes/ports.ts";
import { isNode } from "../nodes/registry.ts";
import { actionOf } from "../nodes/shot.ts";
import type { Fix } from "./compiled.ts";
import { fix } from "./problems.ts";

/** The edits that one click applies. Each leaves a board alone on which it makes no sense any more. */

export const setSeconds = (nodeId: NodeId, seconds: number): Fix =>
  fix("setSeconds", { seconds }, (board) => setParam(board, nodeId, "seconds", seconds));

export const fitSeconds = (shots: readonly ShotValue[], seconds: readonly number[]): Fix =>
  fix(
    "fitSeconds",
    { seconds: seconds.join(" + "), total: seconds.reduce((sum, s) => sum + s, 0) },
    (board) =>
      setParams(
        board,
        shots.map(({ nodeId }, i) => ({ id: nodeId, params: { seconds: seconds[i] } })),
      ),
  );

export const allowParts = (scene: NodeId): Fix =>
  fix("allowParts", {}, (board) => setParam(board, scene, "onePart", false));

export const allowEndImage = (scene: NodeId): Fix =>
  fix("allowEndImage", {}, (board) => setParam(board, scene, "allowEndImage", true));

export const disconnect = (nodeId: NodeId, port: string): Fix =>
  fix("disconnect", {}, (board) =>
    removeEdges(
      board,
      edgesInto(board, nodeId, port).map(({ id }) => id),
    ),
  );

/** Takes off what comes into a node from the other nodes of its cycle. */
export const breakCycle = (nodeId: NodeId, cycle: ReadonlySet<NodeId>): Fix =>
  fix("disconnect", {}, (board) =>
    removeEdges(
      board,
      edgesInto(throughReroutes(board), nodeId)
        .filter(({ edge }) => cycle.has(edge.from.node))
        .map(({ id }) => id),
    ),
  );

/** `settings` is the node that speaks for the scene; without one, the scene gets one of its own. */
export const switchModel = (
  { id, name }: Profile,
  scene: NodeId,
  settings: NodeId | undefined,
): Fix =>
  fix("switchModel", { model: id, name }, (board) =>
    settings === undefined ? addSettings(board, scene, id) : setParam(board, settings, "model", id),
  );

function addSettings(board: Board, scene: NodeId, model: string): Board {
  const id = nodeIdSchema.parse(freeId(board.nodes, "settings"));
  const at = placeBeside(board, scene);
  const added = addNode(board, { id, type: "settings", params: { model }, at });
  const edge = edgeIdSchema.parse(freeId(board.edges, "settings"));
  return connect(added, edge, { node: id, port: "settings" }, { node: scene, port: "settings" });
}

export const setShotType = (settings: NodeId, value: string): Fix =>
  fix("setShotType", { value }, (board) => setParam(board, settings, "shotType", value));

export const setAspectRatio = (settings: NodeId, value: string): Fix =>
  fix("setAspectRatio", { value }, (board) => setParam(board, settings, "aspectRatio", value));

export const removeExtra = (settings: NodeId, field: string): Fix =>
  fix("removeExtra", { field }, (board) => {
    const node = nodeOf(board, settings);
    if (!isNode(node, "settings")) return board;
    const kept = Object.entries(node.params.extra).filter(([name]) => name !== field);
    return setParam(board, settings, "extra", Object.fromEntries(kept));
  });

/** Writes the shots' own words into the summary, on one line and no longer than `limit` characters. */
export const summaryFromShots = (scene: NodeId, shots: readonly ShotValue[], limit: number): Fix =>
  fix("summaryFromShots", {}, (board) => {
    const words = shots.map((shot) => {
      const node = nodeOf(board, shot.nodeId);
      // As written, so that `@name` stays a name; what is wired in has only its words.
      return isNode(node, "shot") && node.params.prompt.trim() !== ""
        ? node.params.prompt
        : actionOf(shot);
    });
    const line = words.join(" ").replaceAll(/\s+/g, " ").trim();
    return setParam(board, scene, "summary", shortened(line, limit));
  });

function shortened(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const lastSpace = cut.lastIndexOf(" ");
  return lastSpace > 0 ? cut.slice(0, lastSpace) : cut;
}

/** Undefined for a name that no element can have. `near` is the node that names it. */
export const addElement = (name: string, near: NodeId): Fix | undefined =>
  name.length > 40 || !elementNamePattern.test(name)
    ? undefined
    : fix("addElement", { name }, (board) =>
        addNode(board, {
          id: nodeIdSchema.parse(freeId(board.nodes, "element")),
          type: "element",
          params: { name },
          at: placeBeside(board, near),
        }),
      );

/** Px; left of a node and a little lower, where its inputs come from. */
function placeBeside(board: Board, id: NodeId): Point {
  const place = board.layout[id];
  return { x: (place?.x ?? 0) - 320, y: (place?.y ?? 0) + 200 };
}

/** A fix is free of chance, so its ids are counted. */
function freeId(taken: object, word: string): string {
  let count = 1;
  while (Object.hasOwn(taken, `${word}-${count}`)) count += 1;
  return `${word}-${count}`;
}
