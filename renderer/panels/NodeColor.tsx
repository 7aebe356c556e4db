import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { colorSelection } from "../canvas/aligning.ts";
import { colorNames, nodeColors } from "../canvas/nodeColors.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { classes } from "../ui/classes.ts";

/** The colour of what is selected; none is pressed while they differ. */
export function NodeColor({ ids }: { readonly ids: readonly NodeId[] }) {
  const { t } = useTranslation("canvas");
  const held = useBoards((state) => {
    const layout = activeBoard(state)?.layout;
    const [one, ...others] = new Set(ids.map((id) => layout?.[id]?.color));
    return others.length > 0 ? "mixed" : (one ?? null);
  });
  return (
    <div role="group" aria-label={t("arrange.color")} className="flex items-center gap-1">
      <span aria-hidden className="min-w-0 flex-1 truncate text-label text-ink-soft">
        {t("arrange.color")}
      </span>
      {colorNames.map((name) => (
        <Swatch
          key={name}
          name={t(`colors.${name}`)}
          isHeld={held === nodeColors[name]}
          onPress={() => colorSelection(name)}
        >
          <span
            className="size-3.5 forced-color-adjust-none rounded-[4px]"
            style={{ background: nodeColors[name] }}
          />
        </Swatch>
      ))}
      <Swatch
        name={t("arrange.noColor")}
        isHeld={held === null}
        onPress={() => colorSelection(null)}
      >
        <Ban size={14} strokeWidth={1.75} aria-hidden className="text-ink-soft" />
      </Swatch>
    </div>
  );
}

interface SwatchProps {
  readonly name: string;
  readonly isHeld: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Swatch({ name, isHeld, onPress, children }: SwatchProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={isHeld}
      onClick={onPress}
      className={classes(
        "grid size-6 shrink-0 place-items-center rounded-sm border hover:bg-hover",
        isHeld ? "border-ink-soft" : "border-transparent",
      )}
    >
      {children}
    </button>
  );
}
