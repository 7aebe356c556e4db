import type { EngineId, Reason } from "../../../shared/jobs/job.ts";
import { byTurn, isHeldByCap } from "../../../shared/jobs/line.ts";
import type { Engine, Submitted } from "../../engines/engine.ts";
import type { Work } from "./desk.ts";
import { freePlaces } from "./queue.ts";
import type { Shop } from "./shop.ts";
import type { Watching } from "./watching.ts";

/** From the queue to the service: the only place from which a request is sent. */
export interface Sending {
  /** Sends the waiting jobs that have a place. */
  readonly send: () => void;
  /** For a job that was being sent when the program ended. */
  readonly recoverSent: (work: Work) => void;
}

/** Refusals after which a request may be sent again by itself: it certainly did not arrive, and the reason passes. */
const passing: ReadonlySet<string> = new Set(["tooManyRequests", "network"]);

export function createSending(
  shop: Shop,
  watching: Pick<Watching, "begin" | "heldFor" | "holdOthers">,
): Sending {
  const { desk, agenda, clock } = shop;
  /** How often in a row the service wanted no requests for a while, whichever job they come from. */
  const pauses = new Map<EngineId, number>();
  const nextSend = (engine: EngineId): string => `send ${engine}`;

  const send = (): void => {
    for (const engine of Object.values(shop.engines)) sendOf(engine);
  };

  const sendOf = (engine: Engine): void => {
    if (agenda.has(nextSend(engine.id))) return;
    const works = desk.open().filter(({ job }) => job.engine === engine.id);
    const held = watching.heldFor(engine.id);
    if (held !== undefined) return sayHeld(works, held);
    const jobs = works.map(({ job }) => job);
    let free = freePlaces(jobs, shop.places(engine));
    const line = works.filter(({ job }) => job.status.state === "waiting");
    if (line.length === 0) return;
    const gate = engine.paid ? shop.spending.gate() : () => undefined;
    for (const work of line.toSorted((a, b) => byTurn(a.job, b.job))) {
      if (free === 0 && !isHeldByCap(work.job)) continue;
      const over = gate(work.job);
      if (over !== undefined) {
        holdBack(work, over);
      } else if (free > 0) {
        free -= 1;
        shop.occupy(work, (signal) => sendOne(work, engine, signal));
      } else {
        // It may be sent, once there is a place for it.
        desk.apply(work, { kind: "putOff", trouble: null });
      }
    }
  };

  /** It stays in the line, and lets those pass that cost less. */
  const holdBack = (work: Work, reason: Reason): void => {
    desk.apply(work, { kind: "troubled", trouble: shop.trouble(reason, null) });
    if (reason.code === "heldByDayCap") agenda.at("next day", shop.spending.tomorrow(), send);
  };

  const sayHeld = (works: readonly Work[], reason: Reason): void => {
    for (const work of works) {
      if (work.job.status.state !== "waiting" || work.doing) continue;
      desk.apply(work, { kind: "troubled", trouble: shop.trouble(reason, null) });
    }
  };

  const sendOne = async (work: Work, engine: Engine, signal: AbortSignal): Promise<void> => {
    try {
      desk.apply(work, { kind: "sending" });
    } catch (error) {
      // Not on the disk, so it is not sent: a crash would forget a paid job.
      shop.onBug(error);
      return putOff(work, { code: "journalUnwritable" });
    }
    const answer = await submit(engine, work, signal);
    // The program is closing: what costs nothing is sent anew at the next start.
    if (signal.aborted && !engine.paid) return desk.apply(work, { kind: "putOff", trouble: null });
    if (answer.outcome === "accepted") {
      pauses.delete(engine.id);
      desk.apply(work, { kind: "accepted", requestId: answer.requestId });
      return watching.begin(work);
    }
    const { reason } = answer;
    if (answer.outcome === "unknown") return desk.apply(work, { kind: "lost", reason });
    if (passing.has(reason.code)) return putOff(work, reason, answer.retryAfter);
    desk.apply(work, { kind: "refused", reason });
    watching.holdOthers(work, reason);
  };

  const submit = async (engine: Engine, work: Work, signal: AbortSignal): Promise<Submitted> => {
    try {
      return await engine.submit(work.submission, signal);
    } catch (error) {
      shop.onBug(error);
      return { outcome: engine.paid ? "unknown" : "refused", reason: { code: "internal" } };
    }
  };

  const putOff = (work: Work, reason: Reason, retryAfter?: number): void => {
    shop.stumble(work);
    if (shop.isHopeless(work, reason)) return desk.apply(work, { kind: "refused", reason });
    const { engine } = work.job;
    const times = (pauses.get(engine) ?? 0) + 1;
    const wait = shop.retryWait(times, retryAfter);
    pauses.set(engine, times);
    desk.apply(work, { kind: "putOff", trouble: shop.trouble(reason, wait) });
    agenda.at(nextSend(engine), clock.now() + wait, send);
  };

  return {
    send,
    recoverSent: (work) => {
      if (work.doing) return;
      if (shop.engineOf(work).paid) {
        desk.apply(work, { kind: "lost", reason: { code: "stoppedWhileSending" } });
        return shop.end(work);
      }
      desk.apply(work, { kind: "putOff", trouble: null });
      send();
    },
  };
}
