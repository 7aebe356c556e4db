import { z } from "zod";
import type { Polled } from "../engine.ts";
import { isObject, reasonOf, wordsAbout } from "./refusal.ts";

/** The service's replies, parsed for what is needed and tolerant in everything else. */

const submittedSchema = z.object({ request_id: z.string().min(1).max(200) });
const statusSchema = z.object({
  status: z.string().max(200),
  queue_position: z.unknown().optional(),
});
const resultSchema = z.object({
  status: z.string().max(200),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  cost: z.unknown().optional(),
});
const cancelledSchema = z.object({
  status: z.unknown().optional(),
  outcome: z.unknown().optional(),
});
const balanceSchema = z.object({
  balance_usd: z.unknown().optional(),
  balance_microdollars: z.unknown().optional(),
});

const queued: ReadonlySet<string> = new Set(["in_queue", "pending", "waiting", "queued"]);
const atWork: ReadonlySet<string> = new Set(["in_progress", "starting", "processing", "running"]);
const cancelled: ReadonlySet<string> = new Set(["cancelled", "canceled"]);
/** Words of the status call after which only the result knows more. */
const stopped: ReadonlySet<string> = new Set(["completed", "succeeded", "failed"]);

export function readSubmitted(body: unknown): string | undefined {
  const parsed = submittedSchema.safeParse(body);
  return parsed.success ? parsed.data.request_id : undefined;
}

/** How a job stands, or that the result has to be asked; undefined for garbage. */
export function readStatus(body: unknown): Polled | "askResult" | undefined {
  const parsed = statusSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { status, queue_position: position } = parsed.data;
  return stopped.has(status) ? "askResult" : standing(status, position);
}

export function readResult(body: unknown, scrub: (text: string) => string): Polled | undefined {
  const parsed = resultSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { status, output, error, cost } = parsed.data;
  if (status === "failed") {
    const reason = reasonOf("generationFailed", wordsAbout(error, scrub));
    return { state: "failed", reason, cost: amountOf(cost) };
  }
  if (status !== "succeeded") return standing(status, undefined);
  const video = videoOf(output);
  return video === undefined
    ? { state: "failed", reason: reasonOf("noOutput", undefined), cost: amountOf(cost) }
    : { state: "succeeded", output: video, cost: amountOf(cost) };
}

/** A word that we do not know means that it goes on, as far as we can tell. */
function standing(word: string, position: unknown): Polled {
  if (queued.has(word)) return { state: "inQueue", position: positionOf(position) };
  if (atWork.has(word)) return { state: "running" };
  if (cancelled.has(word)) return { state: "cancelled" };
  return { state: "running", word };
}

export function readCancelled(body: unknown): "cancelled" | "notCancellable" | undefined {
  const parsed = cancelledSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { outcome, status } = parsed.data;
  if (outcome === "cancelled") return "cancelled";
  if (outcome === "not_cancellable") return "notCancellable";
  return typeof status === "string" && cancelled.has(status) ? "cancelled" : undefined;
}

/** USD; null when the service does not say it in a way that we know. */
export function readBalance(body: unknown): number | null {
  const parsed = balanceSchema.safeParse(body);
  if (!parsed.success) return null;
  const micro = numberOf(parsed.data.balance_microdollars);
  return numberOf(parsed.data.balance_usd) ?? (micro === null ? null : micro / 1e6);
}

const numberOf = (value: unknown): number | null => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
};

const amountOf = (cost: unknown): number | null => {
  const amount = numberOf(cost);
  return amount !== null && amount >= 0 ? amount : null;
};

const positionOf = (position: unknown): number | null => {
  const number = numberOf(position);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
};

/** The video's address in any of the forms that `output` is known to take. */
function videoOf(output: unknown): string | undefined {
  if (typeof output === "string") return addressOf(output);
  if (Array.isArray(output)) return first(output);
  if (!isObject(output)) return undefined;
  const { video, videos, url } = output;
  return videoOf(video) ?? (Array.isArray(videos) ? first(videos) : undefined) ?? addressOf(url);
}

const first = (list: readonly unknown[]): string | undefined =>
  list.map((item) => (isObject(item) ? addressOf(item["url"]) : addressOf(item))).find(Boolean);

const addressOf = (value: unknown): string | undefined =>
  typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? value
    : undefined;
