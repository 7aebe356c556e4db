import { useState, type ReactNode } from "react";
import { useWords } from "../locales/useWords.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { Job } from "../../shared/jobs/job.ts";
import { canAskAgain } from "../../shared/jobs/reduce.ts";
import { run } from "../app/run.ts";
import { adoptRequest, cancelJob, checkJobAgain, repeatJob } from "../library/jobCalls.ts";
import { select } from "../stores/viewStore.ts";

/** What a person can do about a job, where they see it. What could be charged twice goes through Run, which asks. */
export function JobActions({ job }: { readonly job: Job }) {
  const { t } = useWords("canvas");
  const [adopting, setAdopting] = useState(false);
  if (adopting) return <AdoptForm job={job} onClose={() => setAdopting(false)} />;
  const actions: ReactNode[] = [];
  if (canCancel(job)) {
    actions.push(
      <Action key="cancel" onClick={() => void cancelJob(job)}>
        {t("job.cancel")}
      </Action>,
    );
  }
  if (canAskAgain(job) || isUnwatched(job)) {
    actions.push(
      <Action key="again" onClick={() => void checkJobAgain(job)}>
        {t(job.status.state === "failed" ? "job.fetchAgain" : "job.checkAgain")}
      </Action>,
    );
  }
  if (job.status.state === "unknown") {
    actions.push(
      <Action key="adopt" onClick={() => setAdopting(true)}>
        {t("job.adopt")}
      </Action>,
    );
  }
  if (job.status.state === "failed" || job.status.state === "cancelled") {
    actions.push(
      <Action key="retry" onClick={() => void retry(job)}>
        {t("job.retry")}
      </Action>,
    );
  }
  return actions.length === 0 ? null : <div className="job-actions">{actions}</div>;
}

interface ActionProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Action({ onClick, children }: ActionProps) {
  return (
    <button type="button" className="job-action nodrag nopan" onClick={onClick}>
      {children}
    </button>
  );
}

/** Only what waits can be cancelled at the service; the animatic stops at once. */
function canCancel({ status, engine }: Job): boolean {
  if (status.state === "waiting" || status.state === "inQueue") return true;
  return engine === "animatic" && status.state === "running";
}

const isUnwatched = ({ status }: Job): boolean =>
  status.state === "running" && status.unwatched === true;

async function retry(job: Job): Promise<void> {
  if (job.engine === "runcomfy") {
    select([job.sceneId as NodeId]);
    run("runcomfy");
    return;
  }
  await repeatJob(job);
}

interface AdoptFormProps {
  readonly job: Job;
  readonly onClose: () => void;
}

function AdoptForm({ job, onClose }: AdoptFormProps) {
  const { t } = useWords("canvas");
  const adopt = async (requestId: string): Promise<void> => {
    if (requestId === "") return;
    if (await adoptRequest(job, requestId)) onClose();
  };
  return (
    <form
      className="job-actions nodrag nopan"
      action={(form) => {
        const given = form.get("requestId");
        return adopt(typeof given === "string" ? given.trim() : "");
      }}
    >
      <input
        className="job-adopt"
        name="requestId"
        maxLength={200}
        aria-label={t("job.requestId")}
        placeholder={t("job.requestId")}
        ref={(input) => input?.focus({ preventScroll: true })}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") onClose();
        }}
      />
      <button type="submit" className="job-action">
        {t("job.adoptNow")}
      </button>
    </form>
  );
}
