import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { afterEach, beforeEach, expect, it } from "vitest";
import { wrongFuses } from "../../build/checkFuses.mjs";

/** What marks the fuses in Electron's program; after it: a version, a count, a byte for each. */
const mark = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** The fuses of an Electron as it is published. */
const published = "101100011";

/** The fuses that `electron-builder.yml` sets, by their names in `FuseV1Options`. */
function configuredFuses(): Record<string, boolean> {
  const config = readFileSync(resolve(import.meta.dirname, "../../electron-builder.yml"), "utf8");
  const block = config.split("electronFuses:\n")[1]?.split("\n\n")[0] ?? "";
  return Object.fromEntries(
    block
      .split("\n")
      .map((line) => line.trim().split(": "))
      .map(([name = "", value]) => [name.replace(/^./, (a) => a.toUpperCase()), value === "true"]),
  );
}

let folder = "";
let program = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fuses-"));
  program = join(folder, "program");
  writeFileSync(
    program,
    `code${mark}\u0001${String.fromCharCode(published.length)}${published}code`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const options: Record<string, unknown> = FuseV1Options;

async function setFuses(fuses: Record<string, boolean>): Promise<void> {
  for (const [name, isOn] of Object.entries(fuses)) {
    const fuse = options[name];
    if (typeof fuse === "number") {
      await flipFuses(program, { version: FuseVersion.V1, [fuse]: isOn });
    }
  }
}

it("says what does not hold of an Electron as it is published", async () => {
  expect(await wrongFuses(program)).toHaveLength(7);
});

it("finds nothing wrong with the fuses that the packages get", async () => {
  await setFuses(configuredFuses());
  expect(await wrongFuses(program)).toEqual([]);
});

it("finds each fuse that is set otherwise", async () => {
  const { ResetAdHocDarwinSignature, LoadBrowserProcessSpecificV8Snapshot, ...fuses } =
    configuredFuses();
  expect([ResetAdHocDarwinSignature, LoadBrowserProcessSpecificV8Snapshot]).toEqual([true, false]);
  expect(Object.keys(fuses)).toHaveLength(7);
  for (const [name, isOn] of Object.entries(fuses)) {
    await setFuses({ ...fuses, [name]: !isOn });
    expect(await wrongFuses(program), name).toHaveLength(1);
  }
});

it("refuses a file that is no Electron", async () => {
  writeFileSync(program, "other code");
  await expect(wrongFuses(program)).rejects.toThrow("sentinel");
});
