import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useView } from "../stores/viewStore.ts";
import { classes } from "../ui/classes.ts";
import type { Film } from "./film.ts";
import { secondsAt, ticksOf } from "./place.ts";
import { pause, seek, toggle } from "./playback.ts";

interface RulerProps {
  readonly total: number;
  readonly pxPerSecond: number;
  readonly film: Film;
}

/** Seconds. Pressing or dragging brings the playhead there. */
export function Ruler({ total, pxPerSecond, film }: RulerProps) {
  const { t } = useTranslation("panels");
  const tenths = useView(({ playhead }) => Math.round(Math.min(playhead, total) * 10));
  const scrub = (event: PointerEvent<HTMLElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    seek(secondsAt(event.clientX - left, pxPerSecond, total));
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 1 : 0.1;
    const to = {
      ArrowLeft: tenths / 10 - step,
      ArrowRight: tenths / 10 + step,
      Home: 0,
      End: total,
    }[event.key];
    if (to !== undefined) seek(Math.min(total, to));
    else if (event.key === " ") toggle(() => film.total);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("timeline.playhead")}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={tenths / 10}
      aria-valuetext={t("timeline.seconds", { seconds: tenths / 10 })}
      className="relative h-6 shrink-0 cursor-pointer touch-none border-b border-line text-label text-ink-soft tabular-nums select-none"
      onKeyDown={key}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pause();
        scrub(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
    >
      {ticksOf(total, pxPerSecond).map(({ at, labelled }) => (
        <span key={at} className="absolute bottom-0" style={{ left: at * pxPerSecond }}>
          <span
            className={classes(
              "absolute bottom-0 left-0 w-px",
              labelled ? "h-2 bg-ink-soft" : "h-1 bg-line-strong",
            )}
          />
          {labelled && (
            <span
              className={classes(
                "absolute bottom-2 whitespace-nowrap",
                at === 0 ? "left-0" : "-left-6 w-12 text-center",
              )}
            >
              {at + 1 > total && at > 0 ? t("timeline.seconds", { seconds: at }) : at}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}
