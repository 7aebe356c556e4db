import { isNodeType, type NodeType } from "../../shared/nodes/registry.ts";

/** A kind of node on its way from a list to the canvas. */

const format = "application/x-shotgraph-node-type";

export function putNodeType(data: DataTransfer, type: NodeType): void {
  data.setData(format, type);
  data.effectAllowed = "copy";
}

export const carriesNodeType = (data: DataTransfer): boolean => data.types.includes(format);

export function takeNodeType(data: DataTransfer): NodeType | undefined {
  const type = data.getData(format);
  return isNodeType(type) ? type : undefined;
}
