import { Pause, Play, Repeat, SkipBack, X } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Animatic } from "../../shared/animatic/animatic.ts";
import { usePanel } from "../app/usePanel.ts";
import { useView } from "../stores/viewStore.ts";
import { IconButton } from "../ui/Button.tsx";
import { ResizeHandle } from "../ui/ResizeHandle.tsx";
import { clockTime } from "../ui/time.ts";
import type { Film } from "./film.ts";
import { paintFrames } from "./paintFrames.ts";
import { least, most, previewSize } from "./previewSize.ts";
import { pause, seek, setLoop, toggle, usePlayback } from "./playback.ts";
import { useRoom } from "./useRoom.ts";

/** The storyboard as a film, over the canvas, before anything is rendered or paid. */
export function AnimaticPreview({ film }: { readonly film: Film }) {
  const { t } = useTranslation("panels");
  const panel = usePanel("animatic");
  const room = useRoom();
  const { animatic, total } = film;
  if (!panel.open) return null;
  const aspectRatio = animatic?.aspectRatio ?? "16:9";
  const { width, height, longer } = previewSize(aspectRatio, panel.size, room);
  const close = (): void => {
    pause();
    panel.setOpen(false);
  };
  return (
    <section
      aria-label={t("preview.name")}
      className="absolute bottom-full left-1/2 z-30 mb-3 -translate-x-1/2 overflow-hidden rounded-md border border-line-strong bg-black shadow-(--shadow)"
      style={{ width }}
    >
      <ResizeHandle
        label={t("preview.resize")}
        axis="x"
        grows={-1}
        // The card stays in the middle, so that its edge moves half as far as it grows.
        size={Math.round(width / 2)}
        min={Math.round(least / longer / 2)}
        max={Math.round(most / longer / 2)}
        onResize={(half, done) => panel.resize(Math.round(half * 2 * longer), done)}
      />
      {animatic === undefined || total === 0 ? (
        <p className="grid h-40 place-content-center text-white/70">{t("preview.nothing")}</p>
      ) : (
        <Screen animatic={animatic} width={width} height={height} onClose={close} />
      )}
      <Controls film={film} onClose={close} />
    </section>
  );
}

interface ScreenProps {
  readonly animatic: Animatic;
  readonly width: number;
  readonly height: number;
  readonly onClose: () => void;
}

/** Pressing it plays and pauses, Escape closes it. */
function Screen({ animatic, width, height, onClose }: ScreenProps) {
  const { t } = useTranslation("panels");
  const second = useView(({ playhead }) => Math.floor(Math.min(playhead, animatic.seconds)));
  const scale = Math.min(2, devicePixelRatio);
  return (
    <button
      type="button"
      aria-label={t("preview.picture", { time: clockTime(second) })}
      className="block"
      onClick={() => toggle(() => animatic.seconds)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <canvas
        ref={(canvas) => (canvas === null ? undefined : paintFrames(canvas, animatic))}
        width={Math.round(width * scale)}
        height={Math.round(height * scale)}
        className="block"
        style={{ width, height }}
      />
    </button>
  );
}

const look = "text-white/80! hover:bg-white/15! hover:text-white!";

function Controls({ film, onClose }: { readonly film: Film; readonly onClose: () => void }) {
  const { t } = useTranslation("panels");
  const { playing, loop } = usePlayback();
  const { total } = film;
  const Icon = playing ? Pause : Play;
  return (
    <div className="bg-[#101317] text-white">
      <Progress total={total} />
      <div className="flex h-10 items-center gap-1 px-2">
        <IconButton label={t("preview.start")} side="top" className={look} onClick={() => seek(0)}>
          <SkipBack size={14} strokeWidth={1.75} />
        </IconButton>
        <IconButton
          label={t(playing ? "preview.pause" : "preview.play")}
          side="top"
          className={look}
          disabled={total === 0}
          onClick={() => toggle(() => film.total)}
        >
          <Icon size={15} fill="currentColor" strokeWidth={1.5} />
        </IconButton>
        <IconButton
          label={t("preview.loop")}
          side="top"
          aria-pressed={loop}
          className={loop ? "text-[#f2b441]! hover:bg-white/15!" : look}
          onClick={() => setLoop(!loop)}
        >
          <Repeat size={14} strokeWidth={1.75} />
        </IconButton>
        <Time total={total} />
        <span className="flex-1" />
        <IconButton label={t("preview.close")} side="top" className={look} onClick={onClose}>
          <X size={15} strokeWidth={1.75} />
        </IconButton>
      </div>
    </div>
  );
}

function Time({ total }: { readonly total: number }) {
  const tenths = useView(({ playhead }) => Math.round(Math.min(playhead, total) * 10));
  return (
    <span className="ml-1.5 text-node text-white/80 tabular-nums">
      {`${clockTime(tenths / 10)}.${tenths % 10} / ${clockTime(total)}`}
    </span>
  );
}

/** For the pointer; the keyboard has the playhead on the ruler. */
function Progress({ total }: { readonly total: number }) {
  const share = useView(({ playhead }) => (total === 0 ? 0 : Math.min(1, playhead / total)));
  const scrub = (event: PointerEvent<HTMLElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    seek(Math.min(1, Math.max(0, (event.clientX - left) / width)) * total);
  };
  return (
    <div
      aria-hidden
      className="group relative h-2 cursor-pointer touch-none bg-white/10"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pause();
        scrub(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
    >
      <span
        className="absolute inset-y-0 left-0 bg-[#f2b441]"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
