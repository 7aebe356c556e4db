import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { BoardSummary } from "./BoardSummary.tsx";
import { NodeForm } from "./NodeForm.tsx";

/** The form of what is selected, or a look at the whole board. */
export function Inspector() {
  const { t } = useTranslation("panels");
  const selected = useView((view) => view.selectedNodes);
  // Nothing that is gone stays selected. Of thousands that are, each edit would otherwise ask whether they are there.
  const ids = useMemo(() => [...selected], [selected]);
  const readOnly = useBoards((state) => activeTab(state)?.readOnly === true);
  return (
    <div className="flex min-w-0 flex-col px-4 py-4">
      {readOnly && (
        <p className="mb-3 rounded-sm border border-line px-3 py-2 text-stale">
          {t("inspector.readOnly")}
        </p>
      )}
      {ids.length === 0 ? <BoardSummary /> : <NodeForm key={ids.join()} ids={ids} />}
    </div>
  );
}
