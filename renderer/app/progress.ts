import type { Job } from "../../shared/jobs/job.ts";

/** What is under way, for those who look at another window: in the title and in the taskbar. */
interface Progress {
  readonly running: number;
  /** From 0 to 1 in hundredths; null where it is not known of all that runs. */
  readonly fraction: number | null;
}

/** Of what was sent and is still watched. */
export function progressOf(jobs: readonly Job[]): Progress {
  const shares = jobs.flatMap(shareOf);
  const known = shares.filter((share) => share !== null);
  const isKnown = shares.length > 0 && known.length === shares.length;
  const sum = known.reduce((all, share) => all + share, 0);
  return {
    running: shares.length,
    fraction: isKnown ? Math.round((sum / shares.length) * 100) / 100 : null,
  };
}

function shareOf({ status }: Job): [] | [number | null] {
  switch (status.state) {
    case "submitting":
      return [null];
    case "inQueue":
      return status.unwatched === true ? [] : [null];
    case "running":
      if (status.unwatched === true) return [];
      return [status.progress ? share(status.progress.done, status.progress.total) : null];
    case "downloading":
      return [share(status.bytes, status.total ?? 0)];
    case "waiting":
    case "done":
    case "failed":
    case "cancelled":
    case "unknown":
      return [];
  }
}

const share = (done: number, total: number): number | null =>
  total <= 0 ? null : Math.min(1, Math.max(0, done / total));

/** `(2)`, or `41 %` for one whose progress is known; empty when nothing runs. */
export function progressLabel({ running, fraction }: Progress): string {
  if (running === 0) return "";
  return running === 1 && fraction !== null ? `${Math.round(fraction * 100)} %` : `(${running})`;
}
