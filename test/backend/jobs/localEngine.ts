import { access, copyFile } from "node:fs/promises";
import type { Engine } from "../../../electron/engines/engine.ts";

/** An engine of this computer that is never asked. */
export const idleEngine: Engine = {
  id: "animatic",
  paid: false,
  submit: () => Promise.resolve({ outcome: "refused", reason: { code: "notHere" } }),
  poll: () => Promise.resolve({ state: "cancelled" }),
  cancel: () => Promise.resolve("notCancellable"),
  fetch: () => Promise.resolve({ outcome: "failed", reason: { code: "notHere" }, passing: false }),
};

/** An engine of this computer that has finished at once: its video is a file that lies there. */
export const fileEngine = (
  video: string,
): Engine & { readonly submitted: string[]; readonly hold: () => void } => {
  const submitted: string[] = [];
  let held = false;
  return {
    ...idleEngine,
    submitted,
    hold: () => {
      held = true;
    },
    submit: async ({ jobId }) => {
      submitted.push(jobId);
      return { outcome: "accepted", requestId: `local-${jobId}` };
    },
    poll: async () =>
      held
        ? { state: "running", progress: { done: 1, total: 2 } }
        : { state: "succeeded", output: video, cost: 0 },
    cancel: async () => "cancelled",
    fetch: async (_id, output, file) => {
      await access(output);
      await copyFile(output, file);
      return { outcome: "fetched", bytes: 1 };
    },
  };
};
