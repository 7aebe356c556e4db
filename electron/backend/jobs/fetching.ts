import { collect, type Collected } from "../library/collect.ts";
import { takeOf } from "../library/take.ts";
import type { Work } from "./desk.ts";
import type { Shop } from "./shop.ts";

/** Brings a finished video into the library, as often as it takes. */
export const createFetching = (shop: Shop) => {
  const { desk } = shop;

  const fetch = (work: Work): void =>
    shop.occupy(work, async (signal) => {
      const { job, body, board, output, place } = work;
      const { requestId } = job;
      if (requestId === null || output === null || place === null) {
        throw new Error("A finished job has no output");
      }
      const engine = shop.engineOf(work);
      const collected = await collect(
        shop.tools,
        { job, body, board, output, requestId, place, engine },
        {
          signal,
          onProgress: (bytes, total) => desk.apply(work, { kind: "received", bytes, total }),
        },
      );
      if (collected.outcome === "failed") {
        if (!signal.aborted) meetTrouble(work, collected);
        return;
      }
      desk.finish(work, collected.take, collected.hash);
      shop.emit({ event: "takeAdded", take: takeOf(collected.take, false) });
    });

  const meetTrouble = (
    work: Work,
    { reason, passing }: Extract<Collected, { outcome: "failed" }>,
  ): void => {
    shop.stumble(work);
    if (!passing || shop.isHopeless(work, reason)) {
      return desk.apply(work, { kind: "notFetched", reason });
    }
    const wait = shop.retryWait(work.troubles);
    desk.apply(work, { kind: "troubled", trouble: shop.trouble(reason, wait) });
    shop.later(work, wait);
  };

  return { fetch };
};
