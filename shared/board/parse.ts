import type { z } from "zod";
import { kindClash } from "../nodes/ports.ts";
import { definitionOf } from "../nodes/registry.ts";
import { receivedAs, tellingWhole, whatIsWrong, type Wrong } from "./complaint.ts";
import { faceSizes } from "./faces.ts";
import { edgeIdsOf, nodeIdsOf, nodeOf, portOf } from "./graph.ts";
import { flawOf, readJson, type JsonFlaw, type JsonPath } from "./json.ts";
import { formatVersion, migrate } from "./migrations.ts";
import { utf8Bytes } from "./room.ts";
import {
  boardFormat,
  boardLimits,
  boardSchema,
  type Board,
  type BoardEdge,
  type BoardNode,
  type NodeId,
  type Placement,
} from "./schema.ts";

interface BoardFailure {
  readonly code: "notABoard" | "tooNew" | "invalid" | "tooLarge";
  /** Where in the file, for `invalid`. */
  readonly path?: (string | number)[];
  /**
   * For `invalid`: `expected`, a code for what is needed there, and `received`, what stands there instead, cut short;
   * for `tooNew`: `version` and `known`; for `tooLarge`: `what` (bytes, nodes, edges), `limit` and, when counted, `count`.
   */
  readonly values?: { [name: string]: string | number };
}

/** `readOnly`: the file is of a newer version; saving it here could lose what this version does not know. */
export type BoardReading =
  | { readonly ok: true; readonly board: Board; readonly readOnly: boolean }
  | { readonly ok: false; readonly failure: BoardFailure };

const fail = (failure: BoardFailure): BoardReading => ({ ok: false, failure });
const invalid = ({ path, expected, received, ...values }: Wrong): BoardReading =>
  fail({ code: "invalid", path: [...path], values: { expected, received, ...values } });

/** Reads the text of a `.shotgraph` file, with or without a byte order mark. Never leaves anything out in silence. */
export function parseBoard(text: string): BoardReading {
  const bytes = text.length * 3 <= boardLimits.bytes ? 0 : utf8Bytes(text);
  if (bytes > boardLimits.bytes) {
    return fail({
      code: "tooLarge",
      values: { what: "bytes", count: bytes, limit: boardLimits.bytes },
    });
  }
  const reading = readJson(text);
  if (reading.ok)
    return isBoard(reading.value) ? readSound(reading.value) : fail({ code: "notABoard" });
  // A file that was cut off or merged by hand is still somebody's board: say where it is broken.
  const wasBoard = /"format"\s*:\s*"shotgraph"/.test(text.slice(0, 2000));
  return wasBoard ? invalid(wrongJson(reading.flaw)) : fail({ code: "notABoard" });
}

function wrongJson(flaw: JsonFlaw): Wrong {
  if ("line" in flaw) {
    const line = flaw.line === undefined ? {} : { line: flaw.line };
    return {
      path: [],
      expected: flaw.code === "notJson" ? "json" : "merged",
      received: "",
      ...line,
    };
  }
  const expected = { repeatedKey: "oneKey", forbiddenKey: "otherKey", tooDeep: "flatter" } as const;
  return { path: flaw.path, expected: expected[flaw.code], received: String(flaw.path.at(-1)) };
}

/** The same for JSON that is decoded already. */
export function readBoard(value: unknown): BoardReading {
  if (!isBoard(value)) return fail({ code: "notABoard" });
  const flaw = flawOf(value);
  return flaw ? invalid(wrongJson(flaw)) : readSound(value);
}

/** What holds nothing that no board may hold. */
function readSound(value: Record<string, unknown>): BoardReading {
  const version = value["formatVersion"];
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    return invalid({
      path: ["formatVersion"],
      expected: "wholeNumber",
      received: receivedAs(version),
    });
  }
  const crowd = tooMany(value);
  if (crowd) return crowd;
  if (version <= formatVersion) return readShape(migrate(value, version));
  const newer = readShape(value);
  return newer.ok
    ? { ...newer, readOnly: true }
    : fail({ code: "tooNew", values: { version, known: formatVersion } });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isBoard = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && value["format"] === boardFormat;

function tooMany(board: Record<string, unknown>): BoardReading | undefined {
  for (const what of ["nodes", "edges"] as const) {
    const entries = board[what];
    const count = isRecord(entries) ? Object.keys(entries).length : 0;
    const limit = boardLimits[what];
    if (count > limit) return fail({ code: "tooLarge", values: { what, count, limit } });
  }
  return undefined;
}

function readShape(value: unknown): BoardReading {
  const shape = boardSchema.safeParse(value, tellingWhole);
  if (!shape.success) return invalid(firstWrong(value, shape.error));
  const nodes: Record<NodeId, BoardNode> = {};
  for (const id of nodeIdsOf(shape.data)) {
    const node = nodeOf(shape.data, id);
    if (!node) continue;
    // A type that this version does not know keeps its params as they are.
    const params = definitionOf(node)?.params.safeParse(node.params, tellingWhole);
    if (params && !params.success) {
      return invalid(firstWrong(node.params, params.error, ["nodes", id, "params"]));
    }
    nodes[id] = params ? { ...node, params: params.data } : node;
  }
  const board = { ...shape.data, nodes };
  const wrong = wrongEdge(board);
  return wrong
    ? invalid(wrong)
    : { ok: true, board: { ...board, layout: placed(board) }, readOnly: false };
}

function firstWrong(value: unknown, error: z.ZodError, path: JsonPath = []): Wrong {
  const issue = error.issues[0];
  if (!issue) return { path, expected: "other", received: "" };
  const wrong = whatIsWrong(value, issue);
  return { ...wrong, path: [...path, ...wrong.path] };
}

/** The first edge that leads nowhere or where it must not. The ports of unknown node types are taken on trust. */
function wrongEdge(board: Board): Wrong | undefined {
  const taken = new Set<string>();
  for (const id of edgeIdsOf(board)) {
    const edge = board.edges[id];
    if (!edge) continue;
    const path = ["edges", id];
    const wrong = wrongEnd(board, edge, "from", path) ?? wrongEnd(board, edge, "to", path);
    if (wrong) return wrong;
    const output = portOf(board, edge.from, "output");
    const input = portOf(board, edge.to, "input");
    const clash = kindClash(output?.kind, input?.kind);
    if (clash) return { path, expected: "sameKind", received: clash.from, kind: clash.to };
    const target = `${edge.to.node} ${edge.to.port}`;
    const key = input?.many === false ? target : `${target} ${edge.from.node} ${edge.from.port}`;
    if (taken.has(key)) {
      return { path: [...path, "to"], expected: "freeInput", received: edge.to.port };
    }
    taken.add(key);
  }
  return undefined;
}

function wrongEnd(
  board: Board,
  edge: BoardEdge,
  which: "from" | "to",
  path: JsonPath,
): Wrong | undefined {
  const { node: id, port } = edge[which];
  const node = nodeOf(board, id);
  if (!node) return { path: [...path, which, "node"], expected: "node", received: id };
  if (!definitionOf(node) || portOf(board, edge[which], which === "from" ? "output" : "input")) {
    return undefined;
  }
  return { path: [...path, which, "port"], expected: "port", received: port, type: node.type };
}

const columns = 8;

/** A node without a place, as a script or a merge leaves it, is put below the others; a place without a node says nothing. */
function placed(board: Board): Board["layout"] {
  const layout: Record<NodeId, Placement> = {};
  const homeless: NodeId[] = [];
  for (const id of nodeIdsOf(board)) {
    const place = Object.hasOwn(board.layout, id) ? board.layout[id] : undefined;
    if (place) layout[id] = place;
    else homeless.push(id);
  }
  const rows = Object.values(layout).map(({ y }) => y);
  const top =
    rows.length === 0 ? 0 : rows.reduce((a, b) => Math.max(a, b)) + faceSizes.scene.h + 40;
  for (const [i, id] of homeless.entries()) {
    const row = Math.floor(i / columns);
    layout[id] = { x: (i % columns) * 300, y: top + row * (faceSizes.scene.h + 40) };
  }
  return layout;
}
