import type { Polled } from "../../engines/engine.ts";
import type { Work } from "./desk.ts";
import { createFetching } from "./fetching.ts";
import { createSending } from "./sending.ts";
import { createShop, type RunnerParts } from "./shop.ts";
import { createWatching } from "./watching.ts";

/** Carries jobs from the queue to a take: sending, watching and fetching, each in its own file. */
export interface Runner {
  /** Takes up what comes next for an open job, in whatever state it is. */
  readonly goOn: (work: Work) => void;
  /** The same, for a job that waits for its next try or is watched no more. */
  readonly hurry: (work: Work) => void;
  /** Sends the waiting jobs that have a place. */
  readonly send: () => void;
  readonly settle: (work: Work, polled: Polled) => void;
  /** A job has ended by the user's hand. */
  readonly end: (work: Work) => void;
  readonly tokenChanged: () => void;
}

export function createRunner(parts: RunnerParts): Runner {
  const goOn = (work: Work): void => {
    switch (work.job.status.state) {
      case "waiting":
        return sending.send();
      case "submitting":
        return sending.recoverSent(work);
      case "inQueue":
      case "running":
        return watching.ask(work);
      case "downloading":
        return fetching.fetch(work);
      case "done":
      case "failed":
      case "cancelled":
      case "unknown":
        return;
    }
  };
  const shop = createShop(parts, goOn, () => sending.send());
  const watching = createWatching(shop, () => sending.send());
  const fetching = createFetching(shop);
  const sending = createSending(shop, watching);

  return {
    goOn,
    hurry: (work) => {
      work.watched = 0;
      shop.recover(work);
      shop.later(work, 0);
    },
    send: sending.send,
    settle: watching.settle,
    end: shop.end,
    tokenChanged: () => {
      watching.release();
      sending.send();
    },
  };
}
