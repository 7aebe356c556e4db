import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { missingParts, platformOf } from "../../build/completeLock.mjs";
import { isInstallStale } from "../../build/install.mjs";

interface LockFile {
  packages: Record<string, { version?: string; resolved?: string; optional?: boolean }>;
}
const lock: LockFile = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../package-lock.json"), "utf8"),
);

describe("the lock file", () => {
  it("names no registry host", () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
  });

  it("names each platform's part of every native package", () => {
    expect(missingParts(lock.packages), "run `node build/completeLock.mjs`").toEqual([]);
  });
});

describe("missingParts", () => {
  const owner = {
    version: "2.0.0",
    dev: true,
    optionalDependencies: { "a-darwin-arm64": "2.0.0" },
  };

  it("finds a part that nothing names", () => {
    expect(missingParts({ "node_modules/a": owner })).toEqual([
      {
        path: "node_modules/a-darwin-arm64",
        name: "a-darwin-arm64",
        version: "2.0.0",
        dev: true,
      },
    ]);
  });

  it.each(["node_modules/a-darwin-arm64", "node_modules/a/node_modules/a-darwin-arm64"])(
    "sees the part at %s",
    (path) => {
      expect(missingParts({ "node_modules/a": owner, [path]: { version: "2.0.0" } })).toEqual([]);
    },
  );
});

describe("platformOf", () => {
  it.each([
    ["@x/y-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@x/y-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@x/y-linux-x64-gnu", { os: ["linux"], cpu: ["x64"], libc: ["glibc"] }],
    ["@x/binding-linux-arm-musleabihf", { os: ["linux"], cpu: ["arm"], libc: ["musl"] }],
    ["@x/darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@x/y-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("reads %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe("isInstallStale", () => {
  const a = { version: "1.0.0" };
  const other = { version: "1.0.0", optional: true };
  const wanted = { packages: { "": {}, "node_modules/a": a, "node_modules/a-mac": other } };

  it.each([
    ["nothing is installed", undefined, true],
    ["a package is missing", { packages: {} }, true],
    ["a version differs", { packages: { "node_modules/a": { version: "0.9.0" } } }, true],
    ["only another platform's part is missing", { packages: { "node_modules/a": a } }, false],
  ])("when %s", (_, installed, expected) => {
    expect(isInstallStale(wanted, installed)).toBe(expected);
  });
});
