import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Settings } from "../../shared/ipc/settings.ts";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";

/** The program as a user starts it, served to a browser, and a real Chromium that looks at it. */

const root = resolve(import.meta.dirname, "../..");
/** The Node that the sources run on, also where another one runs the tests. */
const node = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

export interface App {
  readonly address: string;
  readonly dataDir: string;
  /** What the program has written to its terminal so far. */
  readonly output: () => string;
  readonly pid: number;
  /** Ends the program in order, or at once with SIGKILL. */
  readonly stop: (signal?: "SIGTERM" | "SIGKILL") => Promise<void>;
}

export interface AppOptions {
  /** The folder of an earlier start, to see what a restart keeps. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the user has chosen at an earlier start. */
  readonly settings?: Partial<Settings>;
  /** The port of an earlier start, for a page that is still open. */
  readonly port?: number;
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  const { dataDir, settings, env = {}, port = 0 } = options;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "shotgraph-e2e-")));
  if (settings) await writeFile(join(folder, "settings.json"), JSON.stringify(settings));
  const script = "electron/hosts/serve.ts";
  const child = spawn(
    node,
    ["--disable-warning=ExperimentalWarning", script, "--data-dir", folder, "--port", `${port}`],
    { cwd: root, env: { ...surroundings(), ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const lines: string[] = [];
  child.stderr.on("data", (data: Buffer) => lines.push(String(data)));
  const address = await new Promise<string>((resolveAddress, reject) => {
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${lines.join("\n")}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const found = /^Shotgraph is at (\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolveAddress(found);
    });
  });
  return {
    address,
    dataDir: folder,
    output: () => lines.join("\n"),
    pid: child.pid ?? 0,
    stop: (signal = "SIGTERM") => end(child, signal),
  };
}

/** Tests must find neither the token nor the key store of whoever runs them, and speak one language. */
function surroundings(): NodeJS.ProcessEnv {
  const { RUNCOMFY_API_TOKEN: _token, RUNCOMFY_MODEL_API_BASE: _base, ...rest } = process.env;
  return { ...rest, LC_ALL: "en_US.UTF-8", DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere" };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

export const forget = (app: Pick<App, "dataDir">): Promise<void> =>
  rm(app.dataDir, { recursive: true, force: true });

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "dark" | "light";
  readonly locale?: string;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every error and warning that its console has shown. */
  readonly errors: string[];
}

/** A page on the program, in a browser profile of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1440, height = 900, colorScheme = "dark", locale = "en-US" }: Look = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  // Only ends what hangs: no test says how fast a thing must be.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);
  return { page, context, errors };
}
