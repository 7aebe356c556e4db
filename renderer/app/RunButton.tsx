import { ChevronDown, Play, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { EngineId } from "../../shared/jobs/job.ts";
import { priceWords } from "../library/prices.ts";
import { changeSettings, useChosen } from "../stores/settingsStore.ts";
import { classes } from "../ui/classes.ts";
import { MenuButton } from "./MenuButton.tsx";
import { attempt } from "./notices.ts";
import { run } from "./run.ts";
import type { Target } from "./target.ts";
import { useTarget } from "./useTarget.ts";

const engines = ["animatic", "runcomfy"] as const satisfies readonly EngineId[];

/** Says what it will run, for how long and at what price, before it is pressed. */
export function RunButton() {
  const { t } = useTranslation("app");
  const target = useTarget();
  const { engine } = useChosen();
  const words = useRunWords(target, engine);
  const blocked = target.errors.length > 0 || target.scene === undefined;
  const look = blocked
    ? "border border-line-strong bg-raised text-ink hover:bg-hover"
    : "bg-accent text-on-accent hover:bg-accent-hover";

  return (
    <div className="flex h-8 shrink-0">
      <button
        type="button"
        onClick={() => run()}
        disabled={target.sceneId === undefined}
        className={classes(
          "flex items-center gap-2 rounded-l-md pr-3 pl-3 font-semibold transition-colors duration-(--quick) disabled:cursor-not-allowed disabled:opacity-60",
          look,
        )}
      >
        {blocked ? (
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
        ) : (
          <Play size={13} fill="currentColor" aria-hidden />
        )}
        <span>{t(`run.${engine}`)}</span>
        <span className="text-node font-normal tabular-nums opacity-85">{words}</span>
      </button>
      <MenuButton
        aria-label={t("run.engine")}
        className={classes(
          "grid w-7 place-content-center rounded-r-md border-l border-l-black/20 transition-colors duration-(--quick)",
          look,
        )}
        align="end"
        items={() =>
          engines.map((id) => ({
            id,
            label: t(`engines.${id}.name`),
            about: t(`engines.${id}.about`),
            checked: id === engine,
            run: () => void attempt(() => changeSettings({ engine: id })),
          }))
        }
      >
        <ChevronDown size={14} strokeWidth={2} />
      </MenuButton>
    </div>
  );
}

function useRunWords({ sceneId, scene, off, errors }: Target, engine: EngineId): string {
  const { t, i18n } = useTranslation("app");
  if (sceneId === undefined) return t("run.noScene");
  if (off) return t("run.off");
  if (scene === undefined || errors.length > 0) {
    return t("run.blocked", { count: Math.max(1, errors.length) });
  }
  const length = scene.seconds === null ? [] : [t("seconds", { seconds: scene.seconds })];
  const parts = scene.parts.length > 1 ? [t("run.parts", { count: scene.parts.length })] : [];
  const price = engine === "animatic" ? t("price.free") : priceWords(scene.price, i18n.language);
  return [...length, ...parts, price].join(" · ");
}
