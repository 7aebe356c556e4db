import { formatVersion } from "./migrations.ts";
import { boardFormat, type Board } from "./schema.ts";

/** A board with nothing on it. */
export const emptyBoard = (title = ""): Board => ({
  format: boardFormat,
  formatVersion,
  title,
  nodes: {},
  edges: {},
  layout: {},
});
