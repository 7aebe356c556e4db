import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { focusCanvas } from "../canvas/surface.ts";
import { openAsNew } from "../files/actions.ts";
import { sampleBoard } from "../files/sampleBoard.ts";
import { ShotPicture } from "../timeline/ShotPicture.tsx";
import { readTemplates, type Template } from "./templates.ts";

/** Boards to begin with, each shown by its panels. */
export function TemplatesPanel() {
  const { t } = useTranslation("panels");
  const templates = useMemo(() => readTemplates(), []);
  return (
    <div className="px-3 pb-4">
      <p className="px-1 pb-3 text-ink-soft">{t("templates.about")}</p>
      <ul className="flex flex-col gap-2.5">
        {templates.map((template) => (
          <li key={template.name}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const heights = { "16:9": 46, "9:16": 112, "1:1": 64 } as const;

function TemplateCard({ template }: { readonly template: Template }) {
  const { t } = useTranslation("panels");
  const { name, shots, seconds, aspectRatio } = template;
  const [across = 16, down = 9] = aspectRatio.split(":").map(Number);
  const height = heights[aspectRatio];
  const size = { width: Math.round((height * across) / down), height };
  const begin = (): void => {
    openAsNew(sampleBoard(name));
    // A second Enter is for the board, not for another copy of it.
    requestAnimationFrame(() => focusCanvas());
  };
  return (
    <button
      type="button"
      onClick={begin}
      className="w-full overflow-hidden rounded-md border border-line bg-raised text-left transition-colors duration-(--quick) hover:border-line-strong hover:bg-hover"
    >
      <span className="flex gap-px overflow-hidden bg-canvas" style={{ height }}>
        {shots.map((shot) => (
          <ShotPicture key={shot.number} shot={shot} size={size} />
        ))}
      </span>
      <span className="block px-3 py-2.5">
        <span className="block font-medium">{t(`samples.${name}.name`)}</span>
        <span className="block text-node text-ink-soft">{t(`samples.${name}.about`)}</span>
        <span className="mt-1.5 block text-label text-ink-soft tabular-nums">
          {t("templates.facts", { count: shots.length, seconds, aspectRatio })}
        </span>
      </span>
    </button>
  );
}
