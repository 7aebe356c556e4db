import type { DragEvent } from "react";
import { aimNewNode, dropNewNode } from "./dragging.ts";
import { carriesNodeType, takeNodeType, typeUnderway } from "./dropNode.ts";
import { isPicture, takePicture } from "./dropPicture.ts";
import { nodeAt, toFlow } from "./surface.ts";

/** What is dragged onto the canvas: a kind of node from the list beside it, or picture files. */

export function onDragOver(event: DragEvent): void {
  const { dataTransfer } = event;
  if (!carriesNodeType(dataTransfer) && !dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  dataTransfer.dropEffect = "copy";
  const type = carriesNodeType(dataTransfer) ? typeUnderway() : undefined;
  aimNewNode(type, toFlow({ x: event.clientX, y: event.clientY }));
}
const aimNowhere = (): void => aimNewNode(undefined, { x: 0, y: 0 });
export function onDragLeave({ currentTarget, relatedTarget }: DragEvent): void {
  const isStillOver = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
  if (!isStillOver) aimNowhere();
}

export function onDrop(event: DragEvent): void {
  aimNowhere();
  const at = { x: event.clientX, y: event.clientY };
  const type = takeNodeType(event.dataTransfer);
  const pictures = [...event.dataTransfer.files].filter(isPicture);
  if (type === undefined && pictures.length === 0) return;
  event.preventDefault();
  if (type !== undefined) dropNewNode(type, toFlow(at));
  for (const [i, picture] of pictures.entries()) {
    void takePicture(picture, { x: at.x + i * 24, y: at.y + i * 24 }, nodeAt(at));
  }
}
