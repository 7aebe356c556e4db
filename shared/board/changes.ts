import { z } from "zod";
import { changedIds } from "./patch.ts";
import {
  boardEdgeSchema,
  boardNodeSchema,
  boardSchema,
  edgeIdSchema,
  nodeIdSchema,
  placementSchema,
  type Board,
} from "./schema.ts";

/** What of a board is not as it was before: whole entries by id, null for those that are gone. */
export const boardChangesSchema = z.object({
  nodes: z.record(nodeIdSchema, boardNodeSchema.nullable()),
  edges: z.record(edgeIdSchema, boardEdgeSchema.nullable()),
  layout: z.record(nodeIdSchema, placementSchema.nullable()),
  /** Everything else: little enough to be told each time. */
  rest: boardSchema.omit({ nodes: true, edges: true, layout: true }),
});
export type BoardChanges = z.infer<typeof boardChangesSchema>;

type Entries<V> = { readonly [id: string]: V };

/** `after` was made from `before` by edits: an entry that is the same object has not changed. */
export function changesBetween(before: Board, after: Board): BoardChanges {
  const { nodes, edges, layout, ...rest } = after;
  return {
    nodes: changed(before.nodes, nodes),
    edges: changed(before.edges, edges),
    layout: changed(before.layout, layout),
    rest,
  };
}

const changed = <V>(before: Entries<V>, after: Entries<V>): Record<string, V | null> =>
  Object.fromEntries(changedIds(before, after).map((id) => [id, after[id] ?? null]));

/** The board that the changes were made from `before` to. */
export const withChanges = (before: Board, changes: BoardChanges): Board => ({
  ...changes.rest,
  nodes: merged(before.nodes, changes.nodes),
  edges: merged(before.edges, changes.edges),
  layout: merged(before.layout, changes.layout),
});

const merged = <V>(before: Entries<V>, changes: Entries<V | null>): Record<string, V> =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter((entry) => entry[1] !== null),
  ) as Record<string, V>;
