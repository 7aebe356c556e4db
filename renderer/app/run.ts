import type { CompiledScene } from "../../shared/compile/compiled.ts";
import type { EngineId } from "../../shared/jobs/job.ts";
import { call } from "../bridge/call.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { receiveJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { attempt } from "./notices.ts";
import { currentTarget } from "./useTarget.ts";

/**
 * What Run does: shows the problems when there are errors, asks when it costs money, and otherwise starts. Called from
 * the button, the menu, the palette and Ctrl+Enter.
 */
export function run(engine: EngineId = chosenEngine()): void {
  const { scene, errors } = currentTarget();
  if (scene === undefined || errors.length > 0) {
    look({ rightTab: "problems" });
    return;
  }
  if (engine === "runcomfy") look({ dialog: "confirmRun" });
  else void start(scene, engine);
}

const chosenEngine = (): EngineId => useSettings.getState().info?.settings.engine ?? "animatic";

/** Sends every part of the scene. What is sent is checked again behind the wall against what was shown here. */
export async function start(scene: CompiledScene, engine: EngineId): Promise<void> {
  const board = activeBoard(useBoards.getState());
  if (board === undefined) return;
  const expected = scene.parts.map(({ model, input }) => ({ model, input: { ...input } }));
  const started = await attempt(() =>
    call("runs.start", { engine, board, sceneId: scene.nodeId, expected }),
  );
  if (started !== undefined) receiveJobs(started.jobs);
}
