import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const start = (...flags: string[]) =>
  spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url)), ...flags]);

test("prints what to export, answers, and ends at Ctrl+C", async () => {
  const simulator = start("--queue-seconds", "0", "--run-seconds", "0", "--token", "mine");
  const ended = once(simulator, "exit");
  const lines: string[] = [];
  const reader = createInterface(simulator.stdout);
  for await (const line of reader) if (lines.push(line) === 2) break;
  expect(lines[0]).toMatch(/^export RUNCOMFY_MODEL_API_BASE=http:\/\/127\.0\.0\.1:\d+\/v1$/);
  expect(lines[1]).toBe("export RUNCOMFY_API_TOKEN=mine");

  const base = lines[0]?.split("=")[1] ?? "";
  const models = await fetch(`${base}/models`, { headers: { authorization: "Bearer mine" } });
  expect(models.status).toBe(200);
  await models.text();

  simulator.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});

test.each([["--run-seconds", "soon"], ["--what"]])(
  "says what is wrong with %s",
  async (...flags) => {
    const simulator = start(...flags);
    const ended = once(simulator, "exit");
    let said = "";
    for await (const chunk of simulator.stderr) said += String(chunk);
    expect(said).toContain(flags[0]);
    expect(said).toContain("Usage: npm run simulator");
    expect(await ended).toEqual([2, null]);
  },
);
