import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Severity } from "../../shared/compile/compiled.ts";
import { useTarget } from "../app/useTarget.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useIsWhole } from "../stores/opening.ts";
import { classes } from "../ui/classes.ts";
import { ProblemCard, problemKey, tones } from "./ProblemCard.tsx";

const severities = ["error", "warning", "hint"] as const satisfies readonly Severity[];

/** Everything that is wrong on the board, the gravest first. */
export function ProblemsPanel() {
  const { t } = useTranslation("panels");
  const problems = useCompiled((compiled) => compiled.problems);
  const { sceneId } = useTarget();
  if (!useIsWhole()) return null;
  if (problems.length === 0) {
    return (
      <div className="flex flex-col items-center gap-1.5 px-6 py-12 text-center">
        <CircleCheck size={22} strokeWidth={1.5} className="text-done" aria-hidden />
        <p className="font-medium">{t("problems.none")}</p>
        <p className="text-ink-soft">
          {t(sceneId === undefined ? "request.noScene" : "problems.noneAbout")}
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4 px-3 py-3">
      {severities.map((severity) => {
        const found = problems.filter((problem) => problem.severity === severity);
        if (found.length === 0) return null;
        return (
          <section key={severity}>
            <h3 className="flex items-center gap-2 px-1 pb-1.5 text-label font-medium">
              <span className={classes("flex-1", tones[severity])}>
                {t(`problems.${severity}`)}
              </span>
              <span className="text-ink-soft tabular-nums">{found.length}</span>
            </h3>
            <ul className="flex flex-col gap-2">
              {found.map((problem) => (
                <ProblemCard key={problemKey(problem)} problem={problem} place />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
