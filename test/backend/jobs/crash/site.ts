import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { openJobsReader } from "../../../../electron/backend/jobs/reading.ts";
import { readRecord } from "../../../../electron/backend/library/record.ts";
import { isOpen, type Job } from "../../../../shared/jobs/job.ts";
import { startSimulator, type Simulator } from "../../../simulator/simulator.ts";
import type { Life, Said } from "./life.ts";
import { numberOf } from "./order.ts";

type Course = Pick<Life, "dieAt" | "counting"> &
  Partial<Pick<Life, "orders" | "adoptions">> & {
    /** Milliseconds after which it is killed from outside; it may be over by then. */
    readonly killAfter?: number;
  };

interface LifeEnd {
  readonly killed: boolean;
  /** The steps that it made, the last one being that at which it died. */
  readonly steps: readonly string[];
}

/** What the lives of one data folder come to. */
export interface Sum {
  readonly jobs: number;
  /** POSTs that the service has seen and not put off with 429. */
  readonly postsSent: number;
  /** One for each job that was sent. */
  readonly postsExpected: number;
  /** Videos that were paid and are no take, and jobs that the user was given and that are gone. */
  readonly lost: number;
  /** Requests that were accepted more than once. */
  readonly duplicated: number;
  readonly done: number;
  readonly failed: number;
  readonly unknown: number;
  readonly open: number;
}

/** A data folder, a service, and a process that dies and is started again. */
export interface CrashSite {
  readonly simulator: Simulator;
  readonly live: (course: Course) => Promise<LifeEnd>;
  /** What is wrong on the disk now, while nothing runs. */
  readonly damage: () => Promise<string[]>;
  /** Unknown jobs that the service has accepted, with its id. */
  readonly findable: () => Promise<[string, string][]>;
  readonly sum: () => Promise<Sum>;
  readonly bugs: readonly string[];
  readonly close: () => Promise<void>;
}

const token = "crash-site-token";
const videoBytes = 200_000;
const everything = 100_000;

export async function openCrashSite(dataDir: string): Promise<CrashSite> {
  const simulator = await startSimulator({
    clock: "real",
    token,
    queueSeconds: 0.01,
    runSeconds: 0.02,
    videoBytes,
    balanceUsd: 1e6,
  });
  const bugs: string[] = [];
  const given = new Set<string>();
  const posting = new Set<string>();
  const whole = new Set<string>();
  const library = join(dataDir, "takes");
  // What one life has compiled the next ones need not compile again: it is most of what a life costs.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dataDir, "compiled") };

  const reading = async <T>(read: (reader: ReturnType<typeof openJobsReader>) => Promise<T>) => {
    const reader = openJobsReader(dataDir);
    return read(reader).finally(() => reader.close());
  };
  const journal = () =>
    reading(async (reader) => ({
      jobs: await reader.list(everything),
      takes: await reader.takes({ limit: everything }),
    }));
  /** The number of the order that each job of the journal was made for. */
  const numbers = () =>
    reading(async (reader) => {
      const jobs = await reader.list(everything);
      const inputs = await Promise.all(jobs.map(({ id }) => reader.request(id)));
      return new Map(jobs.map(({ id }, index) => [id, numberOf(inputs[index]?.input ?? {})]));
    });

  // In several pieces, so that it can be killed between two of them.
  simulator.fail(
    { kind: "fileSlow", chunkBytes: 60_000, everySeconds: 0.005 },
    { times: "always" },
  );
  return {
    simulator,
    bugs,
    live: async ({ killAfter, orders = [], adoptions = [], ...course }) => {
      const life: Life = {
        ...course,
        orders,
        adoptions,
        dataDir,
        base: simulator.baseUrl,
        token,
      };
      const child = spawn(
        process.execPath,
        [
          "--disable-warning=ExperimentalWarning",
          join(import.meta.dirname, "process.ts"),
          JSON.stringify(life),
        ],
        { stdio: ["ignore", "pipe", "inherit"], env },
      );
      const ended = once(child, "exit");
      const steps: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        const said: Said = JSON.parse(line);
        if (said.said === "begun" && killAfter !== undefined) {
          setTimeout(() => child.kill("SIGKILL"), killAfter);
        }
        if (said.said === "ordered") given.add(said.jobId);
        if (said.said === "posting") posting.add(said.jobId);
        if (said.said === "step") steps.push(said.name);
        if (said.said === "bug") bugs.push(said.words);
      }
      const [code, signal] = await ended;
      if (signal === null && code !== 0) throw new Error(`The process ended with ${code}`);
      return { killed: signal === "SIGKILL", steps };
    },

    damage: async () => {
      const { jobs, takes } = await journal();
      const known = new Set(jobs.map(({ id }) => id));
      const found = [...given].filter((id) => !known.has(id)).map((id) => `${id} is forgotten`);
      for (const take of takes) {
        if (take.missing) found.push(`The journal's take ${take.id} is not there`);
        if (take.job.status.state !== "done") found.push(`${take.id} has a take and is not done`);
      }
      for (const job of jobs) {
        const has = takes.some(({ id }) => id === job.id);
        if (job.status.state === "done" && !has) found.push(`${job.id} is done without a take`);
      }
      for (const folder of await takeFolders(library)) {
        if (whole.has(folder)) continue;
        const wrong = await wrongWith(folder);
        if (wrong === undefined) whole.add(folder);
        else found.push(`${folder}: ${wrong}`);
      }
      return found;
    },

    findable: async () => {
      const [{ jobs }, orders] = [await journal(), await numbers()];
      const posts = new Map(
        simulator.posts().map(({ body, requestId }) => [numberOf(body), requestId]),
      );
      return jobs.flatMap(({ id, status }): [string, string][] => {
        const requestId = posts.get(orders.get(id) ?? 0);
        return status.state === "unknown" && requestId !== undefined ? [[id, requestId]] : [];
      });
    },

    sum: async () => {
      const [{ jobs, takes }, orders] = [await journal(), await numbers()];
      const known = new Set(jobs.map(({ id }) => id));
      const settled = new Set(
        jobs
          .filter(({ id, status }) => status.state === "failed" || takes.some((t) => t.id === id))
          .map(({ requestId }) => requestId),
      );
      const sent = simulator.requests
        .filter(({ call, answered }) => call === "submit" && answered !== 429)
        .map(({ body }) => numberOf(Object(body)));
      // Whoever was killed on the way to the service has sent nothing.
      const expected = jobs.filter(
        ({ id, status }) =>
          posting.has(id) && (status.state !== "unknown" || sent.includes(orders.get(id) ?? 0)),
      );
      const posts = simulator.posts();
      const accepted = posts.map(({ body }) => numberOf(body));
      const unpaired = posts.filter(({ requestId }) => !settled.has(requestId)).length;
      return {
        jobs: jobs.length,
        postsSent: sent.length,
        postsExpected: expected.length,
        lost: unpaired + [...given].filter((id) => !known.has(id)).length,
        duplicated: accepted.length - new Set(accepted).size,
        ...countsOf(jobs),
      };
    },
    close: async () => {
      simulator.release();
      await simulator.close();
    },
  };
}

function countsOf(jobs: readonly Job[]): Pick<Sum, "done" | "failed" | "unknown" | "open"> {
  const count = (isSo: (job: Job) => boolean): number => jobs.filter(isSo).length;
  return {
    done: count(({ status }) => status.state === "done"),
    failed: count(({ status }) => status.state === "failed"),
    unknown: count(({ status }) => status.state === "unknown"),
    open: count(isOpen),
  };
}

async function takeFolders(library: string): Promise<string[]> {
  const entries = await readdir(library, { withFileTypes: true }).catch(() => []);
  const days = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const folders = await Promise.all(
    days.map(async ({ name }) =>
      (await readdir(join(library, name))).map((take) => join(library, name, take)),
    ),
  );
  return folders.flat();
}

/** A folder of the library is a take's, and whole. */
async function wrongWith(folder: string): Promise<string | undefined> {
  const there = await readRecord(folder);
  if (there === undefined) return "no record";
  const video = await readFile(join(folder, there.take.record.video)).catch(() => undefined);
  if (video === undefined) return "no video";
  if (video.length !== there.take.record.bytes) return `half a video, of ${video.length} bytes`;
  const hash = createHash("sha256").update(video).digest("hex");
  return hash === there.hash ? undefined : `another video than ${dirname(folder)} says`;
}
