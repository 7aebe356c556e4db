import type { NodeId } from "../../shared/board/schema.ts";

export interface FaceProps {
  readonly id: NodeId;
}

/** Of what is seen of a node from far away. */
export interface AfarProps extends FaceProps {
  /** Large figures and names can be read; farther away not even those. */
  readonly legible: boolean;
}
