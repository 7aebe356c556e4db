import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import type { Board } from "../../shared/board/schema.ts";
import { startApp, type App } from "../e2e/app.ts";
import type { BareScene } from "./bare/scene.ts";

/** The two pages: the program as it is served, with a board open, and React Flow by itself. */

/** Starts the program with the board as the work of last time. Its folder goes when it stops. */
export async function startOurs(board: Board): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), "shotgraph-bench-"));
  await mkdir(join(dataDir, "drafts"));
  const draft = { id: "bench", board, path: null, hash: null, unsaved: true, order: 0 };
  await writeFile(join(dataDir, "drafts/bench.json"), JSON.stringify(draft));
  const app = await startApp({ dataDir });
  return {
    ...app,
    stop: async (signal) => {
      await app.stop(signal);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @returns The folder with the built page. */
export async function buildBare(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "shotgraph-bare-"));
  await build({
    root: resolve(import.meta.dirname, "bare"),
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    build: { outDir, emptyOutDir: false, target: "baseline-widely-available" },
  });
  return outDir;
}

export interface BareServer {
  readonly address: string;
  readonly show: (scene: BareScene) => void;
  readonly stop: () => Promise<void>;
}

const types: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

export async function serveBare(folder: string): Promise<BareServer> {
  let board = "";
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const answer = async (): Promise<void> => {
      if (path === "/board.json") {
        response.writeHead(200, { "content-type": "application/json" }).end(board);
        return;
      }
      const name = path === "/" ? "index.html" : path.slice(1);
      const content = await readFile(join(folder, name)).catch(() => undefined);
      response
        .writeHead(content === undefined ? 404 : 200, {
          "content-type": types[extname(name)] ?? "text/plain",
          // As the program serves its own: what has a hash in its name never changes.
          "cache-control": name.includes("assets/") ? "max-age=31536000, immutable" : "no-store",
        })
        .end(content ?? "There is no such page.\n");
    };
    void answer();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    address: `http://127.0.0.1:${address.port}/`,
    show: (scene) => {
      board = JSON.stringify(scene);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
