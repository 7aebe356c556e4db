import { z } from "zod";

/**
 * The board as it stands in a `.shotgraph` file and in memory: plain JSON, parsed once by this schema, changed only by
 * the pure functions in `edits.ts`. Objects are loose, so that fields of a newer version survive a save.
 */

export const boardFormat = "shotgraph";

/** What a board may hold at most. Bytes are UTF-8 bytes of the file; characters are UTF-16 units of one text. */
export const boardLimits = {
  bytes: 10_000_000,
  nodes: 5_000,
  edges: 20_000,
  textCharacters: 20_000,
  pictureCharacters: 4_000_000,
} as const;

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

export const nodeIdSchema = z.string().regex(idPattern).brand<"NodeId">();
export const edgeIdSchema = z.string().regex(idPattern).brand<"EdgeId">();
export type NodeId = z.infer<typeof nodeIdSchema>;
export type EdgeId = z.infer<typeof edgeIdSchema>;

const nodeModeSchema = z.enum(["bypassed", "muted"]);
export type NodeMode = z.infer<typeof nodeModeSchema>;

export const boardNodeSchema = z.looseObject({
  /** The name of a node type. One that this version does not know is kept and shown as such. */
  type: z.string().min(1).max(64),
  params: z.record(z.string(), z.unknown()),
  title: z.string().max(200).optional(),
  /** Absent means active. */
  mode: nodeModeSchema.optional(),
});
export type BoardNode = z.infer<typeof boardNodeSchema>;

const endSchema = z.looseObject({ node: nodeIdSchema, port: z.string().min(1).max(64) });
/** One end of an edge: a named port of a node. */
export type EdgeEnd = z.infer<typeof endSchema>;

export const boardEdgeSchema = z.looseObject({ from: endSchema, to: endSchema });
export type BoardEdge = z.infer<typeof boardEdgeSchema>;

export const placementSchema = z.looseObject({
  /** Canvas px of the top left corner, whole numbers. */
  x: z.int(),
  y: z.int(),
  w: z.int().positive().optional(),
  h: z.int().positive().optional(),
  collapsed: z.boolean().optional(),
  /** Stays where it is, whatever moves around it. */
  pinned: z.boolean().optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});
export type Placement = z.infer<typeof placementSchema>;

export const boardSchema = z.looseObject({
  format: z.literal(boardFormat),
  formatVersion: z.int().positive(),
  title: z.string().max(200),
  nodes: z.record(nodeIdSchema, boardNodeSchema),
  edges: z.record(edgeIdSchema, boardEdgeSchema),
  layout: z.record(nodeIdSchema, placementSchema),
});
export type Board = z.infer<typeof boardSchema>;
