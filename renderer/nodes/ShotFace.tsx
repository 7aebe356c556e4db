import { Clapperboard, Lock, MessageCircle } from "lucide-react";
import { useWords } from "../locales/useWords.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { TextPiece } from "../../shared/nodes/ports.ts";
import type { ParamsOf } from "../../shared/nodes/registry.ts";
import { clockTime } from "../ui/time.ts";
import type { AfarProps, FaceProps } from "./face.ts";
import { useFact, type Fact } from "./facts.ts";
import { Figures } from "./Figures.tsx";
import { Panel } from "./Panel.tsx";
import { frameOf, shotLines, shotWidth } from "./size.ts";
import { TextOnFace } from "./TextOnFace.tsx";
import { useParams } from "./useNode.ts";
import { badgeName, choiceName } from "./words.ts";

/** A storyboard panel: the frame with its camera words and time code, the text under it. */
export function ShotBody({ id }: FaceProps) {
  const params = useParams(id, "shot");
  const fact = useFact(id);
  if (params === undefined) return null;
  const { ground, picture } = frameOf(shotWidth, fact?.aspectRatio ?? "16:9");
  return (
    <>
      <div className="frame" style={ground} data-cut={fact?.counts === false || undefined}>
        <Panel id={id} params={params} fact={fact} size={picture} />
        <CameraBadge params={params} />
        <TimeCode start={fact?.start} seconds={params.seconds} />
      </div>
      <div className="mt-2">
        <TextOnFace id={id} type="shot" field="prompt" text={params.prompt} lines={shotLines} />
      </div>
      <Chips params={params} fact={fact} />
    </>
  );
}

/** The picture where it is from near, and the number and the seconds large in the room of the text. */
export function ShotAfar({ id, legible }: AfarProps) {
  const params = useParams(id, "shot");
  const fact = useFact(id);
  if (params === undefined) return null;
  const { picture } = frameOf(shotWidth, fact?.aspectRatio ?? "16:9");
  return (
    <>
      <Panel id={id} params={params} fact={fact} size={picture} afar />
      {legible && <Figures numeral={fact?.numeral} seconds={params.seconds} />}
    </>
  );
}

export function ShotMeta({ id }: { readonly id: NodeId }) {
  const { t } = useWords("canvas");
  const params = useParams(id, "shot");
  if (params === undefined) return null;
  return (
    <span className="board-node-meta">
      {params.locked && (
        <Lock size={11} strokeWidth={2} role="img" aria-label={t("locked")} className="inline" />
      )}
      {t("secondsShort", { seconds: params.seconds })}
    </span>
  );
}

/** "Wide · crane down": what there is room for, the size and the move before the angle and the lens; all when pointed at. */
function CameraBadge({ params }: { readonly params: ParamsOf<"shot"> }) {
  // Speaks again when the language changes.
  useWords("nodes");
  const said = (["size", "move", "angle", "lens"] as const).filter((field) => params[field] !== "");
  if (said.length === 0) return null;
  const words = said.slice(0, 2).map((field, i) => {
    const word = badgeName(field, params[field]);
    return i === 0 ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1);
  });
  return (
    <span
      className="badge badge-left"
      title={said.map((field) => choiceName("shot", field, params[field])).join(" · ")}
    >
      {words.join(" · ")}
    </span>
  );
}

function TimeCode({
  start,
  seconds,
}: {
  readonly start: number | undefined;
  readonly seconds: number;
}) {
  if (start === undefined) return null;
  return (
    <span className="badge badge-right tabular-nums">
      {`${clockTime(start)}–${clockTime(start + seconds)}`}
    </span>
  );
}

const lengthOf = (pieces: readonly TextPiece[]): number =>
  pieces.reduce((sum, piece) => sum + piece.text.length, 0);

function Chips({
  params,
  fact,
}: {
  readonly params: ParamsOf<"shot">;
  readonly fact: Fact | undefined;
}) {
  const { t } = useWords("canvas");
  const limit = fact?.limit ?? 512;
  const count = fact?.shot === undefined ? undefined : lengthOf(fact.shot.words);
  return (
    <div className="board-node-chips mt-2">
      {count !== undefined && (
        <span
          className="chip tabular-nums"
          data-tone={count > limit ? "stale" : undefined}
          title={t("characters", { count, limit })}
        >
          {`${count} / ${limit}`}
        </span>
      )}
      {params.dialogue.trim() !== "" && (
        <span className="chip" title={params.dialogue}>
          <MessageCircle size={11} strokeWidth={2} aria-hidden />
          {t("dialogue")}
        </span>
      )}
      {params.startsPart && (
        <span className="chip" title={t("startsPartAbout")}>
          <Clapperboard size={11} strokeWidth={2} aria-hidden />
          {t("startsPart")}
        </span>
      )}
    </div>
  );
}
