import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock3,
  LoaderCircle,
  type LucideIcon,
} from "lucide-react";
import { useWords } from "../locales/useWords.ts";
import { isOpen, type Job, type JobStateName } from "../../shared/jobs/job.ts";
import { jobWords } from "../library/jobWords.ts";
import { useChosen } from "../stores/settingsStore.ts";
import { clockTime } from "../ui/time.ts";
import { useNow } from "../ui/useNow.ts";
import { JobActions } from "./JobActions.tsx";

const icons: { readonly [S in JobStateName]: LucideIcon } = {
  waiting: Clock3,
  submitting: LoaderCircle,
  inQueue: Clock3,
  running: LoaderCircle,
  downloading: LoaderCircle,
  done: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
  unknown: CircleHelp,
};

/** Where the scene's job stands: state with icon and word, a real number where there is one, and what can be done. */
export function JobLine({ job }: { readonly job: Job }) {
  const { t, i18n } = useWords("canvas");
  // The sentence under the node counts down to the next try; here nothing depends on the time.
  const { tone, title, detail, progress } = jobWords(
    job,
    0,
    i18n.language,
    useChosen().queuePaused,
  );
  const Icon = icons[job.status.state];
  const { index, count } = job.part;
  const words = count === 1 ? title : t("job.part", { index: index + 1, count, state: title });
  return (
    <>
      <p className="job-state" data-tone={tone}>
        <Icon size={13} strokeWidth={2} aria-hidden />
        <span className="truncate" title={words}>
          {words}
        </span>
        {progress !== undefined && job.trouble === null && (
          <span className="job-amount">{detail}</span>
        )}
      </p>
      {progress !== undefined && <Progress label={title} share={progress} />}
      <JobActions job={job} />
    </>
  );
}

function Progress({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <div
      className="job-progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}

/** What happened and what to do next, hanging under the scene; counts down to the next try when there is one. */
export function JobSentence({ job }: { readonly job: Job }) {
  const counts = job.trouble !== null && job.trouble.nextTryAt !== null;
  return counts ? <CountingSentence job={job} /> : <Sentence job={job} now={0} />;
}

function CountingSentence({ job }: { readonly job: Job }) {
  return <Sentence job={job} now={useNow()} />;
}

function Sentence({ job, now }: { readonly job: Job; readonly now: number }) {
  const { i18n } = useWords("jobs");
  const { tone, detail, progress } = jobWords(job, now, i18n.language);
  if (detail === "" || (progress !== undefined && job.trouble === null)) return null;
  if (tone === "muted" || tone === "done") return null;
  return (
    <p
      className="board-node-sentence"
      data-severity={tone === "failed" ? "error" : "warning"}
      data-job
    >
      <span>{detail}</span>
    </p>
  );
}

/** Time since the job was sent, counting while it is open. */
export function Elapsed({ job }: { readonly job: Job }) {
  return isOpen(job) ? <Counting since={job.submittedAt ?? job.createdAt} /> : null;
}

function Counting({ since }: { readonly since: string }) {
  const { t } = useWords("canvas");
  const now = useNow();
  return (
    <span className="tabular-nums" role="timer" aria-label={t("job.elapsed")}>
      {clockTime((now - Date.parse(since)) / 1000)}
    </span>
  );
}
