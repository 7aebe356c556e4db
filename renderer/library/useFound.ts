import { useEffect, useState } from "react";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";

interface Found {
  readonly ids: ReadonlySet<string>;
  /** Of the takes that were looked at. */
  readonly count: number;
}

/** Milliseconds for which the reader must have stopped writing. */
const pause = 120;

/**
 * Ids of the takes in which the words stand; undefined without words. The prompts lie behind the wall, so that is asked.
 *
 * @param count Of the takes: when there is another, it is looked at too.
 */
export function useFound(words: string, count: number): ReadonlySet<string> | undefined {
  const [found, setFound] = useState<Found>();
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "") return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      void attempt(async () => {
        const ids = new Set(await call("takes.find", { words: wanted }));
        if (!isStale) setFound({ ids, count });
      });
    }, pause);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, count]);
  // While the answer is on its way the list stays as it is: nothing flashes.
  return wanted === "" ? undefined : found?.ids;
}
