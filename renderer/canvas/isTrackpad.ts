/**
 * Whether a wheel event comes from two fingers on a trackpad: those move sideways too and by small or broken steps,
 * while the wheel of a mouse clicks by 100 or 120 px, or by lines. A pinch (with `ctrlKey`) says nothing.
 */
export function isTrackpad(event: Pick<WheelEvent, "deltaMode" | "deltaX" | "deltaY">): boolean {
  if (event.deltaMode !== 0) return false;
  if (event.deltaX !== 0 && event.deltaY !== 0) return true;
  const step = Math.abs(event.deltaY) + Math.abs(event.deltaX);
  return !Number.isInteger(step) || step < 40;
}
