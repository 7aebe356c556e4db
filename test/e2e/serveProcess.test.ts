import { createServer } from "node:http";
import { once } from "node:events";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../backend/folder.ts";
import { startApp } from "./app.ts";

const root = resolve(import.meta.dirname, "../..");
const node = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** `serve`, which is expected to end by itself. */
function serve(...args: string[]) {
  const words = ["--disable-warning=ExperimentalWarning", "electron/hosts/serve.ts", ...args];
  const { status, stdout, stderr } = spawnSync(node, words, { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("a port that is taken is said in one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { status, stdout, stderr } = serve("--port", port, "--data-dir", testFolder());
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toBe(`Port ${port} is taken by another program: choose another --port.\n`);
});

test("a folder that another one works with is said in one sentence", async () => {
  const dataDir = testFolder();
  const app = await startApp({ dataDir });
  const { status, stdout, stderr } = serve("--data-dir", dataDir);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^Another Shotgraph is working with the folder .+\n$/);
  await app.stop();
});

test.each(["--port=70000", "--port=x", "--bogus"])("%s is a wrong command line", (arg) => {
  expect(serve(arg)).toMatchObject({ status: 2, stdout: "" });
});
