import i18next from "i18next";
import { isBeingChecked, type Job, type Reason } from "../../shared/jobs/job.ts";
import { isHeldByCap } from "../../shared/jobs/line.ts";
import { sayIfKnown } from "../locales/say.ts";
import { byteSize } from "../ui/time.ts";

/** Where a job stands, in words and numbers. Pure but for the language's words; nothing here draws. */

type Tone = "muted" | "running" | "done" | "failed" | "stale";

export interface JobWords {
  readonly tone: Tone;
  /** The state in a few words, with a place in the queue where there is one. */
  readonly title: string;
  /** What happened and what to do next, or a real number; empty when there is nothing to add. */
  readonly detail: string;
  /** Done, from 0 to 1, where it is known. */
  readonly progress?: number;
}

/** What was run: its scene, and which part of it. */
export const jobName = ({ sceneTitle, part }: Pick<Job, "sceneTitle" | "part">): string =>
  scenePart(sceneTitle, part).join(", ");

/** A scene by its name, and the part of it where it has several. */
export const scenePart = (title: string, { index, count }: Job["part"]): readonly string[] => [
  title === "" ? i18next.t("jobs:scene") : title,
  ...(count > 1 ? [i18next.t("jobs:part", { index: index + 1, count })] : []),
];

/**
 * @param now milliseconds since 1970
 * @param isPaused whether the queue is: it holds back what costs money
 */
export function jobWords(job: Job, now: number, language: string, isPaused = false): JobWords {
  const isHeld = isPaused && job.status.state === "waiting" && job.engine !== "animatic";
  const words = isHeld
    ? stands("stale", "held", i18next.t("jobs:about.waiting"))
    : stateWords(job, language);
  if (job.trouble === null) return words;
  const { nextTryAt, ...reason } = job.trouble;
  const said = reasonWords(reason);
  const seconds =
    nextTryAt === null ? 0 : Math.max(0, Math.ceil((Date.parse(nextTryAt) - now) / 1000));
  const detail = seconds > 0 ? i18next.t("jobs:about.trying", { reason: said, seconds }) : said;
  const title = isHeldByCap(job) ? i18next.t("jobs:state.overLimit") : words.title;
  return { ...words, tone: "stale", title, detail };
}

function stateWords(job: Job, language: string): JobWords {
  const { status, engine } = job;
  switch (status.state) {
    case "waiting":
      return stands("muted", "waiting", i18next.t("jobs:about.waiting"));
    case "submitting":
      return stands("running", "submitting");
    case "inQueue": {
      const { position, unwatched } = status;
      if (unwatched === true)
        return stands("stale", "unwatched", i18next.t("jobs:about.unwatched"));
      if (position === null) return stands("running", "inQueue");
      return {
        ...stands("running", "inQueue"),
        title: i18next.t("jobs:state.inQueueAt", { position }),
      };
    }
    case "running":
      return runningWords(status, engine);
    case "downloading":
      if (isBeingChecked(job)) return stands("running", "checking");
      return downloadWords(status.bytes, status.total, language);
    case "done":
      return stands("done", "done");
    case "failed":
      return status.takeWaits === true
        ? stands("stale", "takeWaits", reasonWords(status.reason))
        : stands("failed", "failed", reasonWords(status.reason));
    case "cancelled":
      return stands("muted", "cancelled", i18next.t("jobs:about.cancelled"));
    case "unknown":
      return stands("stale", "unknown", reasonWords(status.reason));
  }
}

/** The words for a state alone. */
const stands = (
  tone: Tone,
  state:
    | "waiting"
    | "held"
    | "submitting"
    | "inQueue"
    | "running"
    | "drawing"
    | "unwatched"
    | "checking"
    | "done"
    | "failed"
    | "takeWaits"
    | "cancelled"
    | "unknown",
  detail = "",
): JobWords => ({ tone, title: i18next.t(`jobs:state.${state}`), detail });

type Running = Extract<Job["status"], { state: "running" }>;

function runningWords({ progress, word, unwatched }: Running, engine: Job["engine"]): JobWords {
  if (unwatched === true) return stands("stale", "unwatched", i18next.t("jobs:about.unwatched"));
  if (word !== undefined)
    return stands("running", "running", i18next.t("jobs:about.unknownWord", { word }));
  const words = stands("running", engine === "animatic" ? "drawing" : "running");
  if (progress === undefined || progress.total <= 0) return words;
  return {
    ...words,
    detail: i18next.t("jobs:about.frames", { ...progress }),
    progress: share(progress.done, progress.total),
  };
}

function downloadWords(bytes: number, total: number | null, language: string): JobWords {
  const title = i18next.t("jobs:state.downloading");
  const done = byteSize(bytes, language);
  if (total === null || total <= 0) return { tone: "running", title, detail: done };
  return {
    tone: "running",
    title,
    detail: i18next.t("jobs:about.bytes", { done, total: byteSize(total, language) }),
    progress: share(bytes, total),
  };
}

const share = (done: number, total: number): number => Math.min(1, Math.max(0, done / total));

/** Our sentence for the code, then the service's own words as they are. */
function reasonWords({ code, words, values }: Reason): string {
  const sentence = sayIfKnown(`jobs:reasons.${code}`, values) ?? code;
  return words === undefined || words === "" ? sentence : `${sentence} “${words}”`;
}
