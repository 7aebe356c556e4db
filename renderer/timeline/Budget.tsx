import { useTranslation } from "react-i18next";
import { classes } from "../ui/classes.ts";
import type { Film } from "./film.ts";

/** How many of the model's seconds are used; in several requests, how they are shared out. */
export function Budget({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const { clips, scene, limits, total } = film;
  if (clips.length === 0) return null;
  const max = limits?.total.max;
  const parts = scene?.parts ?? [];
  const over = max !== undefined && parts.length < 2 && total > max;
  const words =
    max === undefined
      ? t("timeline.budgetPlain", { seconds: total })
      : over
        ? t("timeline.budgetOver", { seconds: total, over: total - max })
        : parts.length > 1
          ? t("timeline.budgetParts", {
              total,
              parts: parts.length,
              seconds: parts.map(({ seconds }) => seconds).join(" + "),
            })
          : t("timeline.budget", { seconds: total, max });
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span className={classes("truncate tabular-nums", over ? "text-failed" : "text-ink-soft")}>
        {words}
      </span>
      {max !== undefined && (
        <span
          aria-hidden
          className="flex h-1.5 w-48 shrink-0 gap-0.5 max-[1100px]:w-28 max-[720px]:hidden"
        >
          {parts.length > 1 && !over ? (
            parts.map((part, i) => (
              <Bar
                key={part.shots[0]?.nodeId ?? i}
                share={(part.seconds ?? max) / max}
                over={false}
              />
            ))
          ) : (
            <Bar share={Math.min(1, total / max)} over={over} />
          )}
        </span>
      )}
    </div>
  );
}

function Bar({ share, over }: { readonly share: number; readonly over: boolean }) {
  return (
    <span className="h-full min-w-0 flex-1 forced-color-adjust-none overflow-hidden rounded-full bg-line">
      <span
        className={classes(
          "block h-full rounded-full transition-[width] duration-(--quick)",
          over ? "bg-failed" : "bg-accent",
        )}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
