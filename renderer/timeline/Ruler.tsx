import { memo, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useView } from "../stores/viewStore.ts";
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
      <Ticks total={total} pxPerSecond={pxPerSecond} />
    </div>
  );
}

/** One drawing: as elements of the page, the ticks of a minute would be more of them than all the clips are. */
const Ticks = memo(function Ticks({ total, pxPerSecond }: Omit<RulerProps, "film">) {
  const { t } = useTranslation("panels");
  const ticks = ticksOf(total, pxPerSecond).map((tick) => ({
    ...tick,
    x: Math.round(tick.at * pxPerSecond),
  }));
  const labelled = ticks.filter((tick) => tick.labelled);
  return (
    <svg className="absolute inset-0 size-full overflow-visible" aria-hidden>
      <path className="stroke-line-strong" d={ticks.map(({ x }) => `M${x + 0.5} 19v4`).join("")} />
      <path className="stroke-ink-soft" d={labelled.map(({ x }) => `M${x + 0.5} 15v8`).join("")} />
      {labelled.map(({ at, x }) => (
        <text
          key={at}
          x={x}
          y={11}
          textAnchor={at === 0 ? "start" : "middle"}
          className="fill-current"
        >
          {at + 1 > total && at > 0 ? t("timeline.seconds", { seconds: at }) : at}
        </text>
      ))}
    </svg>
  );
});
