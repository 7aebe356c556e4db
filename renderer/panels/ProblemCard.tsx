import { CircleAlert, Crosshair, Lightbulb, TriangleAlert, Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Problem, Severity } from "../../shared/compile/compiled.ts";
import { nameOf } from "../canvas/commands.ts";
import { goToNode } from "../canvas/selecting.ts";
import { problemSentence } from "../nodes/problemSentence.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { applyFix } from "./changes.ts";
import { fixWords } from "./fixWords.ts";

const icons = { error: CircleAlert, warning: TriangleAlert, hint: Lightbulb } as const;
export const tones: { readonly [S in Severity]: string } = {
  error: "text-failed",
  warning: "text-stale",
  hint: "text-ink-soft",
};

interface ProblemCardProps {
  readonly problem: Problem;
  /** The node's name and the way to it: not needed where the node is in front of the reader. */
  readonly place: boolean;
}

/** What is wrong, where, and what one click can do about it. */
export function ProblemCard({ problem, place }: ProblemCardProps) {
  const { t } = useTranslation("panels");
  const { severity, nodeId, fixes } = problem;
  const Icon = icons[severity];
  return (
    <li className="flex gap-2.5 rounded-md border border-line bg-raised p-2.5">
      <Icon
        size={15}
        strokeWidth={1.75}
        role="img"
        aria-label={t(`problems.${severity}`)}
        className={classes("mt-0.5 shrink-0", tones[severity])}
      />
      <div className="min-w-0 flex-1">
        {place && (
          <p className="truncate text-label text-ink-soft">
            {nodeId === undefined ? t("problems.ofBoard") : nameOf(nodeId)}
          </p>
        )}
        <p className="break-words">{problemSentence(problem)}</p>
        {(fixes.length > 0 || (place && nodeId !== undefined)) && (
          <div className="mt-2 flex flex-wrap gap-1.5">
            {fixes.map((fix) => (
              <Button
                key={JSON.stringify([fix.code, fix.values])}
                className="h-auto! min-h-7 py-1 text-left text-node whitespace-normal"
                onClick={() => applyFix(fix)}
              >
                <Wrench size={13} strokeWidth={1.75} aria-hidden className="shrink-0" />
                {fixWords(fix)}
              </Button>
            ))}
            {place && nodeId !== undefined && (
              <Button
                look="quiet"
                className="-ml-2 h-7! px-2! text-node"
                onClick={() => goToNode(nodeId)}
              >
                <Crosshair size={13} strokeWidth={1.75} aria-hidden />
                {t("problems.show")}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

export const problemKey = ({ code, nodeId, field, values }: Problem): string =>
  JSON.stringify([code, nodeId, field, values]);
