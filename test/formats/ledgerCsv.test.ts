import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerCsv } from "../../shared/formats/ledgerCsv.ts";
import type { LedgerRow } from "../../shared/jobs/ledger.ts";
import { readCsv } from "./readCsv.ts";

const row: LedgerRow = {
  jobId: "j1",
  requestId: "r1",
  engine: "runcomfy",
  day: "2026-10-09",
  sentAt: "2026-10-09T12:00:00.000Z",
  board: "Dunes",
  sceneId: "scene",
  scene: "",
  part: { index: 0, count: 2 },
  model: "kling/kling-3.0/pro/text-to-video",
  seconds: 12,
  state: "done",
  estimate: 1.344,
  cost: null,
};

test("a header and a line for each job; what is not known is empty, not 0", () => {
  expect(ledgerCsv([row, { ...row, seconds: null, cost: 0, requestId: null }])).toBe(
    "day,sent_at,board,scene,part,parts,model,seconds,state,estimate_usd,cost_usd,job,request\r\n" +
      "2026-10-09,2026-10-09T12:00:00.000Z,Dunes,scene,1,2,kling/kling-3.0/pro/text-to-video,12,done,1.344,,j1,r1\r\n" +
      "2026-10-09,2026-10-09T12:00:00.000Z,Dunes,scene,1,2,kling/kling-3.0/pro/text-to-video,,done,1.344,0,j1,\r\n",
  );
});

test.for([
  ["=1+1", "'=1+1"],
  ["+49 30", "'+49 30"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["|calc", "'|calc"],
  ["＝1+1", "'＝1+1"],
  [" =1", "' =1"],
  ["\t=1", "'\t=1"],
  ["Dunes, kites", '"Dunes, kites"'],
  ['The "blue" kite', '"The ""blue"" kite"'],
  ["two\nlines", '"two\nlines"'],
  ["Dünen", "Dünen"],
])("a title %j is %s", ([board, cell]) => {
  const [, line = ""] = ledgerCsv([{ ...row, board: board ?? "" }]).split("\r\n");
  expect(readCsv(line)[0]?.[2]).toBe(readCsv(cell ?? "")[0]?.[0]);
});

test("any title and scene come back as they were, and none is a formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (board, scene) => {
      const [, cells = []] = readCsv(ledgerCsv([{ ...row, board, scene }]));
      expect(cells).toHaveLength(13);
      expect([board, `'${board}`]).toContain(cells[2]);
      for (const cell of cells.slice(2, 4)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
