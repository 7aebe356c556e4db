import { ClipboardPaste, Plus } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { setBoardTitle } from "../../shared/board/edits.ts";
import { sampleBoard } from "../files/sampleBoard.ts";
import { readTemplates, type Template } from "../panels/templates.ts";
import { activeBoard, activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";
import { ShotPicture } from "../timeline/ShotPicture.tsx";
import { openAdd } from "./commands.ts";
import { centre, fitAll } from "./surface.ts";

/** An empty canvas says how to begin. */
export function EmptyBoard() {
  const empty = useBoards((state) => {
    const board = activeBoard(state);
    const changeable = activeTab(state)?.readOnly === false;
    return board !== undefined && changeable && Object.keys(board.nodes).length === 0;
  });
  return empty ? <Beginnings /> : null;
}

function Beginnings() {
  const { t } = useTranslation("canvas");
  const templates = useMemo(() => readTemplates(), []);
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center p-6 max-[900px]:p-2 max-[900px]:pb-14">
      <div className="pointer-events-auto max-h-full w-[720px] max-w-full overflow-y-auto text-center">
        <h2 className="text-[15px] font-semibold">{t("empty.title")}</h2>
        <p className="mt-1 text-ink-soft">{t("empty.about")}</p>
        <ul className="mt-5 grid grid-cols-[repeat(auto-fit,minmax(170px,1fr))] gap-3">
          {templates.map((template) => (
            <li key={template.name} className="flex">
              <Card template={template} />
            </li>
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <Way icon={<ClipboardPaste size={15} strokeWidth={1.75} aria-hidden />} onClick={paste}>
            {t("empty.paste")}
          </Way>
          <Way icon={<Plus size={15} strokeWidth={1.75} aria-hidden />} onClick={add}>
            {t("empty.add")}
          </Way>
        </div>
        <p className="mt-2 text-label text-ink-soft">{t("empty.pasteAbout")}</p>
      </div>
    </div>
  );
}

const paste = (): void => look({ dialog: "paste" });
const add = (): void => openAdd(centre());

interface WayProps {
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Way({ icon, onClick, children }: WayProps) {
  return (
    <button
      type="button"
      className="inline-flex h-9 items-center gap-2 rounded-md border border-line bg-surface px-3 hover:border-line-strong hover:bg-hover"
      onClick={onClick}
    >
      {icon}
      {children}
    </button>
  );
}

const picture = { width: 74, height: 42 };

function Card({ template }: { readonly template: Template }) {
  const { t } = useTranslation("panels");
  const { name, shots, seconds, aspectRatio } = template;
  const title = t(`samples.${name}.name`);
  return (
    <button
      type="button"
      className="flex w-full flex-col overflow-hidden rounded-md border border-line bg-surface text-left transition-colors duration-(--quick) hover:border-line-strong hover:bg-hover"
      onClick={() => {
        const sample = sampleBoard(name);
        // A board that has a title already keeps it.
        edit({ key: "template", values: { name: title } }, (board) =>
          board.title === "" ? sample : setBoardTitle(sample, board.title),
        );
        // The nodes are on the canvas once it has been drawn.
        requestAnimationFrame(fitAll);
      }}
    >
      <span className="flex h-[42px] w-full justify-center gap-px overflow-hidden bg-canvas">
        {shots.map((shot) => (
          <ShotPicture key={shot.number} shot={shot} size={picture} />
        ))}
      </span>
      <span className="block px-3 py-2.5">
        <span className="block font-medium">{title}</span>
        <span className="mt-0.5 block text-node text-ink-soft">{t(`samples.${name}.about`)}</span>
        <span className="mt-1.5 block text-label text-ink-soft tabular-nums">
          {t("templates.facts", { count: shots.length, seconds, aspectRatio })}
        </span>
      </span>
    </button>
  );
}
