import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock3,
  LoaderCircle,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { isOpen, type Job, type JobStateName } from "../../shared/jobs/job.ts";
import { byteSize, clockTime } from "../ui/time.ts";
import { JobActions } from "./JobActions.tsx";
import { useNow } from "./useNow.ts";

const looks: {
  readonly [S in JobStateName]: { readonly icon: LucideIcon; readonly tone: string };
} = {
  waiting: { icon: Clock3, tone: "muted" },
  submitting: { icon: LoaderCircle, tone: "running" },
  inQueue: { icon: Clock3, tone: "running" },
  running: { icon: LoaderCircle, tone: "running" },
  downloading: { icon: LoaderCircle, tone: "running" },
  done: { icon: CircleCheck, tone: "done" },
  failed: { icon: CircleAlert, tone: "failed" },
  cancelled: { icon: Ban, tone: "muted" },
  unknown: { icon: CircleHelp, tone: "stale" },
};

/** Where the scene's job stands: state with icon and word, a real number where there is one, and what can be done. */
export function JobLine({ job }: { readonly job: Job }) {
  const { icon: Icon, tone } = looks[job.status.state];
  const words = useStateWords(job);
  return (
    <>
      <p className="job-state" data-tone={tone}>
        <Icon size={13} strokeWidth={2} aria-hidden />
        <span className="truncate" title={words}>
          {words}
        </span>
        <Amount job={job} />
      </p>
      <Progress job={job} />
      <JobActions job={job} />
    </>
  );
}

function useStateWords(job: Job): string {
  const { t } = useTranslation("canvas");
  const state = stateWords(t, job);
  return job.part.count === 1
    ? state
    : t("job.part", { index: job.part.index + 1, count: job.part.count, state });
}

type T = ReturnType<typeof useTranslation<"canvas">>["t"];

function stateWords(t: T, { status, engine }: Job): string {
  switch (status.state) {
    case "inQueue":
      return status.position === null
        ? t("job.inQueueSomewhere")
        : t("job.inQueue", { position: status.position });
    case "running":
      if (status.unwatched === true) return t("job.unwatched");
      return status.word ?? t(engine === "animatic" ? "job.drawing" : "job.running");
    default:
      return t(`job.${status.state}`);
  }
}

/** At the right of the line: bytes or frames while there are any to count. */
function Amount({ job: { status } }: { readonly job: Job }) {
  const { t, i18n } = useTranslation("canvas");
  if (status.state === "downloading") {
    const done = byteSize(status.bytes, i18n.language);
    return (
      <span className="job-amount">
        {status.total === null
          ? done
          : t("job.bytes", { done, total: byteSize(status.total, i18n.language) })}
      </span>
    );
  }
  if (status.state === "running" && status.progress !== undefined) {
    return <span className="job-amount">{t("job.frames", { ...status.progress })}</span>;
  }
  return null;
}

function shareOf({ status }: Job): number | undefined {
  if (status.state === "running" && status.progress !== undefined && status.progress.total > 0) {
    return status.progress.done / status.progress.total;
  }
  if (status.state === "downloading" && status.total !== null && status.total > 0) {
    return status.bytes / status.total;
  }
  return undefined;
}

function Progress({ job }: { readonly job: Job }) {
  const { t } = useTranslation("canvas");
  const share = shareOf(job);
  if (share === undefined) return null;
  const percent = Math.min(100, Math.round(share * 100));
  return (
    <div
      className="job-progress"
      role="progressbar"
      aria-label={t(`job.${job.status.state}`)}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}

/** Time since the job was sent, counting while it is open. */
export function Elapsed({ job }: { readonly job: Job }) {
  return isOpen(job) ? <Counting since={job.submittedAt ?? job.createdAt} /> : null;
}

function Counting({ since }: { readonly since: string }) {
  const { t } = useTranslation("canvas");
  const now = useNow();
  return (
    <span className="tabular-nums" role="timer" aria-label={t("job.elapsed")}>
      {clockTime((now - Date.parse(since)) / 1000)}
    </span>
  );
}
