import { useView } from "../stores/viewStore.ts";

/** The line at the moment that is shown. It is dragged by the ruler under its head. */
export function Playhead({
  total,
  pxPerSecond,
}: {
  readonly total: number;
  readonly pxPerSecond: number;
}) {
  const x = useView(({ playhead }) => Math.min(playhead, total) * pxPerSecond);
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-4 bottom-0 z-20 w-px bg-ink"
      style={{ left: 0, transform: `translateX(${x}px)` }}
    >
      <svg width="11" height="8" viewBox="0 0 11 8" className="absolute top-0 -left-1.25">
        <path d="M0.5 0.5h10L5.5 7.5z" fill="currentColor" />
      </svg>
    </span>
  );
}
