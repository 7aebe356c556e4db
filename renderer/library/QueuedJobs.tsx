import { useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { lineOf, movedInLine } from "../../shared/jobs/line.ts";
import { classes } from "../ui/classes.ts";
import { JobCard } from "./JobCard.tsx";
import { moveJob } from "./jobCalls.ts";
import { jobName } from "./jobWords.ts";
import { MoveButtons } from "./MoveButtons.tsx";

interface QueuedJobsProps {
  /** The next one first. */
  readonly jobs: readonly Job[];
  /** How many of them are drawn. */
  readonly shown: number;
}

/** Where a job that is dragged would come to stand: over or under the one with this id. */
interface Gap {
  readonly at: string;
  readonly under: boolean;
}

/** What waits here or at the service. What was not sent yet can be put in another order. */
export function QueuedJobs({ jobs, shown }: QueuedJobsProps) {
  const { t } = useTranslation("jobs");
  const [dragged, setDragged] = useState<Job>();
  const [gap, setGap] = useState<Gap>();
  const [said, setSaid] = useState("");

  const lines = { animatic: lineOf(jobs, "animatic"), runcomfy: lineOf(jobs, "runcomfy") };
  const move = (job: Job, before: string | null): void => {
    const line = movedInLine(lines[job.engine], job.id, before);
    const place = line.findIndex(({ id }) => id === job.id) + 1;
    setSaid(t("queue.moved", { job: jobName(job), place, count: line.length }));
    void moveJob(job, before);
  };
  const endDrag = (): void => {
    setDragged(undefined);
    setGap(undefined);
  };
  const drag = (event: DragEvent<HTMLElement>, at: Job): void => {
    if (dragged === undefined || !lines[dragged.engine].includes(at)) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setGap({ at: at.id, under: event.clientY > top + height / 2 });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged === undefined || gap === undefined) return;
    const line = lines[dragged.engine];
    const next = line[line.findIndex(({ id }) => id === gap.at) + 1];
    move(dragged, gap.under ? (next?.id ?? null) : gap.at);
    endDrag();
  };

  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul className="flex flex-col gap-1.5">
        {jobs.slice(0, shown).map((job) => {
          const line = lines[job.engine];
          return (
            <li key={job.id}>
              <div
                onDragOver={(event) => drag(event, job)}
                onDrop={drop}
                className={classes(
                  "relative",
                  job.id === dragged?.id && "opacity-50",
                  job.id === gap?.at && gapMarks[gap.under ? "under" : "over"],
                )}
              >
                <JobCard job={job}>
                  {line.length > 1 && line.includes(job) && (
                    <MoveButtons
                      job={job}
                      line={line}
                      onMove={(before) => move(job, before)}
                      onDragStart={({ currentTarget, dataTransfer }) => {
                        const card = currentTarget.closest("li");
                        if (card !== null)
                          dataTransfer.setDragImage(card, card.offsetWidth - 16, 16);
                        dataTransfer.effectAllowed = "move";
                        setDragged(job);
                      }}
                      onDragEnd={endDrag}
                    />
                  )}
                </JobCard>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A line in the gap between two cards. */
const gapMarks = {
  over: "before:absolute before:inset-x-0 before:-top-1 before:h-0.5 before:rounded-full before:bg-accent-line",
  under:
    "after:absolute after:inset-x-0 after:-bottom-1 after:h-0.5 after:rounded-full after:bg-accent-line",
} as const;
