import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { nodeDefinitions, nodeTypes } from "../../shared/nodes/registry.ts";
import { addNodeHere } from "../canvas/commands.ts";
import { putNodeType } from "../canvas/dropNode.ts";
import { typeAbout, typeName } from "../nodes/words.ts";

/** Every kind of node, to click or to drag onto the canvas. */
export function AddPanel() {
  const { t } = useTranslation("panels");
  return (
    <div className="px-3 pb-4">
      <p className="px-1 pb-3 text-ink-soft">{t("add.about")}</p>
      <ul className="flex flex-col gap-1.5">
        {nodeTypes.map((type) => (
          <li key={type}>
            <button
              type="button"
              draggable
              onClick={() => addNodeHere(type)}
              onDragStart={(event) => putNodeType(event.dataTransfer, type)}
              className="group flex w-full cursor-grab items-start gap-2.5 rounded-md border border-line bg-raised p-2.5 text-left transition-colors duration-(--quick) hover:border-line-strong hover:bg-hover"
            >
              <span
                className="mt-1.5 size-2 shrink-0 rounded-[2px]"
                style={{ background: `var(--kind-${nodeDefinitions[type].color})` }}
              />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{typeName(type)}</span>
                <span className="block text-node text-ink-soft">{typeAbout(type)}</span>
              </span>
              <Plus
                size={14}
                strokeWidth={1.75}
                aria-hidden
                className="mt-0.5 shrink-0 text-ink-soft opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
