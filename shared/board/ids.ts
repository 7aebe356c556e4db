import { edgeIdSchema, nodeIdSchema, type EdgeId, type NodeId } from "./schema.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const idLength = 12;

/** Gives ids to new nodes and edges. Handed to edits that make several things, so that they stay free of chance. */
export interface Ids {
  readonly node: () => NodeId;
  readonly edge: () => EdgeId;
}

/** A new id of 12 letters and digits. `random` gives numbers from 0 up to but not including 1. */
export function makeId(random: () => number): string {
  return Array.from({ length: idLength }, () =>
    letters.charAt(Math.floor(random() * letters.length)),
  ).join("");
}

export function makeIds(random: () => number): Ids {
  return {
    node: () => nodeIdSchema.parse(makeId(random)),
    edge: () => edgeIdSchema.parse(makeId(random)),
  };
}

/** Ids that say what they are (`n1`, `e1`): the same for the same board, for imports and golden files. */
export function countedIds(): Ids {
  let nodes = 0;
  let edges = 0;
  return {
    node: () => nodeIdSchema.parse(`n${++nodes}`),
    edge: () => edgeIdSchema.parse(`e${++edges}`),
  };
}
