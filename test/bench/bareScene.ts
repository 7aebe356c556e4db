import type { Board, BoardNode, NodeId } from "../../shared/board/schema.ts";
import { portSize, portsOf, portY, sizeOf } from "../../renderer/nodes/size.ts";
import type { BareData, BareScene } from "./bare/scene.ts";

/** The same board for the bare page: the same places, sizes, ports and wires, and as many words on each node. */
export function bareSceneOf(board: Board): BareScene {
  const nodes = Object.entries(board.nodes) as [NodeId, BoardNode][];
  return {
    nodes: nodes.map(([id, node]) => {
      const { width, height } = sizeOf(node, "16:9", board.layout[id]);
      const { x, y } = board.layout[id] ?? { x: 0, y: 0 };
      return {
        id,
        position: { x, y },
        width,
        height,
        handles: portsOf(node.type).map((port) => ({
          id: port.name,
          type: port.side === "input" ? ("target" as const) : ("source" as const),
          x: (port.side === "input" ? 0 : width) - portSize / 2,
          y: portY(port, false) - portSize / 2,
          width: portSize,
          height: portSize,
        })),
        data: dataOf(node),
      };
    }),
    edges: Object.entries(board.edges).map(([id, { from, to }]) => ({
      id,
      source: from.node,
      sourceHandle: from.port,
      target: to.node,
      targetHandle: to.port,
    })),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function dataOf({ type, title = "", params }: BoardNode): BareData {
  const plain = { kind: type, title: title === "" ? type : title, meta: "" };
  switch (type) {
    case "shot":
      return {
        ...plain,
        title: "Shot",
        meta: `${String(params["seconds"])} s`,
        text: textOf(params["prompt"]),
        picture: true,
        badges: [`${textOf(params["size"])} · ${textOf(params["move"])}`, "00:00–00:03"],
        chips: ["128 / 512"],
      };
    case "scene":
      return {
        ...plain,
        text: "Not run yet",
        picture: true,
        badges: ["No take"],
        chips: ["9 shots", "2 requests", "$4.54"],
      };
    case "settings":
      return {
        ...plain,
        text: "Kling 3.0 Pro",
        picture: false,
        badges: [],
        chips: ["16:9", "CFG 0.5", "Sound off", "$0.168/s"],
      };
    default:
      return { ...plain, text: textOf(params["text"]), picture: false, badges: [], chips: [] };
  }
}
