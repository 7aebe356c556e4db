import { nodeIdsOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";

const escaped = (text: string): string => text.replaceAll(/[-/\\^$*+?.()|[\]{}]/g, "\\$&");

/** The nodes in whose texts `@name` stands. */
export function nodesNaming(nodes: Board["nodes"], name: string): NodeId[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_@])@${escaped(name.normalize("NFC"))}(?![\\p{L}\\p{N}_-])`,
    "iu",
  );
  return nodeIdsOf({ nodes }).filter((id) =>
    Object.values(nodes[id]?.params ?? {}).some(
      (value) =>
        typeof value === "string" && value.includes("@") && pattern.test(value.normalize("NFC")),
    ),
  );
}
