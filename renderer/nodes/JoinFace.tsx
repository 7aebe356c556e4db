import { useWords } from "../locales/useWords.ts";
import { edgesInto } from "../../shared/board/graph.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import type { FaceProps } from "./face.ts";
import { useParams } from "./useNode.ts";

export function JoinBody({ id }: FaceProps) {
  const { t } = useWords("canvas");
  const separator = useParams(id, "join")?.separator;
  const count = useBoards((state) => {
    const board = activeBoard(state);
    return board === undefined ? 0 : edgesInto(board, id, "text").length;
  });
  if (separator === undefined) return null;
  return (
    <div className="flex gap-1.5">
      <span className="chip">{t("texts", { count })}</span>
      <span className="chip font-mono" title={t("separator")}>
        {separator === "" ? "∅" : separator.replaceAll(" ", "␣").replaceAll("\n", "⏎")}
      </span>
    </div>
  );
}
