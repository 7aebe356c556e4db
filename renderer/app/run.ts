import type { CompiledScene } from "../../shared/compile/compiled.ts";
import type { EngineId } from "../../shared/jobs/job.ts";
import { call, CallFailure } from "../bridge/call.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { receiveJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { look, showNode } from "../stores/viewStore.ts";
import { showRight } from "./usePanel.ts";
import { attempt } from "./notices.ts";
import { currentTarget } from "./useTarget.ts";

/**
 * What Run does: shows the problems when there are errors, or the scene when it is off, asks when it costs money, and
 * otherwise starts. Called from the button, the menu, the palette and Ctrl+Enter.
 */
export function run(engine: EngineId = chosenEngine()): void {
  const { sceneId, scene, off, errors } = currentTarget();
  if (off && sceneId !== undefined) {
    // Its inspector says why, and makes it active.
    showNode(sceneId);
    showRight("inspector");
    return;
  }
  if (scene === undefined || errors.length > 0) {
    showRight("problems");
    return;
  }
  if (engine === "runcomfy") look({ dialog: "confirmRun" });
  else void start(scene, engine);
}

const chosenEngine = (): EngineId => useSettings.getState().info?.settings.engine ?? "animatic";

/** Sends every part of the scene. What is sent is checked again behind the wall against what was shown here. */
export async function start(
  scene: CompiledScene,
  engine: EngineId,
  again: boolean = false,
): Promise<void> {
  const board = activeBoard(useBoards.getState());
  if (board === undefined) return;
  const expected = scene.parts.map(({ model, input }) => ({ model, input: { ...input } }));
  const started = await attempt(() =>
    call("runs.start", { engine, board, sceneId: scene.nodeId, expected, again }).catch(askAgain),
  );
  if (started !== undefined) receiveJobs(started.jobs);
}

/** Exactly this was run before: whether to pay for it once more is the user's to say. */
function askAgain(failure: unknown): undefined {
  if (!(failure instanceof CallFailure) || failure.error.code !== "alreadyRun") throw failure;
  const { jobId, state, take } = failure.error.values ?? {};
  look({
    dialog: "alreadyRun",
    same: {
      jobId: String(jobId),
      state: String(state),
      ...(typeof take === "number" && { take }),
    },
  });
}
