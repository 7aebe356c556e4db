import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { usePanel } from "../app/usePanel.ts";
import { nodeName } from "../nodes/words.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useSettled } from "../stores/settled.ts";
import { look, select, useView } from "../stores/viewStore.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Field.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { Tip } from "../ui/Tip.tsx";
import { clockTime } from "../ui/time.ts";
import { Budget } from "./Budget.tsx";
import type { Film } from "./film.ts";
import { FitTo } from "./FitTo.tsx";
import { pause, play, usePlayback } from "./playback.ts";

/** The line above the timeline and the shot table: time, animatic, which of the two views, the budget of seconds. */
export function TimelineHeader({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const view = useView((state) => state.bottomTab);
  return (
    <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1">
      <TimeCode total={film.total} />
      <AnimaticButton film={film} />
      <Segmented
        label={t("timeline.view")}
        value={view}
        className="h-7!"
        options={[
          { value: "timeline", label: t("timeline.name") },
          { value: "table", label: t("timeline.table") },
        ]}
        onChoose={(bottomTab) => look({ bottomTab })}
      />
      <SceneChoice sceneId={film.sceneId} />
      <span className="min-w-0 flex-1" />
      <Budget film={film} />
      <FitTo film={film} />
    </header>
  );
}

function TimeCode({ total }: { readonly total: number }) {
  const tenths = useView(({ playhead }) => Math.round(Math.min(playhead, total) * 10));
  return (
    <span className="shrink-0 font-medium tabular-nums">
      {`${clockTime(tenths / 10)}.${tenths % 10} / ${clockTime(total)}`}
    </span>
  );
}

function AnimaticButton({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const playing = usePlayback((state) => state.playing);
  const panel = usePanel("animatic");
  const Icon = playing ? Pause : Play;
  return (
    <Tip text={t("timeline.animaticAbout")} side="top">
      <Button
        className="h-7! px-2.5!"
        disabled={film.total === 0}
        aria-pressed={panel.open}
        onClick={() => {
          if (playing) return pause();
          panel.setOpen(true);
          play(() => film.total);
        }}
      >
        <Icon size={12} fill="currentColor" strokeWidth={1.75} aria-hidden />
        {t("timeline.animatic")}
      </Button>
    </Tip>
  );
}

/**
 * Only where there are several scenes to choose from. The others are listed once a pointer or the focus is on it: there
 * may be hundreds, and their names change with every edit.
 */
function SceneChoice({ sceneId }: { readonly sceneId: NodeId | undefined }) {
  const { t } = useTranslation("panels");
  const nodes = useSettled(({ board }) => board?.nodes);
  const scenes = useCompiled((compiled) => compiled.scenes);
  const [listed, setListed] = useState(false);
  if (scenes.size < 2 || sceneId === undefined || nodes === undefined) return null;
  const options = (listed ? [...scenes.keys()] : [sceneId]).map((id) => {
    const node = nodeOf({ nodes }, id);
    return { value: id, label: node === undefined ? id : nodeName(node, undefined) };
  });
  return (
    <Choice
      aria-label={t("timeline.sceneOf")}
      className="h-7! w-44 shrink-0"
      value={sceneId}
      options={options}
      onPointerEnter={() => setListed(true)}
      onFocus={() => setListed(true)}
      onBlur={() => setListed(false)}
      onChoose={(value) => {
        const id = options.find((option) => option.value === value)?.value;
        if (id !== undefined) select([id]);
      }}
    />
  );
}
