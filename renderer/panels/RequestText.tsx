import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "../../shared/nodes/ports.ts";
import { nameOf } from "../canvas/commands.ts";
import { useNode } from "../nodes/useNode.ts";
import { paramLabel } from "../nodes/words.ts";
import { showNode, useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import { byteSize } from "../ui/time.ts";
import { isLit, pointAt } from "./pointing.ts";
import { pictureInside, type Line, type Piece, type PieceKind } from "./requestText.ts";

const colors: { readonly [K in PieceKind]: string } = {
  mark: "text-ink-soft",
  name: "text-kind-settings",
  text: "text-ink",
  value: "text-done",
  command: "text-ink-soft",
};

/** The request, piece by piece; each piece that comes from the board can be pointed at and followed. */
export function RequestText({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation("panels");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => followPointing(box), []);
  const firstLine = lines.findIndex(({ pieces }) => pieces.some(hasSource));
  return (
    <div
      ref={box}
      data-request
      role="group"
      aria-label={t("request.text")}
      className="overflow-x-hidden rounded-sm border border-line bg-field px-3 py-2.5 font-mono text-[11.5px] leading-[1.6] break-words whitespace-pre-wrap select-text"
    >
      {lines.map(({ indent, pieces }, l) => {
        const first = l === firstLine ? pieces.findIndex(hasSource) : -1;
        return (
          <div
            // Lines and pieces have no other name than their place.
            key={l}
            style={{ paddingLeft: `${indent + 2}ch`, textIndent: `-${indent + 2}ch` }}
          >
            {pieces.map((piece, p) => (
              <RequestPiece key={`${p}-${piece.kind}`} piece={piece} entry={p === first} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Brings what is lit from elsewhere into view. Returns how to stop. */
const followPointing = (box: RefObject<HTMLElement | null>): (() => void) =>
  useView.subscribe(({ pointedAt }, before) => {
    if (pointedAt === null || pointedAt === before.pointedAt) return;
    requestAnimationFrame(() => {
      if (box.current?.matches(":hover, :focus-within") !== false) return;
      box.current.querySelector("[data-lit]")?.scrollIntoView({ block: "nearest" });
    });
  });

const steps: { readonly [key: string]: number } = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

function goOn(from: HTMLElement, by: number): void {
  const box = from.closest("[data-request]");
  const pieces = [...(box?.querySelectorAll<HTMLElement>("[data-piece]") ?? [])];
  pieces[pieces.indexOf(from) + by]?.focus();
}

const hasSource = ({ sources }: Piece): boolean => sources.length > 0;

interface RequestPieceProps {
  readonly piece: Piece;
  /** The one that Tab comes to; the arrows go on from there. */
  readonly entry: boolean;
}

function RequestPiece({ piece, entry }: RequestPieceProps) {
  const [source] = piece.sources;
  return source === undefined ? (
    <span className={colors[piece.kind]}>
      <Words piece={piece} />
    </span>
  ) : (
    <SourcePiece piece={piece} source={source} entry={entry} />
  );
}

function SourcePiece({ piece, source, entry }: RequestPieceProps & { readonly source: Source }) {
  const { t } = useTranslation("panels");
  const lit = useView(({ pointedAt }) => piece.sources.some((each) => isLit(pointedAt, each)));
  const ofSelection = useView(({ selectedNodes }) =>
    piece.sources.some(({ nodeId }) => selectedNodes.has(nodeId)),
  );
  const type = useNode(source.nodeId)?.type ?? "";
  const from = t("request.from", {
    name: nameOf(source.nodeId),
    field: paramLabel(type, source.field),
  });
  const show = (): void => showNode(source.nodeId);
  return (
    <span
      data-piece
      data-lit={lit || undefined}
      role="button"
      tabIndex={entry ? 0 : -1}
      title={from}
      onPointerEnter={() => pointAt(source)}
      onPointerLeave={() => pointAt(null)}
      onFocus={() => pointAt(source)}
      onBlur={() => pointAt(null)}
      onClick={() => getSelection()?.isCollapsed !== false && show()}
      onKeyDown={(event) => {
        const by = steps[event.key];
        if (by === undefined && event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        if (by === undefined) show();
        else goOn(event.currentTarget, by);
      }}
      className={classes(
        "cursor-pointer rounded-[3px] box-decoration-clone transition-colors duration-(--quick)",
        colors[piece.kind],
        lit ? "bg-accent/30 text-ink" : ofSelection && "bg-accent/10",
      )}
    >
      <Words piece={piece} />
    </span>
  );
}

function Words({ piece }: { readonly piece: Piece }) {
  const { t, i18n } = useTranslation("panels");
  const picture = pictureInside(piece.text);
  if (picture === undefined) return piece.text;
  return t("request.picture", {
    type: picture.type,
    size: byteSize(picture.bytes, i18n.language),
  });
}
