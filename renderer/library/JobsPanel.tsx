import { Timer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { useJobs } from "../stores/jobStore.ts";
import { look } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { useNow } from "../ui/useNow.ts";
import { JobCard } from "./JobCard.tsx";
import { groupJobs, type JobGroups } from "./jobGroups.ts";
import { QueueBar } from "./QueueBar.tsx";
import { QueuedJobs } from "./QueuedJobs.tsx";
import { Nothing } from "./Nothing.tsx";

const groupNames = [
  "needsYou",
  "running",
  "offline",
  "queued",
  "ended",
] as const satisfies readonly (keyof JobGroups)[];

/** What runs, what needs the reader, and what ended today and why. */
export function JobsPanel() {
  const { t } = useTranslation("jobs");
  const jobs = useJobs((state) => state.jobs);
  // What has ended before today leaves the list within a minute of midnight.
  const groups = groupJobs(jobs.values(), useNow(60_000));
  if (groupNames.every((name) => groups[name].length === 0)) {
    return (
      <Nothing icon={Timer} title={t("empty.jobs")} about={t("empty.jobsAbout")}>
        <Button onClick={() => look({ dialog: "ledger" })}>{t("ledger.title")}</Button>
      </Nothing>
    );
  }
  return (
    <div className="flex flex-col gap-4 px-3 pt-1 pb-4">
      <QueueBar isEmpty={groups.queued.length + groups.running.length === 0} />
      {groupNames.map((name) => (
        <Group key={name} name={name} jobs={groups[name]} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly name: keyof JobGroups;
  readonly jobs: readonly Job[];
}

/** So many cards of a group are drawn, and as many more at a time: a queue can have a thousand jobs. */
const atATime = 40;

function Group({ name, jobs }: GroupProps) {
  const { t } = useTranslation("jobs");
  const [shown, setShown] = useState(atATime);
  if (jobs.length === 0) return null;
  return (
    <section>
      <h3 className="px-1 pb-1.5 text-label text-ink-soft">
        {`${t(`groups.${name}`)} `}
        <span className="ml-1 tabular-nums">{jobs.length}</span>
      </h3>
      {name === "queued" ? (
        <QueuedJobs jobs={jobs} shown={shown} />
      ) : (
        <ul className="flex flex-col gap-1.5">
          {jobs.slice(0, shown).map((job) => (
            <li key={job.id}>
              <JobCard job={job} />
            </li>
          ))}
        </ul>
      )}
      {jobs.length > shown && (
        <Button look="quiet" className="mt-1.5 w-full" onClick={() => setShown(shown + atATime)}>
          {t("more", { count: Math.min(atATime, jobs.length - shown) })}
        </Button>
      )}
    </section>
  );
}
