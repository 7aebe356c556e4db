import type { EngineId, Reason } from "../../../shared/jobs/job.ts";
import type { Polled } from "../../engines/engine.ts";
import type { Work } from "./desk.ts";
import { agendaKey, type Shop } from "./shop.ts";
import { pollWait, watchLimit } from "./waits.ts";

/** Asks the engine how a submitted job stands, again and again, until there is a video or an end. */
export interface Watching {
  /** The job has just been accepted. */
  readonly begin: (work: Work) => void;
  readonly ask: (work: Work) => void;
  /** What the engine has said about a job. */
  readonly settle: (work: Work, polled: Polled) => void;
  /** Why the engine's jobs wait for a new token; undefined when they do not. */
  readonly heldFor: (engine: EngineId) => Reason | undefined;
  /** A token that was refused while other jobs are under way: they wait for a new one, and nobody is asked in vain. */
  readonly holdOthers: (work: Work, reason: Reason) => void;
  /** Jobs that wait for a token go on. */
  readonly release: () => void;
}

/** Troubles that only a new token ends. */
const wantToken: ReadonlySet<string> = new Set(["tokenRefused", "tokenMissing"]);
/** Milliseconds: a longer time between two answers was sleep, and not watching. */
const longestGap = 60_000;

interface Next {
  /** The service said a word that we do not know. */
  readonly strange?: boolean;
  readonly reason?: Reason;
  readonly retryAfter?: number | undefined;
}

export function createWatching(shop: Shop, freePlace: () => void): Watching {
  const { desk, agenda, clock } = shop;
  const held = new Map<EngineId, Reason>();

  const ask = (work: Work): void =>
    shop.occupy(work, async (signal) => {
      const { requestId } = work.job;
      if (requestId === null) throw new Error("A job at work has no request id");
      const polled = await shop.engineOf(work).poll(requestId, work.submission, signal);
      if (!signal.aborted) settle(work, polled);
    });

  const settle = (work: Work, polled: Polled): void => {
    const isOffline = polled.state === "trouble" && polled.reason.code === "network";
    if (!isOffline) work.watched += Math.min(clock.now() - work.lastAsked, longestGap);
    work.lastAsked = clock.now();
    if (polled.state === "trouble") return meetTrouble(work, polled.reason, polled.retryAfter);
    shop.recover(work);
    if (held.has(work.job.engine)) {
      // Somebody asked by hand, and the token was good.
      release();
      freePlace();
    }
    switch (polled.state) {
      case "inQueue":
        desk.apply(work, { kind: "queued", position: polled.position });
        return askLater(work, {});
      case "running": {
        const { state: kind, ...how } = polled;
        desk.apply(work, { kind, ...how });
        return askLater(work, { strange: polled.word !== undefined });
      }
      case "succeeded": {
        const { output, cost } = polled;
        desk.apply(work, { kind: "made", cost }, { output, place: shop.placeOf(work) });
        shop.later(work, 0);
        return freePlace();
      }
      case "failed":
        return desk.apply(work, { kind: "failed", reason: polled.reason, cost: polled.cost });
      case "cancelled":
        return desk.apply(work, { kind: "cancelled" });
    }
  };

  const meetTrouble = (work: Work, reason: Reason, retryAfter: number | undefined): void => {
    shop.stumble(work);
    if (wantToken.has(reason.code)) return hold(work.job.engine, reason);
    askLater(work, { reason, retryAfter });
  };

  const askLater = (work: Work, { strange = false, reason, retryAfter }: Next): void => {
    const { paid, id } = shop.engineOf(work);
    const { watched, troubles } = work;
    if (paid && watched >= watchLimit) {
      desk.apply(work, { kind: "unwatched" });
      return freePlace();
    }
    const moment = { paid, watched, troubles, strange, retryAfter, random: shop.random() };
    const wait = pollWait(moment);
    const heldFor = held.get(id);
    // Said of this one too, because what goes on with a new token is told by it.
    if (heldFor)
      return desk.apply(work, { kind: "troubled", trouble: shop.trouble(heldFor, null) });
    if (reason) desk.apply(work, { kind: "troubled", trouble: shop.trouble(reason, wait) });
    shop.later(work, wait);
  };

  /** Every job of the engine waits for a new token: the same answer to each would say nothing new. */
  const hold = (engine: EngineId, reason: Reason): void => {
    held.set(engine, reason);
    for (const work of desk.open()) {
      const { status } = work.job;
      if (work.job.engine !== engine || status.state === "downloading") continue;
      agenda.drop(agendaKey(work));
      if ("unwatched" in status) continue;
      desk.apply(work, { kind: "troubled", trouble: shop.trouble(reason, null) });
    }
  };

  const release = (): void => {
    for (const work of desk.open()) {
      const { engine, status, trouble } = work.job;
      if (!held.has(engine) || !wantToken.has(trouble?.code ?? "")) continue;
      if (status.state === "waiting") desk.apply(work, { kind: "putOff", trouble: null });
      else shop.later(work, 0);
    }
    held.clear();
  };

  return {
    begin: (work) => {
      shop.recover(work);
      work.watched = 0;
      work.lastAsked = clock.now();
      askLater(work, {});
    },
    ask,
    settle,
    heldFor: (engine) => held.get(engine),
    holdOthers: ({ job }, reason) => {
      const others = desk.open().some((other) => other.job.engine === job.engine);
      if (others && wantToken.has(reason.code)) hold(job.engine, reason);
    },
    release,
  };
}
