import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSessions } from "../../electron/hosts/serve/sessions.ts";
import { testFolder } from "../backend/folder.ts";

test("a session holds at the next start; on the disk is nothing that opens one", () => {
  const file = join(testFolder(), "sessions.json");
  const session = openSessions(file).open();
  const next = openSessions(file);
  expect(next.has(session)).toBe(true);
  const kept = readFileSync(file, "utf8");
  expect(kept).not.toContain(session);
  for (const hash of JSON.parse(kept)) expect(next.has(hash)).toBe(false);
  expect(next.has("")).toBe(false);
});

test.skipIf(process.platform === "win32")("nobody else may read them", () => {
  const file = join(testFolder(), "sessions.json");
  openSessions(file).open();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the oldest of very many are forgotten", () => {
  const file = join(testFolder(), "sessions.json");
  const first = openSessions(file).open();
  const sessions = openSessions(file);
  const last = Array.from({ length: 50 }, sessions.open).at(-1) ?? "";
  const next = openSessions(file);
  expect(next.has(first)).toBe(false);
  expect(next.has(last)).toBe(true);
});

test("a file that is damaged, or that cannot be written, only ends with the program", () => {
  const file = join(testFolder(), "sessions.json");
  writeFileSync(file, '[{"hash": 1}]');
  const session = openSessions(file).open();
  expect(openSessions(file).has(session)).toBe(true);
  const nowhere = openSessions(join(testFolder(), "no", "sessions.json"));
  expect(nowhere.has(nowhere.open())).toBe(true);
});
