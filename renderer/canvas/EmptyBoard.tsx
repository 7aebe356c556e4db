import { ClipboardPaste } from "lucide-react";
import { useTranslation } from "react-i18next";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { look } from "../stores/viewStore.ts";

/** An empty canvas says how to begin. */
export function EmptyBoard() {
  const empty = useBoards((state) => {
    const board = activeBoard(state);
    return board !== undefined && Object.keys(board.nodes).length === 0;
  });
  return empty ? <Beginnings /> : null;
}

function Beginnings() {
  const { t } = useTranslation("canvas");
  return (
    <div className="pointer-events-none absolute inset-0 z-10 grid place-content-center p-6">
      <div className="pointer-events-auto w-[640px] max-w-full text-center">
        <h2 className="text-[15px] font-semibold">{t("empty.title")}</h2>
        <p className="mt-1 text-ink-soft">{t("empty.about")}</p>
        <button
          type="button"
          className="mt-4 inline-flex items-center gap-2 rounded-md border border-line px-3 py-2 hover:bg-hover"
          onClick={() => look({ dialog: "paste" })}
        >
          <ClipboardPaste size={15} strokeWidth={1.75} aria-hidden />
          {t("empty.paste")}
        </button>
      </div>
    </div>
  );
}
