import { compile } from "../../../shared/compile/compile.ts";
import type { AppEvent, CallOutput } from "../../../shared/ipc/contract.ts";
import { ledgerOf } from "../../../shared/jobs/ledger.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { isOpen, type EngineId, type Job } from "../../../shared/jobs/job.ts";
import { lineOf, movedInLine } from "../../../shared/jobs/line.ts";
import { canAskAgain, isLookUpFailure } from "../../../shared/jobs/reduce.ts";
import type { Engine } from "../../engines/engine.ts";
import { forked } from "../../media/apart.ts";
import { AppError } from "../appError.ts";
import { createInspect, type MediaWorker } from "../library/inspect.ts";
import { createShelf, type Shelf } from "../library/shelf.ts";
import { folderFor } from "../library/takeFolder.ts";
import { createAgenda } from "./agenda.ts";
import { createCharges } from "./charges.ts";
import { realClock, timeOf, type Clock } from "./clock.ts";
import { createDesk, type Desk, type Work } from "./desk.ts";
import { refuseSame } from "./guards.ts";
import type { Journal } from "./journal.ts";
import { lockDataDir } from "./lock.ts";
import { openOrSetAside } from "./damage.ts";
import { createNews } from "./news.ts";
import { prepareRepeat, prepareRun, type PreparedRun, type RunOrder } from "./prepare.ts";
import { entryOf, readerOf, type JobsReader } from "./reading.ts";
import { createRunner, type Runner } from "./runner.ts";
import { createSpending, type Caps } from "./spending.ts";
import { createTasks, type Tasks } from "./tasks.ts";

export interface JobsOptions {
  readonly dataDir: string;
  /** Absolute path; asked for whenever a take is begun. */
  readonly libraryFolder: () => string;
  readonly engines: Readonly<Record<EngineId, Engine>>;
  /** How many jobs of a paid engine may be under way at once; 0 while the queue is paused. An animatic has the computer for itself. */
  readonly concurrency: () => number;
  /** What paid runs may cost; no limit by default. Asked again before each is sent. */
  readonly caps?: () => Caps;
  readonly emit: (event: AppEvent) => void;
  /** Told of every bug and of a disk that cannot be written; the jobs go on. */
  readonly onBug: (error: unknown) => void;
  /** Runs `library/mediaWorker.ts`; in a process of Node's by default. */
  readonly mediaWorker?: MediaWorker;
  readonly clock?: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
}

export interface Jobs extends JobsReader {
  readonly shelf: Shelf;
  /** Whether the list of jobs was made at this start: there was none, or it was damaged and is set aside. */
  readonly isNew: boolean;
  /** Whether it was damaged: what was open then is known at the service alone. */
  readonly isSetAside: boolean;
  /** @throws AppError `boardHasErrors`, `boardChanged`, `alreadyRun`, `capPerRun`, `capPerDay`, `capPriceUnknown`, `journalUnwritable`: nothing was sent. */
  readonly start: (order: RunOrder) => Promise<CallOutput<"runs.start">>;
  /** @throws AppError `unknownJob`, or why the service could not be asked. */
  readonly cancel: (jobId: string) => Promise<CallOutput<"jobs.cancel">>;
  /** In front of another of those that wait, or behind them all; nothing for a job that was sent. @throws AppError `unknownJob`, `journalUnwritable`. */
  readonly move: (jobId: string, before: string | null) => void;
  /** @throws AppError `unknownJob`, and as `start` for the caps. */
  readonly repeat: (jobId: string) => Promise<Job>;
  /** @throws AppError `nothingToCheck`. */
  readonly checkAgain: (jobId: string) => Promise<Job>;
  /** @throws AppError `notUnknown`, `requestKnown`, or why the service does not know the request. */
  readonly adopt: (jobId: string, requestId: string) => Promise<Job>;
  /** Jobs that were held because the service refused the token go on. */
  readonly tokenChanged: () => void;
  /** A setting that the queue depends on has changed. */
  readonly settingsChanged: () => void;
  /** Resolves when nothing is under way but waiting for a time to come. */
  readonly idle: () => Promise<void>;
  /** Stops watching; open jobs go on at the next start. */
  readonly close: () => Promise<void>;
}

/** Milliseconds between the beginnings of two things: no more than some eighty requests a second. */
const gap = 12;
/** Milliseconds for which closing waits for the answer to a request that is on its way. */
const lastAnswer = 10_000;
const day = 24 * 60 * 60_000;

/**
 * Opens the jobs of a data folder and goes on with every open one.
 *
 * @throws AppError `dataDirInUse` when another process carries them out, `journalTooNew`.
 */
export function createJobs(options: JobsOptions): Jobs {
  const { dataDir, engines, emit, onBug, clock = realClock, random = Math.random } = options;
  const { caps = () => ({ perRun: null, perDay: null }) } = options;
  const unlock = lockDataDir(dataDir);
  let isSetAside = false;
  const journal = openUnder(dataDir, unlock, (error) => {
    isSetAside = true;
    onBug(error);
  });
  const worker =
    options.mediaWorker ??
    forked(new URL("../library/mediaWorker.ts", import.meta.url), { isAwaited: true });
  const news = createNews(clock, (job) => emit({ event: "jobChanged", job }));
  const desk = createDesk({ journal, clock, news, onTrouble: onBug });
  const agenda = createAgenda(clock, gap);
  const tasks = createTasks();
  const closing = new AbortController();
  const engineOf = ({ job }: Work): Engine => engines[job.engine];
  const placeOf = ({ job, place }: Work) => {
    const number = place?.number ?? journal.nextNumber(job.sceneId, job.part.index);
    const folder = folderFor(job, number, new Date(clock.now()));
    return { library: options.libraryFolder(), folder, number };
  };
  const { track } = tasks;
  const { signal } = closing;
  const spending = createSpending({
    journal,
    desk,
    engines: Object.values(engines),
    clock,
    caps,
  });
  const charges = createCharges({
    desk,
    journal,
    agenda,
    clock,
    engineOf,
    onCharged: () => runner.send(),
    track,
    onBug,
    signal,
  });
  const runner = createRunner({
    desk,
    agenda,
    clock,
    engines,
    spending,
    places: ({ paid }) => (signal.aborted ? 0 : paid ? options.concurrency() : 1),
    placeOf,
    tools: { clock, inspect: createInspect(worker, clock) },
    random,
    emit,
    onEnd: charges.expect,
    onBug,
    track,
  });
  const parts: Parts = { journal, desk, runner, engineOf, placeOf, clock, signal };

  resume(parts);
  const since = new Date(clock.now() - day).toISOString();
  for (const { id, paid } of Object.values(engines)) {
    const ids = paid ? journal.uncharged(id, since) : [];
    for (const work of ids.map(desk.find)) if (work) charges.expect(work);
  }

  const shelf = createShelf({ journal, clock, emit, track });
  track(shelf.settle().catch(onBug));

  const reader = readerOf(journal);
  return {
    ...reader,
    shelf,
    isNew: journal.isNew(),
    isSetAside,
    list: async (limit) => (await reader.list(limit)).map(desk.latest),
    start: async (order) => {
      const { paid } = engines[order.engine];
      const prepared = prepareRun(order, compile(order.board, profiles), {
        paid,
        now: timeOf(clock),
      });
      if (paid && order.again !== true) refuseSame(prepared, journal);
      if (paid) spending.refuse(prepared);
      const jobs = takeOn(parts, prepared, news.changed);
      return { runId: prepared.run.id, jobs };
    },
    cancel: (jobId) => cancel(parts, jobId),
    move: (jobId, before) => move(desk, jobId, before),
    repeat: async (jobId) => {
      const { job, body, board, submission } = entryOf(journal, jobId);
      const { paid } = engines[job.engine];
      const from = { job, body, board, scene: submission.scene };
      const prepared = prepareRepeat(from, { paid, now: timeOf(clock) });
      if (paid) spending.refuse(prepared);
      const [again] = takeOn(parts, prepared, news.changed);
      if (again === undefined) throw new Error("A repeated run has no job");
      return again;
    },
    ledger: async (days) => ledgerOf(spending.since(days)),
    checkAgain: async (jobId) => checkAgain(parts, jobId),
    adopt: (jobId, requestId) => adopt(parts, jobId, requestId.trim()),
    tokenChanged: runner.tokenChanged,
    settingsChanged: runner.send,
    idle: tasks.idle,
    close: async () => {
      if (signal.aborted) return tasks.idle();
      closing.abort();
      agenda.stop();
      await stop(parts, tasks);
      news.flush();
      journal.close();
      unlock();
    },
  };
}

function openUnder(
  dataDir: string,
  unlock: () => void,
  onDamage: (error: unknown) => void,
): Journal {
  try {
    return openOrSetAside(dataDir, onDamage);
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Parts {
  readonly journal: Journal;
  readonly desk: Desk;
  readonly runner: Runner;
  readonly engineOf: (work: Work) => Engine;
  readonly placeOf: (work: Work) => NonNullable<Work["place"]>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

function resume({ journal, desk, runner }: Parts): void {
  for (const id of journal.openIds()) {
    const work = desk.find(id);
    if (!work) continue;
    desk.apply(work, { kind: "watched" });
    // At once, so that nobody sees as being sent what is in doubt.
    if (work.job.status.state === "submitting") runner.goOn(work);
    else if (work.job.status.state !== "waiting") runner.hurry(work);
  }
  runner.send();
}

/** New jobs get into the journal together, and then into the queue. */
function takeOn(
  { journal, desk, runner }: Parts,
  { run, jobs }: PreparedRun,
  tell: (job: Job) => void,
): Job[] {
  try {
    journal.addRun(run, jobs);
  } catch (error) {
    throw unwritable(error);
  }
  for (const { job } of jobs) {
    desk.find(job.id);
    tell(job);
  }
  runner.send();
  return jobs.map(({ job }) => desk.latest(job));
}

function unwritable(error: unknown): AppError {
  const words = error instanceof Error ? error.message : undefined;
  return new AppError("journalUnwritable", {}, words);
}

function workOf(desk: Desk, jobId: string): Work {
  const work = desk.find(jobId);
  if (work === undefined) throw new AppError("unknownJob", { jobId });
  return work;
}

async function cancel(
  { desk, runner, engineOf }: Parts,
  jobId: string,
): Promise<CallOutput<"jobs.cancel">> {
  const work = workOf(desk, jobId);
  // Nobody can call back what is on its way: once there is an answer, there is an id to cancel.
  if (work.job.status.state === "submitting") await work.doing?.done;
  const { status, requestId } = work.job;
  const isAtWork = status.state === "inQueue" || status.state === "running";
  if (status.state !== "waiting" && !(isAtWork && requestId !== null)) {
    return { outcome: "notCancellable" };
  }
  if (requestId !== null) {
    const outcome = await engineOf(work).cancel(requestId);
    if (outcome === "notCancellable") return { outcome };
  }
  work.doing?.abort.abort();
  desk.apply(work, { kind: "cancelled" });
  runner.end(work);
  return { outcome: "cancelled" };
}

function move(desk: Desk, jobId: string, before: string | null): void {
  const { job } = workOf(desk, jobId);
  const line = lineOf(
    desk.open().map((work) => work.job),
    job.engine,
  );
  const works = movedInLine(line, jobId, before).map(({ id }) => workOf(desk, id));
  if (job.status.state !== "waiting") return;
  try {
    desk.lineUp(works);
  } catch (error) {
    throw unwritable(error);
  }
}

/** After these the same address would only say the same again: the service is asked for a new one. */
const deadAddress: ReadonlySet<string> = new Set(["fileGone", "foreignHost", "foreignRedirect"]);

function checkAgain({ desk, runner, placeOf }: Parts, jobId: string): Job {
  const work = workOf(desk, jobId);
  const { status } = work.job;
  if (!isOpen(work.job) && !canAskAgain(work.job)) throw new AppError("nothingToCheck", { jobId });
  const isFetchable =
    status.state === "failed" &&
    status.takeWaits === true &&
    work.output !== null &&
    !deadAddress.has(status.reason.code);
  if (isFetchable) desk.apply(work, { kind: "fetchAgain" }, { place: placeOf(work) });
  else desk.apply(work, { kind: "watched" });
  runner.hurry(work);
  return work.job;
}

async function adopt(
  { journal, desk, runner, engineOf, signal }: Parts,
  jobId: string,
  requestId: string,
): Promise<Job> {
  const adopting = (): Work => {
    const work = workOf(desk, jobId);
    if (work.job.status.state !== "unknown") throw new AppError("notUnknown", { jobId });
    if (journal.isRequestKnown(requestId)) throw new AppError("requestKnown", { requestId });
    return work;
  };
  const asked = adopting();
  const polled = await engineOf(asked).poll(requestId, asked.submission, signal);
  const isUnbelievable =
    polled.state === "trouble" ||
    (polled.state === "failed" && isLookUpFailure(polled.reason.code));
  if (isUnbelievable) throw new AppError(polled.reason.code, {}, polled.reason.words);
  // The answer took its time: the job may have another request by now, or the request another job.
  const work = adopting();
  desk.apply(work, { kind: "adopted", requestId });
  runner.settle(work, polled);
  if (!isOpen(work.job)) runner.end(work);
  return work.job;
}

/** Ends what can be ended at once, and waits a while for the answer to a paid request that is on its way. */
async function stop({ desk, engineOf, clock }: Parts, tasks: Tasks): Promise<void> {
  const abort = (mayWait: boolean): void => {
    for (const work of desk.open()) {
      const isOnItsWay = work.job.status.state === "submitting" && engineOf(work).paid;
      if (!mayWait || !isOnItsWay) work.doing?.abort.abort();
    }
  };
  abort(true);
  const stopTimer = clock.setTimer(lastAnswer, () => abort(false));
  await tasks.idle();
  stopTimer();
}
