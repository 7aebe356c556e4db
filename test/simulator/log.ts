import type { Call } from "./faults.ts";

/** One HTTP request as it came in. */
export type Seen = {
  readonly server: "api" | "files";
  readonly call: Call | "unknown";
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly authorization: string | undefined;
  /** Parsed JSON, else the text. */
  readonly body: unknown;
  /** Milliseconds of the simulator's clock. */
  readonly at: number;
  readonly model?: string | undefined;
  readonly request?: string | undefined;
  /** HTTP status, or `broken`; undefined while it hangs. */
  answered?: number | "broken";
};

export type Log = {
  readonly requests: readonly Seen[];
  readonly add: (seen: Seen) => void;
  /** Resolves with the `count`th request of a call, which may be long past. */
  readonly seen: (call: Call, count?: number) => Promise<Seen>;
  readonly count: (call: Call) => number;
  /** Drops what was seen so far; counts go on. */
  readonly forget: () => void;
};

export const createLog = (): Log => {
  const requests: Seen[] = [];
  const counts = new Map<string, number>();
  let waiting: { call: Call; count: number; resolve: (seen: Seen) => void }[] = [];
  const countOf = (call: Call): number => counts.get(call) ?? 0;
  return {
    requests,
    add: (seen) => {
      requests.push(seen);
      counts.set(seen.call, (counts.get(seen.call) ?? 0) + 1);
      waiting = waiting.filter(({ call, count, resolve }) => {
        const reached = call === seen.call && countOf(call) >= count;
        if (reached) resolve(seen);
        return !reached;
      });
    },
    seen: (call, count = 1) => {
      const past = requests.filter((seen) => seen.call === call).at(count - countOf(call) - 1);
      if (past !== undefined && countOf(call) >= count) return Promise.resolve(past);
      return new Promise((resolve) => void waiting.push({ call, count, resolve }));
    },
    count: countOf,
    forget: () => void requests.splice(0),
  };
};
