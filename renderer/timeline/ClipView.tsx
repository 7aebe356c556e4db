import { Lock, LockOpen, Plus } from "lucide-react";
import { memo, useEffect, useRef, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { AnimaticShot } from "../../shared/animatic/animatic.ts";
import { useShut } from "../app/useShut.ts";
import { typeName } from "../nodes/words.ts";
import { setLocked } from "../panels/changes.ts";
import { useView } from "../stores/viewStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { addAfter } from "./edits.ts";
import type { Clip, Film } from "./film.ts";
import { Filmstrip } from "./Filmstrip.tsx";
import { chooseClip, focusClip } from "./keys.ts";
import type { Gestures } from "./useGesture.ts";

interface ClipViewProps {
  readonly clip: Clip;
  readonly shot: AnimaticShot | undefined;
  readonly film: Film;
  readonly pxPerSecond: number;
  /** px */
  readonly frameHeight: number;
  readonly selected: boolean;
  /** The one that Tab comes to. */
  readonly entry: boolean;
  readonly gestures: Gestures;
  /** Seconds of all clips, and of the next one, as they stand under a drag. */
  readonly total: number;
  readonly next: number | undefined;
}

const cutGap = 3;
/** px: a narrower clip shows its seconds by its width alone. */
const roomForSeconds = 40;

/** A shot to scale: its pictures, number and name. Its end can be dragged, and so can all of it. */
export function ClipView(props: ClipViewProps) {
  const { clip, pxPerSecond, selected, entry, gestures } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // With all of them selected there is no one to scroll to.
    if (selected && useView.getState().selectedNodes.size === 1) {
      element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }, [selected]);
  const { shown } = gestures;
  const held = shown?.gesture.id === clip.id ? shown : undefined;
  const moving = held?.gesture.kind === "move";
  const width = Math.max(12, clip.seconds * pxPerSecond - cutGap);
  const title = clip.title ?? clip.action;
  const click = (event: PointerEvent): void => {
    if (!gestures.end()) chooseClip(clip, event.ctrlKey || event.metaKey);
  };

  return (
    <>
      {clip.beginsPart !== undefined && (
        <PartBorder at={clip.start * pxPerSecond} part={clip.beginsPart} />
      )}
      <div
        className={classes(
          "group absolute inset-y-0",
          moving && "z-20 opacity-90",
          shown === undefined && "transition-[left,width] duration-(--quick)",
        )}
        style={{
          left: clip.start * pxPerSecond,
          width,
          transform: moving ? `translateX(${held.dx}px)` : undefined,
        }}
      >
        <div
          ref={element}
          role="button"
          aria-pressed={selected}
          data-clip={clip.id}
          tabIndex={entry ? 0 : -1}
          data-area-first={entry || undefined}
          onFocus={(event) => {
            // A press of the pointer decides by itself what it selects.
            const byKey = event.currentTarget.matches(":focus-visible");
            if (byKey && !selected) chooseClip(clip);
          }}
          onPointerDown={(event) => gestures.start(event, { kind: "move", id: clip.id })}
          onPointerMove={gestures.move}
          onPointerUp={click}
          onPointerCancel={gestures.cancel}
          className={classes(
            "flex h-full flex-col-reverse overflow-hidden rounded-md border bg-raised select-none",
            selected
              ? "border-accent-line ring-1 ring-accent-line"
              : "border-line hover:border-line-strong",
            moving ? "cursor-grabbing shadow-(--shadow)" : "cursor-grab",
          )}
        >
          <Face
            clip={clip}
            shot={props.shot}
            film={props.film}
            frameHeight={props.frameHeight}
            width={width}
            title={title}
          />
        </div>
        {width > 74 && <ClipActions clip={clip} />}
        <End {...props} />
      </div>
      {held?.gesture.kind === "trim" && <TrimNote {...props} mode={held.gesture.mode} />}
      {moving && <MoveNote {...props} place={held.place} dx={held.dx} />}
    </>
  );
}

interface FaceProps extends Pick<ClipViewProps, "clip" | "shot" | "film" | "frameHeight"> {
  /** px */
  readonly width: number;
  readonly title: string;
}

/**
 * What is seen of a clip, and its name: first the words, under the picture on the page. Not drawn again when the clip is
 * only selected.
 */
const Face = memo(function Face({ clip, shot, film, frameHeight, width, title }: FaceProps) {
  const { t } = useTranslation("panels");
  return (
    <>
      <div className="flex h-7 shrink-0 items-center gap-2 px-2 text-node">
        <span className="font-semibold text-accent-ink tabular-nums">
          <span className="sr-only">{typeName("shot")} </span>
          {clip.index + 1}
        </span>
        <span className={classes("min-w-0 flex-1 truncate", title === "" && "text-ink-soft")}>
          {title === "" ? t("timeline.untitled") : title}
        </span>
        {clip.locked && (
          <Lock
            size={12}
            strokeWidth={2}
            role="img"
            aria-label={t("timeline.locked")}
            className="shrink-0 text-accent-ink"
          />
        )}
      </div>
      <div className="relative min-h-0 flex-1 overflow-hidden bg-canvas">
        {shot !== undefined && (
          <Filmstrip
            id={clip.id}
            sceneId={film.sceneId}
            shot={shot}
            aspectRatio={film.animatic?.aspectRatio ?? "16:9"}
            width={width}
            height={frameHeight}
          />
        )}
        {width >= roomForSeconds && (
          <span className="absolute top-1 right-1.5 rounded-[4px] bg-black/75 px-1.5 text-label font-semibold whitespace-nowrap text-white tabular-nums">
            {t("timeline.seconds", { seconds: clip.seconds })}
          </span>
        )}
      </div>
    </>
  );
});

const ClipActions = memo(function ClipActions({ clip }: { readonly clip: Clip }) {
  const { t } = useTranslation("panels");
  const shut = useShut();
  const Icon = clip.locked ? Lock : LockOpen;
  const look = "size-6! rounded-[4px] bg-black/70 text-white! hover:bg-black! hover:text-white!";
  return (
    <span className="absolute bottom-8 left-1 flex gap-1 opacity-0 transition-opacity duration-(--quick) group-focus-within:opacity-100 group-hover:opacity-100">
      <IconButton
        label={t(clip.locked ? "fields.unlock" : "fields.lock")}
        shortcut="L"
        side="top"
        className={look}
        tabIndex={-1}
        onClick={() => setLocked([clip.id], !clip.locked)}
        {...shut}
      >
        <Icon size={13} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={t("timeline.addAfter")}
        side="top"
        className={look}
        tabIndex={-1}
        onClick={() => focusClip(addAfter(clip.id))}
        {...shut}
      >
        <Plus size={14} strokeWidth={1.75} />
      </IconButton>
    </span>
  );
});

/** Its own pointer: dragging the end must not move the clip. */
function End({ clip, gestures }: ClipViewProps) {
  const { t } = useTranslation("panels");
  if (clip.locked) return null;
  return (
    <span
      title={t("timeline.endAbout")}
      className="absolute inset-y-0 right-0 w-2.5 cursor-ew-resize after:absolute after:inset-y-2 after:right-1 after:w-0.5 after:rounded-full after:bg-white/70 after:opacity-0 after:transition-opacity after:duration-(--quick) group-hover:after:opacity-100"
      onPointerDown={(event) => {
        event.stopPropagation();
        gestures.start(event, { kind: "trim", id: clip.id, mode: "ripple" });
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        gestures.move(event);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        gestures.end();
        focusClip(clip.id);
      }}
      onPointerCancel={gestures.cancel}
    />
  );
}

const note =
  "pointer-events-none absolute z-30 rounded-sm bg-black px-2 py-0.5 text-label font-medium whitespace-nowrap text-white tabular-nums";

function TrimNote({
  clip,
  pxPerSecond,
  total,
  next,
  mode,
}: ClipViewProps & { readonly mode: "ripple" | "roll" }) {
  const { t } = useTranslation("panels");
  return (
    <span
      role="status"
      className={classes(note, "top-8 -translate-x-full")}
      style={{ left: (clip.start + clip.seconds) * pxPerSecond - 10 }}
    >
      {mode === "roll" && next !== undefined
        ? t("timeline.roll", { seconds: clip.seconds, next })
        : t("timeline.ripple", { seconds: clip.seconds, total })}
    </span>
  );
}

/** Where the clip would come to: a line at the cut, and the number beside the clip that is held. */
function MoveNote({ clip, film, pxPerSecond, place, dx }: ClipViewProps & Moved) {
  const { t } = useTranslation("panels");
  const others = film.clips.filter(({ id }) => id !== clip.id);
  const before = others.slice(0, place).reduce((sum, { seconds }) => sum + seconds, 0);
  // The dragged clip still takes its room where it was.
  const left = (before + (place > clip.index ? clip.seconds : 0)) * pxPerSecond - 2;
  return (
    <>
      <span
        className="absolute inset-y-0 z-10 w-0.5 rounded-full bg-accent-line"
        style={{ left }}
      />
      <span
        role="status"
        className={classes(note, "top-1.5")}
        style={{ left: clip.start * pxPerSecond + dx + 6 }}
      >
        {t("timeline.moving", { number: place + 1 })}
      </span>
    </>
  );
}

interface Moved {
  readonly place: number;
  /** px */
  readonly dx: number;
}

function PartBorder({ at, part }: { readonly at: number; readonly part: number }) {
  const { t } = useTranslation("panels");
  return (
    <span
      title={t("timeline.partBorder", { number: part })}
      className="absolute -inset-y-1 z-10 w-0 border-l-2 border-dashed border-kind-video"
      style={{ left: at - cutGap / 2 - 1 }}
    >
      <span className="absolute top-2 left-1.5 rounded-[4px] bg-black/75 px-1.5 text-label font-medium whitespace-nowrap text-[#5fd6a2]">
        {t("request.part", { number: part })}
      </span>
    </span>
  );
}
