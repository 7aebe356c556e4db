import { call } from "../bridge/call.ts";
import { useJobs } from "../stores/jobStore.ts";
import { atPause } from "../stores/pause.ts";
import { progressLabel, progressOf } from "./progress.ts";

/** Says what runs in the title and the taskbar, for as long as the page lives. */
export function keepProgress(): void {
  let said = "";
  const show = (): void => {
    const progress = progressOf(useJobs.getState().open);
    const label = progressLabel(progress);
    const now = `${label} ${progress.fraction}`;
    if (now === said) return;
    said = now;
    document.title = label === "" ? "Shotgraph" : `${label} Shotgraph`;
    // The title of the page says it all the same.
    call("app.setProgress", { label, ...progress }).catch(() => undefined);
  };
  show();
  // Hundreds of jobs change it with every picture, which nobody reads from a title.
  useJobs.subscribe(atPause(show).soon);
}
