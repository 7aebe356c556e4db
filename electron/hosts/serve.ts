import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../backend/appError.ts";
import { errorCode } from "../backend/atomicFile.ts";
import { createBackend, type Backend } from "../backend/backend.ts";
import { createNodeHost } from "./nodeHost.ts";
import { openWithSystem } from "./openWithSystem.ts";
import { sentenceOf } from "./sentences.ts";
import { startServer, type Doors, type RunningServer } from "./serve/server.ts";
import { openSessions } from "./serve/sessions.ts";

const rendererFolder = resolve(import.meta.dirname, "../../out/renderer");
const usage = `node electron/hosts/serve.ts [--port N] [--data-dir DIR] [--open]
  --port N         a port of 127.0.0.1 instead of a free one
  --data-dir DIR   the folder of jobs, takes and settings
  --open           open the browser`;

/** A mistake that one sentence explains; the program ends with `code`. */
class Refusal extends Error {
  readonly code: number;
  constructor(sentence: string, code: number) {
    super(sentence);
    this.code = code;
  }
}

function parseFlags(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string", default: "0" },
        "data-dir": { type: "string" },
        open: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
      throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'.`);
    }
    return { ...values, port: Number(values.port) };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${words}\n\n${usage}`, 2);
  }
}

async function serve(args: string[]): Promise<void> {
  const flags = parseFlags(args);
  if (flags.help) {
    console.log(usage);
    return;
  }
  if (!existsSync(join(rendererFolder, "index.html"))) {
    throw new Refusal("The window is not built: run `npm run build` first.", 1);
  }
  const host = createNodeHost(flags["data-dir"]);
  const backend = await createBackend(host);
  const sessions = openSessions(join(host.dataDir, "sessions.json"));
  const server = await listen(backend, { port: flags.port, sessions });
  closeOnSignal(backend, server);
  console.log(`Shotgraph is at ${server.address}`);
  if (flags.open) await openWithSystem(server.address).catch(() => undefined);
}

async function listen(backend: Backend, doors: Doors): Promise<RunningServer> {
  const { port } = doors;
  try {
    return await startServer(backend, rendererFolder, doors);
  } catch (error) {
    await backend.close();
    if (errorCode(error) === "EADDRINUSE") {
      throw new Refusal(`Port ${port} is taken by another program: choose another --port.`, 1);
    }
    if (errorCode(error) === "EACCES") {
      throw new Refusal(`This system does not let you use port ${port}: choose another --port.`, 1);
    }
    throw error;
  }
}

/** The first signal ends the program in order, a second one at once. */
function closeOnSignal(backend: Backend, server: RunningServer): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    await server.close();
    await backend.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void close()).on("SIGTERM", () => void close());
}

try {
  await serve(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal) && !(error instanceof AppError)) throw error;
  console.error(error instanceof AppError ? sentenceOf(error) : error.message);
  process.exitCode = error instanceof Refusal ? error.code : 1;
}
