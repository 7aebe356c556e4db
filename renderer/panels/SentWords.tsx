import { useTranslation } from "react-i18next";
import type { NodeId } from "../../shared/board/schema.ts";
import type { TextPiece } from "../../shared/nodes/ports.ts";
import { nameOf } from "../canvas/commands.ts";
import { useFact } from "../nodes/facts.ts";
import { useNode } from "../nodes/useNode.ts";
import { paramLabel } from "../nodes/words.ts";
import { showNode, useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { isLit, pointing } from "./pointing.ts";

/** The words of a shot as the model gets them; pointing at a piece lights where it was written. */
export function SentWords({ id }: { readonly id: NodeId }) {
  const { t } = useTranslation("panels");
  const fact = useFact(id);
  const limit = fact?.limit ?? 512;
  const words = fact?.shot?.words ?? [];
  const count = words.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <section>
      <div className="mb-1 flex items-baseline gap-2 text-label text-ink-soft">
        <h3 className="flex-1">{t("sent.title")}</h3>
        <span className={classes("tabular-nums", count > limit && "font-medium text-stale")}>
          {t("sent.count", { count, limit })}
        </span>
      </div>
      <div className="min-h-20 rounded-sm border border-line bg-field px-2.5 py-2 break-words whitespace-pre-wrap text-ink-soft">
        {fact?.shot === undefined
          ? t("sent.loose")
          : count === 0
            ? t("sent.empty")
            : words.map((piece, i) => (
                <Piece key={`${i}-${piece.source.field}`} own={id} piece={piece} />
              ))}
      </div>
    </section>
  );
}

function Piece({ own, piece }: { readonly own: NodeId; readonly piece: TextPiece }) {
  const { t } = useTranslation("panels");
  const { source, text } = piece;
  const lit = useView(({ pointedAt }) => isLit(pointedAt, source));
  const type = useNode(source.nodeId)?.type ?? "";
  const foreign = source.nodeId !== own;
  return (
    <span
      {...pointing(source)}
      {...(foreign && { role: "button", onClick: () => showNode(source.nodeId) })}
      title={t("request.from", {
        name: nameOf(source.nodeId),
        field: paramLabel(type, source.field),
      })}
      className={classes(
        "rounded-[3px] box-decoration-clone transition-colors duration-(--quick)",
        foreign ? "cursor-pointer text-running" : source.field === "prompt" && "text-ink",
        lit && "bg-accent/25 text-ink",
      )}
    >
      {text}
    </span>
  );
}
