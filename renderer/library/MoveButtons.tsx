import { ArrowDown, ArrowUp, ArrowUpToLine, GripVertical, type LucideIcon } from "lucide-react";
import { useEffect, useRef, type DragEventHandler } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { IconButton } from "../ui/Button.tsx";
import { jobName } from "./jobWords.ts";

interface Move {
  readonly to: "first" | "up" | "down";
  readonly icon: LucideIcon;
  /** In front of which job that is, null for the end of the line; undefined where the job stands there already. */
  readonly before: (line: readonly Job[], at: number) => string | null | undefined;
}

const moves: readonly Move[] = [
  { to: "first", icon: ArrowUpToLine, before: (line, at) => (at > 0 ? line[0]?.id : undefined) },
  { to: "up", icon: ArrowUp, before: (line, at) => line[at - 1]?.id },
  {
    to: "down",
    icon: ArrowDown,
    before: (line, at) => (at < line.length - 1 ? (line[at + 2]?.id ?? null) : undefined),
  },
];

interface MoveButtonsProps {
  readonly job: Job;
  /** The jobs that wait with it, the next one first. */
  readonly line: readonly Job[];
  readonly onMove: (before: string | null) => void;
  readonly onDragStart: DragEventHandler;
  readonly onDragEnd: DragEventHandler;
}

/** Another place for a job that was not sent yet, by a press or by hand. */
export function MoveButtons({ job, line, onMove, ...drag }: MoveButtonsProps) {
  const { t } = useTranslation("jobs");
  const at = line.indexOf(job);
  const row = useRef<HTMLDivElement>(null);
  const place = useRef(at);
  useEffect(() => {
    if (place.current === at) return;
    place.current = at;
    // It has moved: the button that is to be pressed again goes with it, and stays in view.
    if (row.current?.contains(document.activeElement)) {
      row.current.scrollIntoView({ block: "nearest" });
    }
  }, [at]);
  return (
    <div ref={row} className="ml-auto flex items-center">
      {moves.map(({ to, icon: Icon, before }) => {
        const target = before(line, at);
        return (
          // Never `disabled`: that would take the focus away from whoever has just moved the job to its place.
          <IconButton
            key={to}
            label={t(`queue.move.${to}`, { job: jobName(job) })}
            aria-disabled={target === undefined}
            className="size-6.5!"
            onClick={() => target !== undefined && onMove(target)}
          >
            <Icon size={14} strokeWidth={1.75} />
          </IconButton>
        );
      })}
      <span
        draggable
        aria-hidden
        title={t("queue.drag")}
        className="grid h-6.5 w-5 cursor-grab place-content-center text-ink-soft hover:text-ink"
        {...drag}
      >
        <GripVertical size={14} strokeWidth={1.75} />
      </span>
    </div>
  );
}
