import type { NodeId } from "../../shared/board/schema.ts";

export interface FaceProps {
  readonly id: NodeId;
  /** Too far away to be read: only what can be made out is worth drawing. */
  readonly far: boolean;
}
