import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { playTakes } from "../player/playTakes.ts";
import { Button } from "../ui/Button.tsx";
import { cancelJob, checkJobAgain, repeatJob } from "./jobCalls.ts";
import { actionsOf, type JobAction } from "./jobGroups.ts";
import { RepeatQuestion } from "./RepeatQuestion.tsx";

interface JobButtonsProps {
  readonly job: Job;
  /** More of them, behind the others. */
  readonly children?: ReactNode;
}

/** What can be done about a job. What costs money names its price and asks first. */
export function JobButtons({ job, children }: JobButtonsProps) {
  const { t } = useTranslation("jobs");
  const [asking, setAsking] = useState(false);
  if (asking) {
    return <RepeatQuestion job={job} onClose={() => setAsking(false)} />;
  }
  const actions = actionsOf(job);
  if (actions.length === 0) return null;
  const doings: { readonly [A in JobAction]: () => void } = {
    cancel: () => void cancelJob(job),
    checkAgain: () => void checkJobAgain(job),
    fetchAgain: () => void checkJobAgain(job),
    runAgain: () => (job.engine === "animatic" ? void repeatJob(job) : setAsking(true)),
    // A take has the id of the job that made it.
    show: () => playTakes([job.id]),
  };
  return (
    <div className="flex flex-wrap gap-1.5 pt-0.5">
      {actions.map((action) => (
        <Button key={action} small onClick={doings[action]}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {children}
    </div>
  );
}
