import { z } from "zod";
import { defineNode } from "./defineNode.ts";

/**
 * A dot that wires run through, so that they go where one wants them: canvas only. Whoever reads along a wire sees
 * through it (`throughReroutes`), so it makes nothing itself.
 */
export const rerouteNode = defineNode({
  type: "reroute",
  color: "neutral",
  inputs: { in: { kind: "any" } },
  outputs: { out: { kind: "any" } },
  params: z.looseObject({}),
  evaluate: () => ({}),
});
