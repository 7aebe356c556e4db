import i18next from "i18next";
import { isOpenState } from "../../shared/jobs/job.ts";
import type { Ledger, LedgerRow } from "../../shared/jobs/ledger.ts";
import { usd } from "../ui/money.ts";
import { scenePart } from "./jobWords.ts";
import { costWords, priceWords } from "./prices.ts";

/** The ledger's amounts in words. Pure but for the language's words. An amount that is not known is never 0. */

type Sum = Ledger["total"];

/** `$2.02`, `about $2.02`, `about $2.02 and 1 job of unknown price`, `price unknown` or `nothing charged`. */
export function sumWords(
  { spent, cost, unpriced }: Pick<Sum, "spent" | "cost" | "unpriced">,
  language: string,
): string {
  if (unpriced > 0) {
    if (spent === 0) return priceWords(null, language);
    return i18next.t("jobs:ledger.partly", { price: usd(spent, language), count: unpriced });
  }
  if (spent === 0 && cost === null) return i18next.t("jobs:ledger.nothing");
  return costWords({ kind: spent === cost ? "charged" : "about", usd: spent }, language);
}

/** What a job was expected to cost. */
export const estimateWords = ({ estimate }: LedgerRow, language: string): string =>
  estimate === null ? i18next.t("jobs:ledger.unknown") : usd(estimate, language);

/** What was charged for it, or why that is not to be said. */
export function chargedWords({ cost, state }: LedgerRow, language: string): string {
  if (cost !== null) return usd(cost, language);
  if (state === "cancelled") return i18next.t("jobs:ledger.free");
  return i18next.t(isOpenState(state) ? "jobs:ledger.notYet" : "jobs:ledger.unknown");
}

/** A day such as `2026-10-09`, which is the reader's own, as people write it. */
export function dayWords(day: string, language: string): string {
  // Read as UTC and written as UTC: no time zone moves it.
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** What the job was for: its board, scene and part. */
export function rowName({
  board,
  scene,
  part,
}: Pick<LedgerRow, "board" | "scene" | "part">): string {
  return [boardName(board), ...scenePart(scene, part)].join(" · ");
}

export const boardName = (board: string): string =>
  board === "" ? i18next.t("jobs:untitled") : board;
