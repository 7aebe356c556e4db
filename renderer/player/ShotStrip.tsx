import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { nodeOf } from "../../shared/board/graph.ts";
import { nodeIdSchema } from "../../shared/board/schema.ts";
import { isNode } from "../../shared/nodes/registry.ts";
import { useMediaUrl } from "../library/mediaUrl.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { classes } from "../ui/classes.ts";
import { selectShot } from "./followBoard.ts";
import type { Playback } from "./playback.ts";
import { timeCode, type ReelShot } from "./reel.ts";

/** Where the film is, with the borders of its shots, and the shots themselves to go to. */
export function ShotStrip({ playback }: { readonly playback: Playback }) {
  const { shots } = playback.reel;
  return (
    <div className="flex flex-col gap-1.5 border-t border-line bg-surface px-4 pt-3">
      <SeekBar playback={playback} />
      {shots.length > 0 && (
        <ol className="flex gap-0.5">
          {shots.map((shot) => (
            <Shot key={`${shot.nodeId} ${shot.number}`} shot={shot} playback={playback} />
          ))}
        </ol>
      )}
    </div>
  );
}

function SeekBar({ playback }: { readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const time = useStore(playback, (state) => state.time);
  const { shots, parts, seconds } = playback.reel;
  const share = (at: number): string => `${seconds === 0 ? 0 : (at / seconds) * 100}%`;
  const partStarts = new Set(parts.map(({ start }) => start));
  return (
    <div className="group relative h-4 forced-color-adjust-none">
      <div className="absolute inset-x-0 top-1/2 h-1.5 -translate-y-1/2 overflow-hidden rounded-full bg-line-strong">
        <div className="h-full bg-accent" style={{ width: share(time) }} />
      </div>
      {shots.slice(1).map(({ start, number }) => (
        <span
          key={number}
          className={classes(
            "absolute top-1/2 -translate-x-1/2 -translate-y-1/2 bg-surface",
            partStarts.has(start) ? "h-3 w-1" : "h-1.5 w-0.5",
          )}
          style={{ left: share(start) }}
        />
      ))}
      <span
        className="absolute top-1/2 size-3.5 -translate-x-1/2 -translate-y-1/2 rounded-full border border-black/30 bg-white shadow-(--shadow-node) transition-transform duration-(--quick) group-hover:scale-115"
        style={{ left: share(time) }}
      />
      <input
        type="range"
        min={0}
        max={seconds}
        step={0.01}
        value={time}
        aria-label={t("seek")}
        aria-valuetext={t("timeOf", { time: timeCode(time), total: timeCode(seconds) })}
        onChange={(event) => playback.seek(event.target.valueAsNumber)}
        className="absolute inset-0 m-0 w-full cursor-pointer opacity-0"
      />
    </div>
  );
}

function Shot({ shot, playback }: { readonly shot: ReelShot; readonly playback: Playback }) {
  const { t } = useTranslation("player");
  const urlOf = useMediaUrl();
  const name = useShotName(shot);
  const isNow = useStore(playback, (state) => playback.reel.shots[state.shot] === shot);
  const place = t("shotPlace", {
    start: timeCode(shot.start),
    seconds: Math.round(shot.seconds * 10) / 10,
  });
  return (
    <li className="@container min-w-0" style={{ flexGrow: shot.seconds, flexBasis: 0 }}>
      <button
        type="button"
        title={name}
        aria-current={isNow}
        onClick={() => {
          playback.seek(shot.start);
          selectShot(shot.nodeId);
        }}
        className={classes(
          "flex h-10 w-full items-center gap-2 overflow-hidden rounded-sm border bg-raised text-left text-node transition-colors duration-(--quick) hover:bg-hover",
          isNow ? "border-accent-line text-ink" : "border-line text-ink-soft",
        )}
      >
        {shot.still !== undefined && (
          <img
            src={urlOf(shot.still)}
            alt=""
            draggable={false}
            className="hidden h-full w-16 shrink-0 object-cover @min-[120px]:block"
          />
        )}
        <span
          className={classes("min-w-0 flex-1 truncate pr-2", shot.still === undefined && "pl-2.5")}
        >
          <span className="sr-only">{`${t("shot")} `}</span>
          <b className={classes("font-semibold", isNow && "text-accent-ink")}>{shot.number}</b>
          <span className="pl-1.5">{name}</span>
          <span className="sr-only">{`, ${place}`}</span>
        </span>
      </button>
    </li>
  );
}

/** What the node is called on the board that is open, else what happens in it; empty when it is not of that board. */
const useShotName = ({ nodeId }: ReelShot): string =>
  useBoards((state) => {
    const board = activeBoard(state);
    const id = nodeIdSchema.safeParse(nodeId).data;
    if (board === undefined || id === undefined) return "";
    const node = nodeOf(board, id);
    return node?.title ?? (isNode(node, "shot") ? node.params.prompt : "");
  });
