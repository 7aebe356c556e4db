import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { printBoard } from "../../shared/board/print.ts";
import { boardOfShots } from "../backend/board.ts";
import { testFolder } from "../backend/folder.ts";
import { startSimulator } from "../simulator/simulator.ts";
import { begin, shotgraph } from "./shotgraph.ts";

const token = "cli-token-of-this-test";

/** A service that this test moves, and a board to run on it. */
async function place() {
  const simulator = await startSimulator({ token });
  onTestFinished(() => simulator.close());
  const file = join(testFolder(), "Kite.shotgraph");
  writeFileSync(file, printBoard(boardOfShots("Kite", [5, 4])));
  const [out, dataDir] = [testFolder(), testFolder()];
  const env = { RUNCOMFY_MODEL_API_BASE: simulator.baseUrl, RUNCOMFY_API_TOKEN: token };
  const run = ["run", file, "--engine", "runcomfy", "--out", out, "--json", "--data-dir", dataDir];
  return { simulator, out, dataDir, env, run };
}

const isState = (state: string) => (line: string) => line.includes(`"status":{"state":"${state}"`);

test("a run on the service brings the video and its cost, and a second start shows it again", async () => {
  const { simulator, out, dataDir, env, run } = await place();
  const running = begin(run, { env });
  await running.line(isState("inQueue"));
  simulator.posts()[0]?.succeed();
  const { code, output } = await running.ended;
  expect(code).toBe(0);
  const lines = output.split("\n").map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ event: "done", video: join(out, "Kite, take 1.mp4") });

  const { output: listed } = await shotgraph(["jobs", "--json", "--data-dir", dataDir]);
  const [job] = JSON.parse(listed).jobs;
  expect(job).toMatchObject({ engine: "runcomfy", status: { state: "done" } });
  expect(job.cost).toBeGreaterThan(0);
  expect(simulator.tokenLeaks()).toEqual([]);
  expect(output + listed).not.toContain(token);

  const price = `$${Number(job.cost).toFixed(2)}`;
  const { output: spent } = await shotgraph(["ledger", "--data-dir", dataDir]);
  expect(spent).toMatch(/^\d{4}-\d\d-\d\d {2}1 job: .*\nTogether {4}1 job: /);
  expect(spent).toContain(price);
  const { output: csv } = await shotgraph([
    "ledger",
    "--csv",
    "--days",
    "1",
    "--data-dir",
    dataDir,
  ]);
  const [head, row, ...more] = csv.split("\n");
  expect(head).toMatch(/^day,sent_at,board,/);
  expect(row?.split(",")).toContain(job.id);
  expect(more).toEqual([]);

  // Without the list, the takes still say what they are and what they have cost.
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith("jobs.sqlite"))) {
    rmSync(join(dataDir, name));
  }
  const rebuilt = await shotgraph(["rebuild", "--json", "--data-dir", dataDir]);
  expect(rebuilt.code).toBe(0);
  expect(JSON.parse(rebuilt.output)).toMatchObject({ takes: 1, added: 1, found: 0 });
  const { output: anew } = await shotgraph(["jobs", "--json", "--data-dir", dataDir]);
  expect(JSON.parse(anew).jobs).toEqual([job]);
  expect((await shotgraph(["rebuild", "--data-dir", dataDir])).output).toContain("1 take in");
}, 60_000);

test("the same board again is not paid for unasked, and is with --again", async () => {
  const { simulator, env, run } = await place();
  const first = begin(run, { env });
  await first.line(isState("inQueue"));
  simulator.posts()[0]?.succeed();
  expect((await first.ended).code).toBe(0);

  const second = await shotgraph(run, { env });
  expect(second.code).toBe(4);
  expect(second.errors).toMatch(/Exactly this request was sent before .*--again/);
  expect(simulator.count("submit")).toBe(1);

  const third = begin([...run, "--again"], { env });
  await third.line(isState("inQueue"));
  simulator.posts()[1]?.succeed();
  expect((await third.ended).code).toBe(0);
  expect(simulator.count("submit")).toBe(2);
}, 60_000);

test.each(["SIGINT", "SIGKILL"] as const)(
  "after %s the job goes on with resume, and was sent once",
  async (signal) => {
    const { simulator, dataDir, env, run } = await place();
    const running = begin(run, { env });
    await running.line(isState("inQueue"));
    running.kill(signal);
    const stopped = await running.ended;
    const isOrderly = signal === "SIGINT";
    expect(stopped.code).toBe(isOrderly ? 130 : 128);
    expect(stopped.errors.includes("shotgraph resume")).toBe(isOrderly);

    const resumed = begin(["resume", "--json", "--data-dir", dataDir], { env });
    await resumed.line(isState("inQueue"));
    simulator.posts()[0]?.succeed();
    const { code, output } = await resumed.ended;
    expect(code).toBe(0);
    expect(JSON.parse(output.split("\n").at(-1) ?? "")).toMatchObject({
      event: "done",
      sceneId: "scene",
    });
    expect(simulator.posts()).toHaveLength(1);
  },
  60_000,
);

test("a job that a limit holds back ends `resume` with the reason, and is sent once the limit is raised", async () => {
  const { simulator, dataDir, env, run } = await place();
  const choose = (settings: object): void =>
    writeFileSync(join(dataDir, "settings.json"), JSON.stringify(settings));
  choose({ queuePaused: true });
  const paused = begin(run, { env });
  await paused.line(isState("waiting"));
  paused.kill("SIGINT");
  expect((await paused.ended).code).toBe(130);

  choose({ capPerRun: 0.01 });
  const resume = ["resume", "--data-dir", dataDir];
  const held = await shotgraph(resume, { env });
  expect(held.code).toBe(1);
  expect(held.errors).toMatch(/not sent\. Held: its run costs about .* 0\.01 USD/);
  expect(simulator.count("submit")).toBe(0);

  choose({ capPerRun: 100 });
  const resumed = begin([...resume, "--json"], { env });
  await resumed.line(isState("inQueue"));
  simulator.posts()[0]?.succeed();
  expect((await resumed.ended).code).toBe(0);
  expect(simulator.count("submit")).toBe(1);
}, 60_000);

test.each([
  ["without a token", { RUNCOMFY_API_TOKEN: "" }, /There is no RunComfy token/],
  ["with a wrong token", { RUNCOMFY_API_TOKEN: "wrong" }, /RunComfy refused the token/],
])(
  "%s the run fails in a sentence and nothing is accepted",
  async (_what, wrong, sentence) => {
    const { simulator, env, run } = await place();
    const { code, output, errors } = await shotgraph(run, { env: { ...env, ...wrong } });
    expect(code).toBe(1);
    expect(errors).toMatch(sentence);
    expect(JSON.parse(output.split("\n").at(-1) ?? "")).toMatchObject({ event: "failed" });
    expect(simulator.posts()).toEqual([]);
  },
  60_000,
);
