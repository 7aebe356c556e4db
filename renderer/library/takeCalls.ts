import type { Take } from "../../shared/jobs/job.ts";
import { attempt } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { openAsNew } from "../files/actions.ts";
import { closePlayer } from "../player/playTakes.ts";

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
