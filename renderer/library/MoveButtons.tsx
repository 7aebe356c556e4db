import { ArrowDown, ArrowUp, ArrowUpToLine, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import type { MoveTo } from "../../shared/jobs/line.ts";
import { useJobs } from "../stores/jobStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { moveJob } from "./jobCalls.ts";
import { waitingWith } from "./jobGroups.ts";

const moves: readonly { readonly to: MoveTo; readonly icon: LucideIcon }[] = [
  { to: "first", icon: ArrowUpToLine },
  { to: "up", icon: ArrowUp },
  { to: "down", icon: ArrowDown },
];

/** Another place for a job that was not sent yet; nothing to see while it waits alone. */
export function MoveButtons({ job }: { readonly job: Job }) {
  const { t } = useTranslation("jobs");
  const jobs = useJobs((state) => state.jobs);
  const line = waitingWith(job, jobs.values());
  if (line.length < 2) return null;
  const scene = job.sceneTitle === "" ? t("scene") : job.sceneTitle;
  return (
    <div className="flex gap-1">
      {moves.map(({ to, icon: Icon }) => (
        <IconButton
          key={to}
          label={t(`queue.move.${to}`, { scene })}
          disabled={(to === "down" ? line.at(-1) : line[0])?.id === job.id}
          onClick={() => void moveJob(job, to)}
        >
          <Icon size={14} strokeWidth={1.75} />
        </IconButton>
      ))}
    </div>
  );
}
