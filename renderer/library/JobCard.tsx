import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock3,
  Download,
  LoaderCircle,
  Send,
  type LucideIcon,
} from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isOpen, type Job, type JobStateName } from "../../shared/jobs/job.ts";
import { profileOf } from "../../shared/models/profiles.ts";
import { selectShot } from "../player/followBoard.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useChosen } from "../stores/settingsStore.ts";
import { clockTime } from "../ui/time.ts";
import { useNow } from "../ui/useNow.ts";
import { JobButtons } from "./JobButtons.tsx";
import { jobWords, type JobWords } from "./jobWords.ts";
import { costOfJob, costWords } from "./prices.ts";
import { timeLeft } from "./timeLeft.ts";
import { UnknownJob } from "./UnknownJob.tsx";

const icons: { readonly [S in JobStateName]: LucideIcon } = {
  waiting: Clock3,
  submitting: Send,
  inQueue: Clock3,
  running: LoaderCircle,
  downloading: Download,
  done: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
  unknown: CircleHelp,
};

const inks: { readonly [T in JobWords["tone"]]: string } = {
  muted: "text-ink-soft",
  running: "text-running",
  done: "text-done",
  failed: "text-failed",
  stale: "text-stale",
};

interface JobProps {
  readonly job: Job;
}

/**
 * One job: where it stands, since when, at what price, and what can be done about it.
 *
 * @param children what can be done about it in its list, at the end of its buttons.
 */
export const JobCard = memo(function JobCard({
  job,
  children,
}: JobProps & { readonly children?: ReactNode }) {
  const { t } = useTranslation("jobs");
  return (
    <article className="flex flex-col gap-1.5 rounded-sm border border-line bg-raised px-2.5 py-2">
      <header className="flex min-w-0 items-baseline gap-2">
        <button
          type="button"
          title={t("actions.showNode")}
          onClick={() => selectShot(job.sceneId)}
          className="min-w-0 truncate rounded-sm font-medium hover:underline"
        >
          {job.sceneTitle === "" ? t("scene") : job.sceneTitle}
        </button>
        {job.part.count > 1 && (
          <span className="shrink-0 text-node whitespace-nowrap text-ink-soft">
            {t("part", { index: job.part.index + 1, count: job.part.count })}
          </span>
        )}
        <span className="flex-1" />
        <JobTime job={job} />
      </header>
      <JobState job={job} />
      <JobFacts job={job} />
      {job.engine === "runcomfy" && job.status.state === "running" && (
        <p className="text-label text-ink-soft">{t("noCancel")}</p>
      )}
      {job.status.state === "unknown" ? (
        <UnknownJob job={job} />
      ) : (
        <JobButtons job={job}>{children}</JobButtons>
      )}
    </article>
  );
});

function JobState({ job }: JobProps) {
  const { i18n } = useTranslation("jobs");
  const words = jobWords(job, useNow(), i18n.language, useChosen().queuePaused);
  const Icon = icons[job.status.state];
  // A trouble takes the place of the number: then it is a sentence, not a figure.
  const isFigure = words.progress !== undefined && job.trouble === null;
  return (
    <>
      <p className={`flex items-center gap-1.5 ${inks[words.tone]}`}>
        <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{words.title}</span>
        {isFigure && (
          <span className="shrink-0 text-node whitespace-nowrap text-ink-soft tabular-nums">
            {words.detail}
          </span>
        )}
      </p>
      {isSent(job) && job.trouble === null && <TimeLeft job={job} />}
      {words.progress !== undefined && <Bar share={words.progress} label={words.title} />}
      {!isFigure && words.detail !== "" && (
        <p className="text-node break-words text-ink-soft">{words.detail}</p>
      )}
    </>
  );
}

/** Frames that are counted say more than earlier jobs do: this is for the service alone. */
const isSent = (job: Job): boolean =>
  job.engine === "runcomfy" && job.submittedAt !== null && isOpen(job);

function TimeLeft({ job }: JobProps) {
  const { t } = useTranslation("jobs");
  const jobs = useJobs((state) => state.jobs);
  const seconds = timeLeft(job, jobs.values(), useNow());
  if (seconds === undefined) return null;
  return (
    <p className="text-node text-ink-soft tabular-nums">
      {seconds < 60
        ? t("left.seconds", { count: Math.ceil(seconds / 10) * 10 })
        : t("left.minutes", { count: Math.round(seconds / 60) })}
    </p>
  );
}

/** Counts while the job is open; then says how long it took. */
function JobTime({ job }: JobProps) {
  const { t } = useTranslation("jobs");
  const now = useNow();
  const since = Date.parse(job.submittedAt ?? job.createdAt);
  const until = isOpen(job) || job.endedAt === null ? now : Date.parse(job.endedAt);
  const time = clockTime((until - since) / 1000);
  if (!isOpen(job) && job.status.state !== "done") return null;
  return (
    <span className="shrink-0 text-node text-ink-soft tabular-nums">
      {isOpen(job) ? time : t("took", { time })}
    </span>
  );
}

function Bar({ share, label }: { readonly share: number; readonly label: string }) {
  const percent = Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1 overflow-hidden rounded-full bg-line-strong"
    >
      <div className="h-full rounded-full bg-running" style={{ width: `${percent}%` }} />
    </div>
  );
}

function JobFacts({ job }: JobProps) {
  const { t, i18n } = useTranslation("jobs");
  const { seconds } = job;
  const board = job.boardTitle === "" ? t("untitled") : job.boardTitle;
  const made =
    job.engine === "animatic" ? t("engine.animatic") : (profileOf(job.model)?.name ?? job.model);
  const cost = costOfJob(job);
  const facts = [
    ...(seconds === null ? [] : [t("seconds", { seconds })]),
    ...(cost === undefined ? [] : [costWords(cost, i18n.language)]),
    made,
    board,
  ];
  return <p className="line-clamp-2 text-label text-ink-soft tabular-nums">{facts.join(" · ")}</p>;
}
