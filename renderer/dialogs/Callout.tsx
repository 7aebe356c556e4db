import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.ts";

const looks = {
  info: { icon: Info, ink: "text-running" },
  done: { icon: CircleCheck, ink: "text-done" },
  warning: { icon: TriangleAlert, ink: "text-stale" },
  failed: { icon: CircleAlert, ink: "text-failed" },
} as const;

interface CalloutProps {
  readonly tone: keyof typeof looks;
  readonly children: ReactNode;
  /** Stands at the right end. */
  readonly action?: ReactNode;
}

/** A sentence that must not be missed, with the sign of its kind. */
export function Callout({ tone, children, action }: CalloutProps) {
  const { icon: Icon, ink } = looks[tone];
  return (
    <div className="flex items-start gap-2.5 rounded-sm border border-line bg-raised px-3 py-2">
      <Icon size={15} strokeWidth={1.75} aria-hidden className={classes("mt-0.5 shrink-0", ink)} />
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {action}
    </div>
  );
}
