import { randomUUID } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { animaticOfPart, frameCountOf } from "../../../shared/animatic/animatic.ts";
import { forked } from "../../media/apart.ts";
import type { Engine, Polled, Submission } from "../engine.ts";
import { bring } from "./bring.ts";
import { readFonts } from "./fonts.ts";
import { type AnimaticWorker, type Rendered, type Rendering, startRendering } from "./rendering.ts";

export interface AnimaticParts {
  /** Runs `worker.ts`; in a process of Node's by default. */
  readonly worker?: AnimaticWorker;
  /** Where finished animatics wait until they are fetched; made when it is not there. */
  readonly folder: string;
}

/** The engine that needs no account and no network: it renders the storyboard itself, on this computer. */
export interface AnimaticEngine extends Engine {
  /** Stops what is being rendered. It is rendered again when somebody asks for it after the next start. */
  readonly close: () => Promise<void>;
}

/** A request of this process. */
interface Request {
  readonly id: string;
  readonly submission: Submission;
  polled: Polled;
  rendering: Rendering | undefined;
}

/** Renders one animatic at a time: each takes a processor, and together they would only be slower. */
export function createAnimaticEngine(parts: AnimaticParts): AnimaticEngine {
  // It can be drawn again, so it does not keep a program alive that has nothing else to do.
  const worker =
    parts.worker ?? forked(new URL("worker.ts", import.meta.url), { isAwaited: false });
  const fileOf = (requestId: string): string => join(parts.folder, `${requestId}.mp4`);
  const requests = new Map<string, Request>();
  let line: Request[] = [];
  let atWork: Promise<void> | undefined;

  const enter = (id: string, submission: Submission): Request => {
    const polled: Polled = { state: "inQueue", position: line.length + 1 };
    const request: Request = { id, submission, polled, rendering: undefined };
    requests.set(id, request);
    line.push(request);
    atWork ??= workOff();
    return request;
  };

  const workOff = async (): Promise<void> => {
    for (let request = line.shift(); request !== undefined; request = line.shift()) {
      line.forEach((waiting, i) => {
        waiting.polled = { state: "inQueue", position: i + 1 };
      });
      await make(request);
    }
    atWork = undefined;
  };

  const make = async (request: Request): Promise<void> => {
    const { scene, partIndex } = request.submission;
    const animatic = animaticOfPart(scene, partIndex);
    const onProgress = (done: number, total: number): void => {
      if (request.polled.state === "running") {
        request.polled = { state: "running", progress: { done, total } };
      }
    };
    const file = fileOf(request.id);
    request.polled = { state: "running", progress: { done: 0, total: frameCountOf(animatic) } };
    try {
      await mkdir(parts.folder, { recursive: true });
      const fonts = await readFonts();
      if (isCancelled(request)) return;
      request.rendering = startRendering(worker, { animatic, file, fonts }, onProgress);
      request.polled = endOf(await request.rendering.ended, file);
    } catch (error) {
      request.polled = failure(error instanceof Error ? error.message : String(error));
    }
  };

  const stop = async (request: Request): Promise<void> => {
    line = line.filter((waiting) => waiting !== request);
    request.polled = { state: "cancelled" };
    request.rendering?.stop();
    await request.rendering?.ended;
    request.polled = { state: "cancelled" };
  };

  return {
    id: "animatic",
    paid: false,
    submit: async (submission) => {
      const requestId = `animatic-${randomUUID()}`;
      enter(requestId, submission);
      return { outcome: "accepted", requestId };
    },
    poll: async (requestId, submission) => {
      if (!isRequestId(requestId)) return failure("Unknown request id");
      const known = requests.get(requestId);
      if (known !== undefined && known.polled.state !== "succeeded") return known.polled;
      if (await isThere(fileOf(requestId))) return succeeded(fileOf(requestId));
      // Begun by a process that is gone, or fetched already: it costs nothing to make it again.
      const again = requests.get(requestId);
      if (again !== undefined && again.polled.state !== "succeeded") return again.polled;
      return enter(requestId, submission).polled;
    },
    cancel: async (requestId) => {
      const request = requests.get(requestId);
      if (request !== undefined) await stop(request);
      if (isRequestId(requestId)) await rm(fileOf(requestId), { force: true });
      return "cancelled";
    },
    fetch: async (requestId, _output, file, watch) => {
      const fetched = await bring(fileOf(requestId), file, watch);
      if (fetched.outcome === "fetched") requests.delete(requestId);
      return fetched;
    },
    close: async () => {
      await Promise.all([...requests.values()].map(stop));
      await atWork;
    },
  };
}

const isCancelled = (request: Request): boolean => request.polled.state === "cancelled";

/** An id names a file, and comes back from a journal: it must not lead out of the folder. */
const isRequestId = (requestId: string): boolean => /^animatic-[\da-f-]{36}$/u.test(requestId);

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const succeeded = (output: string): Polled => ({ state: "succeeded", output, cost: 0 });

const failure = (words: string): Polled => ({
  state: "failed",
  reason: { code: "animaticFailed", words },
  cost: 0,
});

function endOf(rendered: Rendered, file: string): Polled {
  if (rendered.outcome === "done") return succeeded(file);
  if (rendered.outcome === "stopped") return { state: "cancelled" };
  return { state: "failed", reason: rendered.reason, cost: 0 };
}
