import i18next from "i18next";
import type { Take, TakeMarks } from "../../shared/jobs/job.ts";
import { attempt, notify } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { openAsNew } from "../files/actions.ts";
import { closePlayer } from "../player/playTakes.ts";
import { receiveTakes } from "../stores/jobStore.ts";
import { useView } from "../stores/viewStore.ts";
import { nameOf, type TakenRun } from "./takeGroups.ts";

/** What can be done about a take. A failure is said in a sentence. */

/** The graph as it was run, in a tab of its own: what has become of its board since is left as it is. */
export async function openBoardOf({ job }: Take): Promise<void> {
  const kept = await attempt(() => call("jobs.board", { jobId: job.id }));
  if (kept === undefined) return;
  closePlayer();
  openAsNew(kept.board);
}

export const showInFolder = ({ id }: Take): void =>
  void attempt(() => call("takes.showInFolder", { takeId: id }));

const idsOf = ({ takes }: TakenRun): string[] => takes.map(({ id }) => id);

/** All parts of a run have the same star, name and note. */
export async function markRun(run: TakenRun, marks: Partial<TakeMarks>): Promise<boolean> {
  const takes = await attempt(() => call("takes.mark", { takeIds: idsOf(run), marks }));
  if (takes !== undefined) receiveTakes(takes);
  return takes !== undefined;
}

export const toggleStar = (run: TakenRun): Promise<boolean> =>
  markRun(run, { starred: run.takes[0]?.starred !== true });

/** To the bin, with the way back at hand. */
export async function deleteRun(run: TakenRun): Promise<void> {
  const playing = useView.getState().playing?.takeIds ?? [];
  if (run.takes.some(({ id }) => playing.includes(id))) closePlayer();
  const takes = await attempt(() => call("takes.bin", { takeIds: idsOf(run) }));
  if (takes === undefined) return;
  receiveTakes(takes);
  notify({
    tone: "info",
    text: i18next.t("jobs:binned", { take: nameOf(run) }),
    action: { label: i18next.t("jobs:undo"), run: () => void restoreRun(run) },
  });
}

export async function restoreRun(run: TakenRun): Promise<void> {
  const takes = await attempt(() => call("takes.restore", { takeIds: idsOf(run) }));
  if (takes !== undefined) receiveTakes(takes);
}

/** For good: the caller has asked. */
export const emptyBin = (): Promise<unknown> => attempt(() => call("takes.emptyBin", {}));
