import { beforeEach, expect, it } from "vitest";
import {
  chargedWords,
  dayWords,
  estimateWords,
  rowName,
  sumWords,
} from "../../../renderer/library/spending.ts";
import { ledgerOf, type LedgerRow } from "../../../shared/jobs/ledger.ts";
import { job } from "./jobs.ts";
import { speakIn } from "./speak.ts";

beforeEach(() => speakIn("en"));

function row(change: Partial<LedgerRow>): LedgerRow {
  const sent = { submittedAt: "2026-10-09T12:00:00.000Z" };
  const [first] = ledgerOf([job({ state: "done" }, sent)]).rows;
  if (first === undefined) throw new Error("What was sent has a row");
  return { ...first, ...change };
}

it("says a sum as charged, as about, or with what is not known", () => {
  expect(sumWords({ spent: 2.02, cost: 2.02, unpriced: 0 }, "en")).toBe("$2.02");
  expect(sumWords({ spent: 3, cost: 2.02, unpriced: 0 }, "en")).toBe("about $3.00");
  expect(sumWords({ spent: 3, cost: null, unpriced: 1 }, "en")).toBe(
    "about $3.00 and 1 job of unknown price",
  );
});

it("is never 0 for what is not known", () => {
  expect(sumWords({ spent: 0, cost: null, unpriced: 2 }, "en")).toBe("price unknown");
  expect(sumWords({ spent: 0, cost: null, unpriced: 0 }, "en")).toBe("nothing charged");
  expect(sumWords({ spent: 0, cost: 0, unpriced: 0 }, "en")).toBe("$0.00");
});

it("says what a job was to cost and has cost, or why that is not known", () => {
  expect(estimateWords(row({ estimate: 2.02 }), "en")).toBe("$2.02");
  expect(estimateWords(row({ estimate: null }), "en")).toBe("unknown");
  expect(chargedWords(row({ cost: 0 }), "en")).toBe("$0.00");
  expect(chargedWords(row({ state: "running" }), "en")).toBe("not yet");
  expect(chargedWords(row({ state: "done" }), "en")).toBe("unknown");
  expect(chargedWords(row({ state: "unknown" }), "en")).toBe("unknown");
  expect(chargedWords(row({ state: "cancelled" }), "en")).toBe("nothing");
});

it("keeps the day as it was for the reader, in their language", () => {
  expect(dayWords("2026-10-09", "en")).toBe("Oct 9, 2026");
  expect(dayWords("2026-10-09", "pt-BR")).toBe("9 de out. de 2026");
});

it("names a job by its board, scene and part", () => {
  expect(rowName({ board: "Dunes", scene: "Dawn", part: { index: 0, count: 1 } })).toBe(
    "Dunes · Dawn",
  );
  expect(rowName({ board: "", scene: "", part: { index: 1, count: 2 } })).toBe(
    "Untitled · Scene · Part 2 of 2",
  );
});
