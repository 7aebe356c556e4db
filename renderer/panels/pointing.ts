import type { NodeId } from "../../shared/board/schema.ts";
import type { Source } from "../../shared/nodes/ports.ts";
import { look, useView } from "../stores/viewStore.ts";

/** Pointing at a piece of a request and at where it comes from: either side lights the other. */

/** A node that is pointed at as a whole has an empty field. */
export const isLit = (pointed: Source | null, { nodeId, field }: Source): boolean =>
  pointed?.nodeId === nodeId && (pointed.field === "" || pointed.field === field);

export const pointAt = (source: Source | null): void => look({ pointedAt: source });

/** Whether this very param of the node is pointed at: not when the node as a whole is. */
export const useFieldLit = (ids: readonly NodeId[], field: string): boolean =>
  useView(
    ({ pointedAt }) =>
      pointedAt !== null && pointedAt.field === field && ids.includes(pointedAt.nodeId),
  );

/** For an element that stands for one param of one node. */
export const pointing = (
  source: Source | undefined,
): { onPointerEnter?: () => void; onPointerLeave?: () => void } =>
  source === undefined
    ? {}
    : { onPointerEnter: () => pointAt(source), onPointerLeave: () => pointAt(null) };
