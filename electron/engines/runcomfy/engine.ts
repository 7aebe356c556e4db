import { AppError } from "../../backend/appError.ts";
import { realClock, type Clock } from "../../backend/jobs/clock.ts";
import type { Reason } from "../../../shared/jobs/job.ts";
import type { Engine, Polled, Submitted } from "../engine.ts";
import { addressesOf, realBase, type Addresses } from "./address.ts";
import { download } from "./download.ts";
import { callHttp, type Asked, type Got } from "./http.ts";
import { hindranceOfGet, readAnswer, reasonOf, refusalOfPost, type Answer } from "./refusal.ts";
import { readBalance, readCancelled, readResult, readStatus, readSubmitted } from "./replies.ts";

export interface RunComfyOptions {
  /** Called for every request, so that a new token holds at once. */
  readonly token: () => string | undefined;
  /** Default: the real service. Plain http only on this computer. */
  readonly base?: string;
  readonly clock?: Clock;
  /** Bytes of a video that is still fetched; 2 GiB by default. */
  readonly largestFile?: number | undefined;
}

export interface RunComfy extends Engine {
  /**
   * What the account has, in USD; null when the answer does not say it.
   *
   * @throws AppError with the reason's code and the service's words.
   */
  readonly balance: (signal?: AbortSignal) => Promise<{ usd: number | null }>;
}

const postTimeout = 90_000;
const getTimeout = 20_000;

interface Service {
  readonly clock: Clock;
  readonly addresses: Addresses;
  readonly call: (asked: Omit<Asked, "token">) => Promise<Got | "noToken">;
  readonly read: (got: Extract<Got, { kind: "reply" }>) => Answer;
  readonly scrub: (text: string) => string;
}

/**
 * The RunComfy Model API. A POST is sent once and never again; every GET is free. The token is asked for at each call, goes
 * to the API alone and is taken out of whatever words come back.
 *
 * @throws AppError `badApiBase`.
 */
export function createRuncomfyEngine(options: RunComfyOptions): RunComfy {
  const clock = options.clock ?? realClock;
  const addresses = addressesOf(options.base ?? realBase);
  const { largestFile } = options;
  const scrub = (text: string): string => {
    const token = options.token();
    return token ? text.replaceAll(token, "•••") : text;
  };
  const service: Service = {
    clock,
    addresses,
    scrub,
    call: async (asked) => {
      const token = options.token();
      return token ? callHttp(clock, { ...asked, token }) : "noToken";
    },
    read: (got) => readAnswer(got, scrub, clock.now()),
  };
  return {
    id: "runcomfy",
    paid: true,
    submit: (submission, signal) => submit(service, submission, signal),
    poll: (requestId, _submission, signal) => poll(service, requestId, signal),
    cancel: (requestId) => cancel(service, requestId),
    fetch: (_requestId, output, file, watch) =>
      download({ clock, isFileHost: addresses.isFileHost, largestFile }, output, file, watch),
    balance: (signal) => balance(service, signal),
  };
}

async function submit(
  service: Service,
  { model, input }: Parameters<Engine["submit"]>[0],
  signal: AbortSignal,
): Promise<Submitted> {
  const url = service.addresses.submit(model);
  const body = JSON.stringify(input);
  const got = await service.call({ method: "POST", url, body, timeout: postTimeout, signal });
  if (got === "noToken") return { outcome: "refused", reason: { code: "tokenMissing" } };
  if (got.kind === "notSent") return { outcome: "refused", reason: { code: "network" } };
  if (got.kind === "noAnswer") return { outcome: "unknown", reason: { code: "answerLost" } };
  const answer = service.read(got);
  const isGood = answer.status >= 200 && answer.status < 300;
  const requestId = isGood ? readSubmitted(answer.body) : undefined;
  if (requestId !== undefined) return { outcome: "accepted", requestId };
  const reason = refusalOfPost(answer);
  if (reason === undefined) return { outcome: "unknown", reason: doubtOf(answer) };
  const { retryAfter } = answer;
  return { outcome: "refused", reason, ...(retryAfter !== undefined && { retryAfter }) };
}

const doubtOf = ({ status, words }: Answer): Reason =>
  reasonOf(status === 408 || status >= 500 ? "serviceDown" : "garbledAnswer", words);

async function poll(service: Service, requestId: string, signal: AbortSignal): Promise<Polled> {
  const status = await get(service, service.addresses.status(requestId), signal);
  if ("state" in status) return status;
  const standing = readStatus(status.body);
  if (standing === undefined) return garbled;
  if (standing !== "askResult") return standing;
  const result = await get(service, service.addresses.result(requestId), signal);
  if ("state" in result) return result;
  return readResult(result.body, service.scrub) ?? garbled;
}

const garbled: Polled = { state: "trouble", reason: { code: "garbledAnswer" } };

/** The body of a good answer, or what there is to say instead. */
async function get(
  service: Service,
  url: URL,
  signal: AbortSignal,
): Promise<Polled | { readonly body: unknown }> {
  const got = await service.call({ method: "GET", url, timeout: getTimeout, signal });
  if (got === "noToken") return { state: "trouble", reason: { code: "tokenMissing" } };
  if (got.kind !== "reply") return { state: "trouble", reason: silence(got) };
  const answer = service.read(got);
  const hindrance = hindranceOfGet(answer);
  if (hindrance === undefined) return { body: answer.body };
  const { reason, passing, retryAfter } = hindrance;
  if (!passing) return { state: "failed", reason, cost: null };
  return { state: "trouble", reason, ...(retryAfter !== undefined && { retryAfter }) };
}

const silence = (got: Exclude<Got, { kind: "reply" }>): Reason => ({
  code: got.kind === "noAnswer" && got.because === "timeout" ? "timeout" : "network",
});

async function cancel(
  service: Service,
  requestId: string,
): Promise<"cancelled" | "notCancellable"> {
  const answer = await ask(service, "POST", service.addresses.cancel(requestId));
  const outcome = readCancelled(answer.body);
  if (outcome === undefined) throw new AppError("garbledAnswer");
  return outcome;
}

async function balance(service: Service, signal?: AbortSignal): Promise<{ usd: number | null }> {
  const answer = await ask(service, "GET", service.addresses.balance, signal);
  return { usd: readBalance(answer.body) };
}

/** A call that the user waits for: whatever is wrong is thrown. */
async function ask(
  service: Service,
  method: Asked["method"],
  url: URL,
  signal?: AbortSignal,
): Promise<Answer> {
  const got = await service.call({ method, url, timeout: getTimeout, ...(signal && { signal }) });
  if (got === "noToken") throw new AppError("tokenMissing");
  if (got.kind !== "reply") throw new AppError(silence(got).code);
  const answer = service.read(got);
  const hindrance = hindranceOfGet(answer);
  if (hindrance === undefined) return answer;
  throw new AppError(hindrance.reason.code, {}, hindrance.reason.words);
}
