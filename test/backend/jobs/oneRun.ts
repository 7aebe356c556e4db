import { join } from "node:path";
import { createJobs } from "../../../electron/backend/jobs/jobs.ts";
import { createRuncomfyEngine } from "../../../electron/engines/runcomfy/engine.ts";
import { compile } from "../../../shared/compile/compile.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import { boardOfShots } from "../board.ts";
import { idleEngine } from "./localEngine.ts";

/** A process of its own that presses Run once, for a test to kill: `oneRun.ts <data dir> <base> <token>`. */
const [dataDir = "", base = "", token = ""] = process.argv.slice(2);
const board = boardOfShots("Dunes", [5, 4, 3]);
const [scene] = compile(board, profiles).scenes.values();
if (!scene) throw new Error("no scene");

const jobs = createJobs({
  dataDir,
  libraryFolder: () => join(dataDir, "takes"),
  engines: { animatic: idleEngine, runcomfy: createRuncomfyEngine({ base, token: () => token }) },
  concurrency: () => 3,
  emit: () => {},
  onBug: (error) => {
    throw error;
  },
});
const expected = scene.parts.map(({ model, input }) => ({
  model,
  input: JSON.parse(JSON.stringify(input)),
}));
await jobs.start({ engine: "runcomfy", board, sceneId: scene.nodeId, expected });
