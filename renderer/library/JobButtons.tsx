import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { playTakes } from "../player/playTakes.ts";
import { Button } from "../ui/Button.tsx";
import { cancelJob, checkJobAgain, repeatJob } from "./jobCalls.ts";
import { actionsOf, type JobAction } from "./jobGroups.ts";
import { costWords, estimateOf } from "./prices.ts";

export const small = "h-6.5! px-2! text-node";

/** Where a press has put a question in the place of its button: the harmless answer has the focus, and is in view. */
export const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

interface JobButtonsProps {
  readonly job: Job;
  /** More of them, behind the others. */
  readonly children?: ReactNode;
}

/** What can be done about a job. What costs money names its price and asks first. */
export function JobButtons({ job, children }: JobButtonsProps) {
  const { t } = useTranslation("jobs");
  const [asking, setAsking] = useState(false);
  if (asking) return <RepeatQuestion job={job} onClose={() => setAsking(false)} />;
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
        <Button key={action} className={small} onClick={doings[action]}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {children}
    </div>
  );
}

function RepeatQuestion({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(["jobs", "app"]);
  const price = costWords(estimateOf(job), i18n.language);
  return (
    <div className="flex flex-col gap-2 pt-0.5">
      <p className="text-node">{t("again.ask", { price })}</p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          look="accent"
          className={small}
          onClick={() => {
            onClose();
            void repeatJob(job);
          }}
        >
          {t("again.send", { price })}
        </Button>
        <Button ref={takeFocus} look="quiet" className={small} onClick={onClose}>
          {t("app:cancel")}
        </Button>
      </div>
    </div>
  );
}
