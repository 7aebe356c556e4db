import { useWords } from "../locales/useWords.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { ParamsOf } from "../../shared/nodes/registry.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import type { Fact } from "./facts.ts";
import { paintPanel } from "./panelPicture.ts";
import type { Size } from "./size.ts";
import { stillOf } from "./stills.ts";

interface PanelProps {
  readonly id: NodeId;
  readonly params: ParamsOf<"shot">;
  readonly fact: Fact | undefined;
  readonly size: Size;
  /** Looked at from far away, where a small picture is as good. */
  readonly afar?: boolean;
}

/** The picture of a shot: its own frame of the newest take, else the sketch, else what the animatic will show. */
export function Panel({ id, params, fact, size, afar = false }: PanelProps) {
  const { t } = useWords("canvas");
  const still = useJobs((state) =>
    fact?.sceneId === undefined ? undefined : stillOf(state.takesByScene.get(fact.sceneId), id),
  );
  const mediaBase = useSettings((state) => state.info?.mediaBase ?? "");
  const picture = still === undefined ? params.sketch : `${mediaBase}${still}`;
  if (picture !== "") {
    return (
      <img
        className="frame-picture object-cover"
        style={size}
        src={picture}
        alt={still === undefined ? t("sketch") : t("still")}
        draggable={false}
        decoding="async"
      />
    );
  }
  return (
    <div
      className="frame-picture bg-cover"
      style={size}
      role="img"
      aria-label={t("animaticFrame")}
      ref={(element) => {
        if (element !== null) paintPanel(element, size, { id, params, fact, afar });
      }}
    />
  );
}
