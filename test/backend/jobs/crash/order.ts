import type { RunOrder } from "../../../../electron/backend/jobs/prepare.ts";
import { compile } from "../../../../shared/compile/compile.ts";
import { profiles } from "../../../../shared/models/profiles.ts";
import { boardOfShots } from "../../board.ts";

/** A run of one job whose request no other number has. */
export function orderOf(number: number): RunOrder {
  const plain = boardOfShots(`Order ${number}`, [3]);
  const nodes = Object.entries(plain.nodes).map(([id, node]) =>
    node.type === "scene"
      ? [id, { ...node, params: { ...node.params, summary: summaryOf(number) } }]
      : [id, node],
  );
  const board = { ...plain, nodes: Object.fromEntries(nodes) };
  const [compiled] = compile(board, profiles).scenes.values();
  if (compiled === undefined) throw new Error("no scene");
  const expected = compiled.parts.map(({ model, input }) => ({
    model,
    input: JSON.parse(JSON.stringify(input)),
  }));
  return { engine: "runcomfy", board, sceneId: compiled.nodeId, expected };
}

const summaryOf = (number: number): string => `Kite number ${number} is flown by the sea`;

/** The number of the order that a request was made for. */
export function numberOf(body: { readonly [field: string]: unknown }): number {
  const [, number] = /^Kite number (\d+) /.exec(String(body["prompt"])) ?? [];
  if (number === undefined) throw new Error(`Nobody ordered ${JSON.stringify(body)}`);
  return Number(number);
}
