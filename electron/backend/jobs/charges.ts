import type { Engine } from "../../engines/engine.ts";
import { changeRecord, inTurn } from "../library/record.ts";
import type { Agenda } from "./agenda.ts";
import type { Clock } from "./clock.ts";
import type { Desk, Work } from "./desk.ts";
import type { Journal } from "./journal.ts";
import { costWaits } from "./waits.ts";

export interface ChargesParts {
  readonly desk: Desk;
  readonly journal: Pick<Journal, "take" | "uncharged">;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly engineOf: (work: Work) => Engine;
  /** A job has cost what it has cost: there may be room for another. */
  readonly onCharged: () => void;
  readonly track: (task: Promise<void>) => void;
  readonly onBug: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** A service can say what a job has cost some time after its end: it is asked a few times more, which is free. */
export interface Charges {
  readonly expect: (work: Work) => void;
}

const askable: ReadonlySet<string> = new Set(["done", "failed"]);

export function createCharges(parts: ChargesParts): Charges {
  const { desk, agenda, clock } = parts;

  const isAwaited = (work: Work): boolean =>
    askable.has(work.job.status.state) && work.job.cost === null && work.job.requestId !== null;

  const expect = (work: Work, times = 0): void => {
    const wait = costWaits[times];
    if (wait === undefined || !isAwaited(work) || !parts.engineOf(work).paid) return;
    const { id } = work.job;
    agenda.at(`cost ${id}`, clock.now() + wait, () =>
      parts.track(ask(id, times).catch(parts.onBug)),
    );
  };

  const ask = async (id: string, times: number): Promise<void> => {
    const before = desk.find(id);
    if (!before?.job.requestId || !isAwaited(before)) return;
    const engine = parts.engineOf(before);
    const polled = await engine.poll(before.job.requestId, before.submission, parts.signal);
    // Found again: the user may have taken the job up in the meantime.
    const work = desk.find(id);
    if (!work || !isAwaited(work) || parts.signal.aborted) return;
    const cost = "cost" in polled ? polled.cost : null;
    if (cost === null) return expect(work, times + 1);
    desk.apply(work, { kind: "charged", cost });
    parts.onCharged();
    await tellRecord(work);
  };

  /** The take's own record says it too, if it is still where it was. */
  const tellRecord = ({ job }: Work): Promise<void> =>
    inTurn(async () => {
      const folder = parts.journal.take(job.id)?.folder;
      if (folder !== undefined) await changeRecord(folder, (_, record) => ({ job, record }));
    });

  return { expect };
}
