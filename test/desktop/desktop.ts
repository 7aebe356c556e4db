import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { _electron, chromium, type BrowserContext, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type * as Electron from "electron";
import { testFolder } from "../backend/folder.ts";
import { chromiumFlags, chromiumPath } from "../e2e/chromium.ts";
import type { Surroundings } from "./standIn/surroundings.ts";

/** The app of `out/`, running: on the stand-in, or on the real Electron with the same doors. */
export interface Desktop {
  readonly page: Page;
  /** Does something inside the main process. The function is sent as text: it sees only its arguments. */
  readonly evaluate: <A, R>(
    act: (electron: typeof Electron, arg: A) => R | Promise<R>,
    arg: A,
  ) => Promise<R>;
  /** Resolves with the exit code when the app has ended. */
  readonly ended: Promise<number | null>;
  /** Everything that has crossed between app and page, and every address that pages have asked for, as text. */
  readonly messages: () => string;
  /** What the page has written to its console as an error, since it began. */
  readonly complaints: () => readonly string[];
  /** What the app has written to its terminal. */
  readonly output: () => string;
  /** What Chromium keeps of the page on the disk. */
  readonly browserFolder: string;
  readonly quit: () => Promise<number | null>;
}

interface Start {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly storage?: Surroundings["storage"];
  /** Words of the command line besides the data folder. */
  readonly words?: readonly string[];
}

/** A way to run the app. */
export interface Runner {
  readonly name: string;
  /** Why it cannot be used here. */
  readonly lack: string | undefined;
  readonly start: (start: Start) => Promise<Desktop>;
}

const root = resolve(import.meta.dirname, "../..");
const node = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const main = join(root, "out/main/main.js");
const plainEnv = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
/** The key store outlives a start of the app. */
const key = randomBytes(32).toString("hex");

async function startBrowser(): Promise<{
  readonly context: BrowserContext;
  readonly devTools: string;
  readonly folder: string;
}> {
  const folder = testFolder();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags, "--remote-debugging-port=0"],
  });
  onTestFinished(() => context.close());
  const [port, path] = readFileSync(join(folder, "DevToolsActivePort"), "utf8").split("\n");
  return { context, folder, devTools: `ws://127.0.0.1:${port}${path}` };
}

async function startOnStandIn({ dataDir, env, storage, words = [] }: Start): Promise<Desktop> {
  const { context, devTools, folder } = await startBrowser();
  const record = join(testFolder(), "messages");
  writeFileSync(record, "");
  const around: Surroundings = { devTools, record, storage: storage ?? "gnome_libsecret", key };
  const opened = context.waitForEvent("page");
  const child = fork(
    join(import.meta.dirname, "standIn/run.ts"),
    [main, "--data-dir", dataDir, ...words],
    {
      execPath: node,
      execArgv: ["--disable-warning=ExperimentalWarning"],
      cwd: root,
      env: { ...plainEnv, ...env, STAND_IN: JSON.stringify(around) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data: Buffer) => output.push(String(data)));
  }
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  const page = await Promise.race([opened, failIfEnded(ended, output)]);
  const complaints = hearComplaints(page);
  await page.waitForURL("https://app.shotgraph.test/**");
  const evaluate = createEvaluate(child);
  return {
    page,
    evaluate,
    ended,
    messages: () => readFileSync(record, "utf8"),
    complaints,
    output: () => output.join(""),
    browserFolder: folder,
    quit: async () => {
      evaluate(({ app }) => app.quit(), undefined).catch(() => undefined);
      return ended;
    },
  };
}

function hearComplaints(page: Page): () => readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return () => complaints;
}

async function failIfEnded(
  ended: Promise<number | null>,
  output: readonly string[],
): Promise<never> {
  const code = await ended;
  throw new Error(`The app ended with ${code} before it had a window:\n${output.join("")}`);
}

interface Done {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

function createEvaluate(child: ChildProcess): Desktop["evaluate"] {
  let last = 0;
  return async (act, arg) => {
    last += 1;
    const id = last;
    const answer = new Promise<Done>((resolveDone) => {
      const hear = (done: Done): void => {
        if (done.id !== id) return;
        child.off("message", hear);
        resolveDone(done);
      };
      child.on("message", hear);
    });
    child.send({ id, source: String(act), arg });
    const { value, error } = await answer;
    if (error !== undefined) throw new Error(error);
    // What the function gives, by way of a structured clone.
    return value as Awaited<ReturnType<typeof act>>;
  };
}

async function startOnElectron({ dataDir, env, words = [] }: Start): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: electronPath() ?? "",
    args: [root, "--data-dir", dataDir, ...words],
    env: { ...plainEnv, DISPLAY: process.env["DISPLAY"] ?? "", ...env },
  });
  onTestFinished(() => app.close());
  const ended = once(app.process(), "exit").then(([code]) =>
    typeof code === "number" ? code : null,
  );
  const evaluate: Desktop["evaluate"] = (act, arg) =>
    // Playwright's own type of the function differs by the boxing of handles, of which there are none.
    app.evaluate(act as never, arg as never);
  const page = await app.firstWindow();
  return {
    page,
    evaluate,
    ended,
    messages: () => "",
    complaints: hearComplaints(page),
    output: () => "",
    browserFolder: join(dataDir, "browser"),
    quit: async () => {
      evaluate(({ app: running }) => running.quit(), undefined).catch(() => undefined);
      return ended;
    },
  };
}

function electronPath(): string | undefined {
  const folder = join(root, "node_modules/electron");
  const named = join(folder, "path.txt");
  const path = existsSync(named) ? join(folder, "dist", readFileSync(named, "utf8")) : undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

function lackOfElectron(): string | undefined {
  if (electronPath() === undefined) return "its program was not fetched";
  if (process.platform !== "linux") return undefined;
  if (process.getuid?.() === 0) return "it does not run as root with its sandbox on";
  return process.env["DISPLAY"] ? undefined : "there is no display";
}

export const runners: readonly Runner[] = [
  { name: "stand-in", lack: undefined, start: startOnStandIn },
  { name: "Electron", lack: lackOfElectron(), start: startOnElectron },
];
