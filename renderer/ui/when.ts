/** When something happened, as people say it: `5 minutes ago`, `yesterday`, or the date once it is a week ago. */
export function whenWords(iso: string, now: number, language: string): string {
  const then = Date.parse(iso);
  const seconds = Math.max(0, (now - then) / 1000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  if (seconds < 60) return relative.format(0, "second");
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute");
  const days = daysBetween(then, now);
  if (days === 0) return relative.format(-Math.floor(seconds / 3600), "hour");
  if (days < 7) return relative.format(-days, "day");
  return new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    ...(days > 300 && { year: "numeric" }),
  }).format(then);
}

/** Date and time in full, for a tooltip or a list of takes. */
export const dateWords = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(
    Date.parse(iso),
  );

/** The time, with the day unless it is today: short enough for a list. */
export function momentWords(iso: string, now: number, language: string): string {
  const then = Date.parse(iso);
  const isToday = daysBetween(then, now) === 0;
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(then);
  if (isToday) return time;
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" }).format(then);
  return `${day}, ${time}`;
}

/** Midnights between two moments, in the reader's own time zone. */
export function daysBetween(earlier: number, later: number): number {
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
  // A day with a change of clocks has 23 or 25 hours.
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}
