import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { usd } from "../ui/money.ts";

/** What jobs have cost together: as charged once the service has said it for all of them, an estimate until then. */
export type Cost =
  | { readonly kind: "free" }
  | { readonly kind: "charged" | "about"; readonly usd: number }
  | { readonly kind: "unknown" };

type Priced = Pick<Job, "engine" | "cost" | "estimate">;

export function costOf(jobs: readonly Priced[]): Cost {
  if (jobs.every(({ engine }) => engine === "animatic")) return { kind: "free" };
  const amounts = jobs.map(({ cost, estimate }) => cost ?? estimate);
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return { kind: "unknown" };
  const sum = known.reduce((total, amount) => total + amount, 0);
  return { kind: jobs.every(({ cost }) => cost !== null) ? "charged" : "about", usd: sum };
}

/** What the same request would cost once more. */
export const estimateOf = ({ engine, estimate }: Priced): Cost =>
  engine === "animatic" ? { kind: "free" } : expected(estimate);

const expected = (estimate: number | null): Cost =>
  estimate === null ? { kind: "unknown" } : { kind: "about", usd: estimate };

/** Undefined for a job that was never accepted: it has no price. */
export function costOfJob(job: Priced & Pick<Job, "status" | "requestId">): Cost | undefined {
  const { state } = job.status;
  const ended = state === "failed" || state === "cancelled";
  return ended && (job.requestId === null || state === "cancelled") ? undefined : costOf([job]);
}

/** `free`, `$2.02`, `about $2.02` or `price unknown`. */
export function costWords(cost: Cost, language: string): string {
  switch (cost.kind) {
    case "free":
      return i18next.t("app:price.free");
    case "unknown":
      return i18next.t("app:price.unknown");
    case "charged":
      return usd(cost.usd, language);
    case "about":
      return i18next.t("app:price.about", { price: usd(cost.usd, language) });
  }
}

/** What is not paid yet, in USD: `about $2.02` or `price unknown`. */
export const priceWords = (estimate: number | null, language: string): string =>
  costWords(expected(estimate), language);
