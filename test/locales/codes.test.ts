import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import dialogs from "../../renderer/locales/en/dialogs.json" with { type: "json" };
import errors from "../../renderer/locales/en/errors.json" with { type: "json" };
import jobs from "../../renderer/locales/en/jobs.json" with { type: "json" };
import type { Expected } from "../../shared/board/complaint.ts";
import type { RequestFailure, RequestNote } from "../../shared/formats/requestJson.ts";
import type { boardFailureSchema } from "../../shared/ipc/contract.ts";
import type { z } from "zod";

/** Every code that the processes behind the window can give has a sentence, and every sentence has its code. */

const root = new URL("../../", import.meta.url);
const sourcesOf = (folder: string): string[] =>
  globSync(`${folder}/**/*.ts`, { cwd: root.pathname }).map((file) =>
    readFileSync(new URL(file, root), "utf8"),
  );

/** What is written between quotes after `start`, also as the two ends of a condition. */
const literals = (text: string, start: RegExp): string[] =>
  [...text.matchAll(start)].flatMap(([whole]) => {
    // What a condition compares is no code.
    const rest = whole.slice(Math.max(0, whole.lastIndexOf("? ")));
    return [...rest.matchAll(/"([a-z][A-Za-z]+)"/g)].map(([, code]) => code ?? "");
  });

/** The ways in which the sources give a code. */
const ways = [
  /\bAppError\(\s*"\w+"/g,
  /\bcode: (?:[^\n;{}]*\? )?"\w+"(?: : "\w+")?/g,
  /\bfinal\((?:[^\n;]*\? )?"\w+"(?: : "\w+")?/g,
  /\breasonOf\((?:[^\n;]*\? )?"\w+"(?: : "\w+")?/g,
];

/** The tables and the functions that say what an answer of the service, or of the disk, means. */
const tables = [
  /\[(?:\d{6}|"E[A-Z]+"), "\w+"\]/g,
  /\b4\d\d: "\w+"/g,
  /codes\[status\] \?\? "\w+"/g,
];
const returned = [/\breturn (?:[^\n;]*\? )?"\w+"(?: : "\w+")?;/g];

const sources = sourcesOf("electron");
const refusal = readFileSync(new URL("electron/engines/runcomfy/refusal.ts", root), "utf8");
const used = new Set([
  ...sources.flatMap((text) => [...ways, ...tables].flatMap((way) => literals(text, way))),
  ...returned.flatMap((way) => literals(refusal, way)),
]);

/** Given by the window's own transport, not by the processes behind it. */
const ofTheTransport = ["connectionLost", "sessionEnded"];
/** Of a file, with sentences of their own. */
const ofFiles = ["unreadable", "tooLarge"];

test("the sources are read", () => {
  expect(sources.length).toBeGreaterThan(30);
  for (const code of ["tokenRefused", "changedOnDisk", "fileGone", "fileRefused", "diskFull"]) {
    expect(used, code).toContain(code);
  }
});

test("every code has a sentence", () => {
  const said = new Set([...Object.keys(errors.calls), ...Object.keys(jobs.reasons), ...ofFiles]);
  expect([...used].filter((code) => !said.has(code)).toSorted()).toEqual([]);
});

test("every sentence has a code", () => {
  const known = new Set([...used, ...ofTheTransport]);
  expect(Object.keys(errors.calls).filter((code) => !known.has(code))).toEqual([]);
  expect(Object.keys(jobs.reasons).filter((code) => !known.has(code))).toEqual([]);
});

test("whatever is wrong in a file has its words", () => {
  const failures: Record<z.infer<typeof boardFailureSchema>["code"], true> = {
    notABoard: true,
    tooNew: true,
    invalid: true,
    tooLarge: true,
    unreadable: true,
  };
  expect(Object.keys(errors.board)).toEqual(expect.arrayContaining(Object.keys(failures)));
  const expected: Record<Expected, true> = {
    text: true,
    number: true,
    wholeNumber: true,
    yesOrNo: true,
    object: true,
    list: true,
    choice: true,
    atLeast: true,
    atMost: true,
    shorter: true,
    longer: true,
    id: true,
    pattern: true,
    node: true,
    port: true,
    sameKind: true,
    freeInput: true,
    json: true,
    merged: true,
    oneKey: true,
    otherKey: true,
    flatter: true,
    other: true,
  };
  const withLine = ["jsonLine", "mergedLine"];
  expect(Object.keys(errors.board.expected).toSorted()).toEqual(
    [...Object.keys(expected), ...withLine].toSorted(),
  );
});

test("whatever is wrong with a pasted request has its words", () => {
  const failures: Record<RequestFailure["code"], true> = {
    notARequest: true,
    notJson: true,
    isABoard: true,
    severalRequests: true,
    modelNeeded: true,
    wrongModel: true,
    noBody: true,
    bodyInFile: true,
    tooLarge: true,
  };
  const notes: Record<RequestNote["code"], true> = {
    modelAssumed: true,
    secretDropped: true,
    durationDiffers: true,
  };
  expect(Object.keys(errors.request).toSorted()).toEqual(
    [...Object.keys(failures), "notJsonLine"].toSorted(),
  );
  expect(Object.keys(dialogs.paste.notes)).toEqual(expect.arrayContaining(Object.keys(notes)));
});
