import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../build/build.mjs";
import { chromiumPlaces } from "../../build/chromium.mjs";
import { desktopProblem } from "../../build/desktop.mjs";
import { parseFlags } from "../../build/flags.mjs";
import { readReport } from "../../build/report.mjs";
import { run } from "../../build/run.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scripts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the flags of npm start", () => {
  it("starts the desktop app and opens a browser unless told otherwise", () => {
    expect(parseFlags([], folder)).toEqual({ serve: false, open: true, help: false });
  });

  it("takes every flag, in both spellings", () => {
    const flags = { serve: true, open: false, help: false, port: "0", dataDir: join(folder, "d") };
    expect(parseFlags(["--no-open", "--port", "0", "--data-dir", "d"], folder)).toEqual(flags);
    expect(parseFlags(["--no-open", "--port=0", "--data-dir=d"], folder)).toEqual(flags);
  });

  it("keeps an absolute folder", () => {
    const dataDir = resolve("/somewhere");
    expect(parseFlags(["--data-dir", dataDir], folder).dataDir).toBe(dataDir);
  });

  it.each([["--wat"], ["--port"], ["--port", "x"], ["--port", "65536"], ["stray"]])(
    "refuses %s %s",
    (...args) => {
      expect(() => parseFlags(args, folder)).toThrow(/--wat|--port|stray/);
    },
  );

  it("ends with 2 and a sentence for an unknown flag", async () => {
    const start = resolve(import.meta.dirname, "../../build/start.mjs");
    const { code, output } = await run(process.execPath, [start, "--wat"], { quiet: true });
    expect(code).toBe(2);
    expect(output).toContain("--wat");
    expect(output).not.toContain("    at ");
  });
});

describe("where a desktop app can run", () => {
  const linux = {
    platform: "linux",
    env: { DISPLAY: ":0" },
    isRoot: false,
    hasSandbox: true,
  } as const;

  it.each([
    [linux, undefined],
    [{ ...linux, env: { WAYLAND_DISPLAY: "wayland-0" } }, undefined],
    [{ ...linux, platform: "darwin", env: {}, hasSandbox: false } as const, undefined],
    [{ ...linux, env: {} }, "There is no display for the desktop app"],
    [{ ...linux, isRoot: true }, "Electron does not run as root with its sandbox on"],
    [{ ...linux, hasSandbox: false }, "This Linux does not allow the sandbox that Electron needs"],
  ])("%j: %s", (machine, problem) => {
    expect(desktopProblem(machine)).toBe(problem);
  });
});

describe("where a Chromium is looked for", () => {
  it("prefers the one that was chosen", () => {
    expect(chromiumPlaces("linux", { CHROMIUM_PATH: "/c", PATH: "/bin" })).toEqual(["/c"]);
  });

  it("prefers Chromium to Chrome, wherever on the path they are", () => {
    const places = chromiumPlaces("linux", { PATH: "/a:/b" });
    expect(places.slice(0, 2)).toEqual(["/a/chromium", "/b/chromium"]);
    expect(places.at(-1)).toBe("/b/google-chrome-stable");
  });

  it("looks in every folder that Windows installs programs to", () => {
    const places = chromiumPlaces("win32", { PROGRAMFILES: "C:/P", LOCALAPPDATA: "C:/L" });
    expect(places).toContain(join("C:/L", "Google/Chrome/Application/chrome.exe"));
    expect(places).toHaveLength(4);
  });
});

describe("what makes a build stale", () => {
  const hash = () => hashOf(folder, ["src", "config.ts"]);
  beforeEach(() => {
    mkdirSync(join(folder, "src/inner"), { recursive: true });
    writeFileSync(join(folder, "src/inner/a.ts"), "a");
    writeFileSync(join(folder, "config.ts"), "c");
  });

  it("is the same for the same files", () => {
    const before = hash();
    writeFileSync(join(folder, "src/inner/a.ts"), "a");
    writeFileSync(join(folder, "src/tsconfig.tsbuildinfo"), "notes of the compiler");
    expect(hash()).toBe(before);
  });

  it.each([
    ["a changed file", "src/inner/a.ts", "b"],
    ["a new file", "src/b.ts", ""],
    ["a changed file that is named itself", "config.ts", "d"],
  ])("is %s", (_, path, text) => {
    const before = hash();
    writeFileSync(join(folder, path), text);
    expect(hash()).not.toBe(before);
  });

  it("is a file that is gone", () => {
    const before = hash();
    rmSync(join(folder, "src/inner/a.ts"));
    expect(hash()).not.toBe(before);
  });
});

describe("the count of tests", () => {
  it.each([
    ["all passed", { numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0 }],
    ["one failed", { numPassedTests: 2, numFailedTests: 1 }, 1, { passed: 2, failed: 1 }],
    ["a file did not load", { numPassedTests: 2, numFailedTests: 0 }, 1, { passed: 2, failed: 1 }],
    ["no report was written", undefined, 1, { passed: 0, failed: 1 }],
  ])("when %s", (_, report, code, count) => {
    const file = join(folder, "report.json");
    if (report) writeFileSync(file, JSON.stringify(report));
    expect(readReport(file, code)).toEqual(count);
  });
});

describe("run", () => {
  it("gives the exit code and, when quiet, what was printed", async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const { code, output } = await run(process.execPath, ["-e", script], { quiet: true });
    expect(code).toBe(3);
    expect(output.split("\n").toSorted()).toEqual(["", "err", "out"]);
  });

  it("gives 127 for a program that is not there", async () => {
    expect((await run("no-such-program", [], { quiet: true })).code).toBe(127);
  });

  it("ends what takes too long", async () => {
    const forever = ["-e", "setInterval(() => {}, 1000)"];
    expect((await run(process.execPath, forever, { quiet: true, seconds: 0.2 })).code).toBe(143);
  });
});
