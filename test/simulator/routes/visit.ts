import type { Reply } from "../replies.ts";
import type { World } from "../world.ts";

/** A call whose token is good. */
export type Visit = {
  readonly owner: string;
  /** Model id or request id; empty where the call has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** Parsed JSON, or undefined when it is none. */
  readonly body: unknown;
};

export type Route = (world: World, visit: Visit) => Reply;
