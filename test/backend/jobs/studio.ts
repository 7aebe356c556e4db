import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { createJobs, type Jobs } from "../../../electron/backend/jobs/jobs.ts";
import type { Caps } from "../../../electron/backend/jobs/spending.ts";
import type { RunOrder } from "../../../electron/backend/jobs/prepare.ts";
import type { Engine } from "../../../electron/engines/engine.ts";
import { createRuncomfyEngine } from "../../../electron/engines/runcomfy/engine.ts";
import type { Board } from "../../../shared/board/schema.ts";
import { compile } from "../../../shared/compile/compile.ts";
import type { AppEvent } from "../../../shared/ipc/contract.ts";
import type { Job, JobStateName, Take } from "../../../shared/jobs/job.ts";
import { profiles } from "../../../shared/models/profiles.ts";
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from "../../simulator/simulator.ts";
import { boardOfShots } from "../board.ts";
import { testFolder } from "../folder.ts";
import { idleEngine } from "./localEngine.ts";
import { steppedClock, type SteppedClock } from "./steppedClock.ts";

export const canary = "canary-3f9a17c2e8-token";
const sceneId = "scene";
export const threeShotBoard = boardOfShots("Dunes & kites", [5, 4, 3]);

/** The real jobs with a real journal and library on disk, against the simulator over HTTP, in a time that the test steps. */
export interface Studio {
  readonly simulator: Simulator;
  readonly clock: SteppedClock;
  readonly dataDir: string;
  readonly library: string;
  readonly jobs: () => Jobs;
  readonly events: AppEvent[];
  readonly bugs: unknown[];
  token: string | undefined;
  concurrency: number;
  caps: Caps;
  /** Presses Run on a scene of a board, and runs it again where it was run before. */
  readonly run: (board?: Board, engine?: RunOrder["engine"], again?: boolean) => Promise<Job[]>;
  readonly job: (id: string) => Promise<Job>;
  /** Lets time pass until it is so; fails when nothing more happens or it takes too long. */
  readonly until: (isSo: () => boolean | Promise<boolean>) => Promise<void>;
  readonly untilState: (id: string, ...states: JobStateName[]) => Promise<Job>;
  readonly takes: () => Promise<Take[]>;
  /** Stops the jobs and opens them again, as a new start of the program does. */
  readonly restart: () => Promise<void>;
  readonly open: () => void;
  readonly close: () => Promise<void>;
  /** Everything that the journal has on disk, as text. */
  readonly journalText: () => Promise<string>;
}

export interface StudioOptions extends SimulatorOptions {
  readonly animatic?: Engine;
  /** How long the path of the library is to be, in bytes. */
  readonly deep?: number;
  /** Bytes of a video that is still fetched, instead of 2 GiB. */
  readonly largestFile?: number;
  /** Do not open the jobs yet. */
  readonly closed?: boolean;
}

export async function openStudio({
  animatic = idleEngine,
  closed = false,
  deep = 0,
  largestFile,
  ...options
}: StudioOptions = {}): Promise<Studio> {
  const simulator = await startSimulator({ token: canary, ...options });
  const clock = steppedClock(simulator.clock);
  const dataDir = testFolder();
  const library = deepened(join(dataDir, "takes"), deep);
  let jobs: Jobs | undefined;
  const need = (): Jobs => {
    if (jobs === undefined) throw new Error("The jobs are closed");
    return jobs;
  };

  const describe = async (): Promise<string> => {
    const standing = (await need().list(5)).map(({ status, trouble }) => ({ status, trouble }));
    return JSON.stringify([standing, studio.bugs.map(String)]);
  };

  const studio: Studio = {
    simulator,
    clock,
    dataDir,
    library,
    jobs: need,
    events: [],
    bugs: [],
    token: canary,
    concurrency: 3,
    caps: { perRun: null, perDay: null },
    run: async (board = threeShotBoard, engine = "runcomfy", again = true) => {
      const scene = [...compile(board, profiles).scenes.values()].find(
        ({ nodeId }) => nodeId === sceneId,
      );
      const expected = (scene?.parts ?? []).map(({ model, input }) => ({
        model,
        input: JSON.parse(JSON.stringify(input)),
      }));
      return (await need().start({ engine, board, sceneId, expected, again })).jobs;
    },
    job: async (id) => {
      const found = (await need().list(1000)).find((job) => job.id === id);
      if (found === undefined) throw new Error(`No job ${id}`);
      return found;
    },
    until: async (isSo) => {
      for (let step = 0; step < 20_000; step += 1) {
        await need().idle();
        if (await isSo()) return;
        if (!clock.next()) throw new Error(`Nothing more happens: ${await describe()}`);
      }
      throw new Error(`It never came: ${await describe()}`);
    },
    untilState: async (id, ...states) => {
      await studio.until(async () => states.includes((await studio.job(id)).status.state));
      return studio.job(id);
    },
    takes: () => need().takes({ limit: 1000 }),
    open: () => {
      jobs = createJobs({
        dataDir,
        libraryFolder: () => library,
        engines: {
          animatic,
          runcomfy: createRuncomfyEngine({
            base: simulator.baseUrl,
            token: () => studio.token,
            clock,
            largestFile,
          }),
        },
        concurrency: () => studio.concurrency,
        caps: () => studio.caps,
        emit: (event) => studio.events.push(event),
        onBug: (error) => studio.bugs.push(error),
        clock,
        random: () => 0.5,
      });
    },
    close: async () => {
      await jobs?.close();
      jobs = undefined;
    },
    restart: async () => {
      await studio.close();
      studio.open();
    },
    journalText: async () => {
      const database = new DatabaseSync(join(dataDir, "jobs.sqlite"), { readOnly: true });
      const tables = ["runs", "jobs", "takes"].map((table) =>
        database.prepare(`SELECT * FROM ${table}`).all(),
      );
      database.close();
      return JSON.stringify(tables);
    },
  };
  onTestFinished(async () => {
    simulator.release();
    await studio.close();
    await simulator.close();
  });
  if (!closed) studio.open();
  return studio;
}

function deepened(folder: string, length: number): string {
  const missing = Math.max(0, length - Buffer.byteLength(folder));
  const pieces = Array.from({ length: Math.floor(missing / 100) }, () => "d".repeat(99));
  return join(folder, ...pieces, "d".repeat(missing % 100));
}

/** Every file under a folder with its bytes, by path. */
export async function filesUnder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)),
  );
}
