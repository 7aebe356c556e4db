import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lockDataDir } from "../../electron/backend/jobs/lock.ts";
import { printBoard } from "../../shared/board/print.ts";
import { boardOfShots } from "../backend/board.ts";
import { testFolder } from "../backend/folder.ts";
import { shotgraph } from "./shotgraph.ts";

const model = "kling/kling-3.0/pro/text-to-video";
const request = {
  prompt: "A lighthouse keeper climbs to the lamp",
  duration: 12,
  aspect_ratio: "9:16",
  sound: false,
  multi_prompt: [
    { prompt: "The keeper takes the lantern", duration: 5 },
    { prompt: "Steps, seen from above", duration: 4 },
    { prompt: "The lamp is lit", duration: 3 },
  ],
  shot_type: "customize",
};

function boardFile(title: string, seconds: readonly number[]): string {
  const file = join(testFolder(), `${title}.shotgraph`);
  writeFileSync(file, printBoard(boardOfShots(title, seconds)));
  return file;
}

describe("import and compile", () => {
  test("a request comes back as exactly the same JSON", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "request.json"), JSON.stringify(request));
    const imported = await shotgraph(["import", "request.json", "-o", "a.shotgraph"], { folder });
    expect(imported).toMatchObject({ code: 0, output: "" });
    const { code, output } = await shotgraph(["compile", "a.shotgraph", "--json"], { folder });
    expect(code).toBe(0);
    const [scene] = JSON.parse(output).scenes;
    expect(JSON.parse(output)).toEqual({
      scenes: [{ nodeId: scene.nodeId, parts: [{ model, input: request }] }],
      problems: [],
    });
    expect(JSON.stringify(scene.parts[0].input)).toBe(JSON.stringify(request));
  });

  test("a cURL command from standard input, whose token is left out", async () => {
    const folder = testFolder();
    const input =
      `curl -X POST https://model-api.runcomfy.net/v1/models/${model} ` +
      `-H 'authorization: Bearer s3cret' -d '${JSON.stringify(request)}'`;
    const file = join(folder, "a.shotgraph");
    expect(await shotgraph(["import", "-", "-o", file], { input })).toMatchObject({ code: 0 });
    expect(readFileSync(file, "utf8")).not.toContain("s3cret");
    const { output } = await shotgraph(["compile", file, "--json"]);
    expect(JSON.parse(output).scenes[0].parts).toEqual([{ model, input: request }]);
  });

  test("a file that is there already is replaced only by force", async () => {
    const file = boardFile("Mine", [5]);
    const before = readFileSync(file, "utf8");
    const input = JSON.stringify(request);
    const refused = await shotgraph(["import", "-", "-o", file], { input });
    expect(refused).toMatchObject({ code: 3, errors: expect.stringContaining("--force") });
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(await shotgraph(["import", "-", "-o", file, "--force"], { input })).toMatchObject({
      code: 0,
    });
  });

  test("text that is no request is refused in a sentence", async () => {
    const file = join(testFolder(), "a.shotgraph");
    const refused = await shotgraph(["import", "-", "-o", file], { input: "Dear reader" });
    expect(refused).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/^.*not a request.*\n$/),
    });
    expect(existsSync(file)).toBe(false);
  });

  test("nine shots of 3 s become two requests", async () => {
    const file = boardFile("Nine", [3, 3, 3, 3, 3, 3, 3, 3, 3]);
    const { code, output } = await shotgraph(["compile", file, "--json"]);
    const durations = JSON.parse(output).scenes[0].parts.map(
      (part: { input: { duration: number } }) => part.input.duration,
    );
    expect({ code, durations }).toEqual({ code: 0, durations: [15, 12] });
  });

  test("a board with errors exits with 1 and says them", async () => {
    const file = boardFile("Long", [16]);
    const { code, output } = await shotgraph(["compile", file, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(output).problems).toContainEqual(
      expect.objectContaining({ code: "shotTooLong", severity: "error", nodeId: "shot0" }),
    );
  });
});

describe("validate", () => {
  test("says each problem in a sentence, with its node", async () => {
    const { code, output } = await shotgraph(["validate", boardFile("Short", [2])]);
    expect(code).toBe(1);
    expect(output).toMatch(/^error: shot \(shot0\): This shot lasts 2 s, and .+ at least 3 s\.$/m);
    expect(output).not.toContain("{{");
    expect(output).not.toContain("\u001b");
  });

  test("a good board exits with 0", async () => {
    const { code, output } = await shotgraph(["validate", boardFile("Good", [5]), "--json"]);
    expect({ code, ok: JSON.parse(output).ok }).toEqual({ code: 0, ok: true });
  });

  test.each([
    ["is not there", null, /is not there any more/],
    ["is a letter", "Dear reader", /is not a Shotgraph board/],
    ["is damaged", '{"format":"shotgraph","formatVersion":1}', /is damaged: at .+needed/],
    ["is newer", '{"format":"shotgraph","formatVersion":99}', /from a newer Shotgraph/],
  ])("a file that %s exits with 3 and a sentence", async (_what, content, sentence) => {
    const file = join(testFolder(), "bad.shotgraph");
    if (content !== null) writeFileSync(file, content);
    const { code, errors, output } = await shotgraph(["validate", file]);
    expect({ code, output }).toEqual({ code: 3, output: "" });
    expect(errors).toMatch(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });
});

describe("the command line itself", () => {
  test.each([
    [["run", "a.shotgraph"]],
    [["bogus"]],
    [["run", "a", "--engine", "vhs", "--out", "b"]],
    [["ledger", "--days", "none"]],
  ])("%j is wrong and exits with 2", async (args) => {
    expect(await shotgraph(args)).toMatchObject({ code: 2, output: "" });
  });

  test("--help documents every exit code", async () => {
    const { code, output } = await shotgraph(["run", "--help"]);
    expect(code).toBe(0);
    for (const line of [/^ {2}0 /m, /^ {2}1 /m, /^ {2}2 /m, /^ {2}3 /m, /^ {2}4 /m, /^ {2}130 /m]) {
      expect(output).toMatch(line);
    }
  });

  test("a new folder has no jobs", async () => {
    const dataDir = testFolder();
    const { code, output } = await shotgraph(["jobs", "--json", "--data-dir", dataDir]);
    expect({ code, jobs: JSON.parse(output).jobs }).toEqual({ code: 0, jobs: [] });
  });

  test("paths are relative to where the user is, also when npm has gone elsewhere", async () => {
    const folder = testFolder();
    const env = { npm_lifecycle_event: "shotgraph", INIT_CWD: folder };
    const input = JSON.stringify(request);
    await shotgraph(["import", "-", "-o", "here.shotgraph"], { env, input });
    expect(readdirSync(folder)).toEqual(["here.shotgraph"]);
  });
});

describe("run", () => {
  test("draws an animatic and brings it to the folder", async () => {
    const [out, dataDir] = [testFolder(), testFolder()];
    const args = ["--engine", "animatic", "--out", out, "--data-dir", dataDir];
    const { code, output } = await shotgraph(["run", boardFile("Kite", [3]), ...args, "--json"]);
    expect(code).toBe(0);
    const lines = output.split("\n").map((line) => JSON.parse(line));
    expect(lines.at(-1)).toEqual({
      event: "done",
      sceneId: "scene",
      video: join(out, "Kite, take 1.mp4"),
      videos: [join(out, "Kite, take 1.mp4")],
    });
    const states = lines.slice(0, -1).map(({ event, job }) => `${event} ${job.status.state}`);
    expect(states[0]).toBe("jobChanged waiting");
    expect(states.at(-1)).toBe("jobChanged done");
    expect(readFileSync(join(out, "Kite, take 1.mp4")).toString("latin1", 4, 8)).toBe("ftyp");

    const again = await shotgraph(["run", boardFile("Kite", [3]), ...args]);
    expect(again.output.split("\n").at(-1)).toBe(join(out, "Kite, take 2.mp4"));
    expect(again.output).toMatch(/running, \d+ of 72 frames/);
    expect(again.output + again.errors).not.toContain("\u001b");
  }, 60_000);

  test("sends nothing from a board with errors", async () => {
    const dataDir = testFolder();
    const args = ["--engine", "animatic", "--out", testFolder(), "--data-dir", dataDir];
    const { code, errors } = await shotgraph(["run", boardFile("Empty", [16]), ...args]);
    expect(code).toBe(1);
    expect(errors).toContain("nothing was sent");
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test("does not begin beside another Shotgraph, which `jobs` may", async () => {
    const dataDir = testFolder();
    const unlock = lockDataDir(dataDir);
    const args = ["--engine", "animatic", "--out", testFolder(), "--data-dir", dataDir];
    const refused = await shotgraph(["run", boardFile("Kite", [3]), ...args]);
    expect(refused).toMatchObject({
      code: 4,
      errors: expect.stringContaining("Another Shotgraph"),
    });
    expect(await shotgraph(["jobs", "--data-dir", dataDir])).toMatchObject({ code: 0 });
    expect(await shotgraph(["ledger", "--data-dir", dataDir])).toMatchObject({ code: 0 });
    const library = testFolder();
    expect(await shotgraph(["rebuild", library, "--data-dir", dataDir])).toMatchObject({ code: 4 });
    unlock();
  });

  test("nothing is rebuilt from a library that is not there", async () => {
    const dataDir = testFolder();
    const { code, errors } = await shotgraph(["rebuild", "nowhere", "--data-dir", dataDir]);
    expect(code).toBe(3);
    expect(errors).toContain("no library at");
  });

  test("a folder that cannot be written is noticed before anything is sent", async () => {
    const file = boardFile("Kite", [3]);
    const args = ["--engine", "animatic", "--out", file, "--data-dir", testFolder()];
    expect(await shotgraph(["run", file, ...args])).toMatchObject({ code: 3 });
  });
});
