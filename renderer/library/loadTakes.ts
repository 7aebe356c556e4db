import { call } from "../bridge/call.ts";
import { receiveTakes, useJobs } from "../stores/jobStore.ts";

const page = 1000;
let loading: Promise<void> | undefined;

/** The window begins with the newest takes; the others come when somebody looks for them, a thousand at a time. */
export function loadAllTakes(): Promise<void> {
  loading ??= loadFrom(useJobs.getState().takes.size);
  return loading;
}

/** All of them once more: what lies in the folders has been looked at. */
export async function loadTakesAgain(): Promise<void> {
  loading = loadFrom(0);
  await Promise.all([loading, loadBin()]);
}

/** What has failed is asked for again the next time. */
async function loadFrom(known: number): Promise<void> {
  try {
    await loadPages(known);
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

async function loadPages(known: number): Promise<void> {
  for (let skip = known; ; skip += page) {
    const takes = await call("takes.list", { limit: page, skip });
    receiveTakes(takes);
    if (takes.length < page) return;
  }
}

export async function loadBin(): Promise<void> {
  receiveTakes(await call("takes.list", { limit: page, binned: true }));
}
