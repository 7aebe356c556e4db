import { AtSign } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import { useParams } from "../nodes/useNode.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { select } from "../stores/viewStore.ts";
import { nodesNaming } from "./naming.ts";

/** How an element is put into texts, and which nodes do so. */
export function ElementUse({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("panels");
  const name = useParams(id, "element")?.name ?? "";
  const nodes = useBoards((state) => activeBoard(state)?.nodes);
  if (name === "") {
    return <p className="text-ink-soft">{t("element.unnamed")}</p>;
  }
  const users = nodes === undefined ? [] : nodesNaming(nodes, name);
  return (
    <div className="flex gap-2.5 rounded-md border border-line bg-raised p-2.5">
      <AtSign size={15} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0 text-kind-text" />
      <div className="min-w-0">
        <p className="break-words">{t("element.use", { name: `@${name}` })}</p>
        {users.length > 0 && (
          <button
            type="button"
            className="mt-1 text-label text-ink-soft underline decoration-line-strong underline-offset-2 hover:text-ink"
            onClick={() => select(users)}
          >
            {t("element.usedBy", { count: users.length })}
          </button>
        )}
      </div>
    </div>
  );
}
