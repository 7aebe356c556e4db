import { isNodeType, type NodeType } from "../../shared/nodes/registry.ts";

/** A kind of node on its way from a list to the canvas. */

const format = "application/x-shotgraph-node-type";

let underway: NodeType | undefined;
/** A page may not read what is dragged before it is dropped; this window knows what it has sent off itself. */
export const typeUnderway = (): NodeType | undefined => underway;

export function putNodeType(data: DataTransfer, type: NodeType): void {
  underway = type;
  data.setData(format, type);
  data.effectAllowed = "copy";
}

export const carriesNodeType = (data: DataTransfer): boolean => data.types.includes(format);

export function takeNodeType(data: DataTransfer): NodeType | undefined {
  const type = data.getData(format);
  return isNodeType(type) ? type : undefined;
}
