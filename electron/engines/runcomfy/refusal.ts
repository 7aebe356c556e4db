import type { Reason } from "../../../shared/jobs/job.ts";

/** What stands in an answer, whether the service or a gateway in front of it has written it. */
export interface Answer {
  readonly status: number;
  /** Undefined when the body is not a JSON object. */
  readonly body: { readonly [field: string]: unknown } | undefined;
  /** The service's code of an error, such as 400002. */
  readonly errorCode: number | undefined;
  /** Its own words for it, without the token. */
  readonly words: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** @param now Milliseconds since 1970, for a `Retry-After` that is a date. */
export function readAnswer(reply: RawReply, scrub: (text: string) => string, now: number): Answer {
  const body = parseObject(reply.text);
  const errorCode = body && codeOf(body);
  const isError = reply.status >= 300 || errorCode !== undefined || body === undefined;
  const words = isError ? (body ? wordsOf(body) : titleOf(reply.text)) : undefined;
  return {
    status: reply.status,
    body,
    errorCode,
    words: words && shorten(scrub(words)),
    retryAfter: readRetryAfter(reply.headers.get("retry-after"), now),
  };
}

/** Words about a thing, made presentable: strings as they are, anything else as JSON. */
export function wordsAbout(value: unknown, scrub: (text: string) => string): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const inside = isObject(value) ? wordsOf(value) : undefined;
  return shorten(scrub(typeof value === "string" ? value : (inside ?? JSON.stringify(value))));
}

/** As a reason with words only where there are any. */
export const reasonOf = (code: string, words: string | undefined): Reason => ({
  code,
  ...(words !== undefined && { words }),
});

export function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Answer["body"] {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(body: { readonly [field: string]: unknown }): number | undefined {
  const code = Number(body["error_code"] ?? body["code"]);
  return Number.isInteger(code) && code >= 100_000 ? code : undefined;
}

function wordsOf(body: { readonly [field: string]: unknown }): string | undefined {
  for (const field of ["error_message", "message", "error", "detail"]) {
    const value = body[field];
    if (typeof value === "string" && value !== "") return value;
    if (Array.isArray(value) && value.length > 0) return value.map(wordsOfDetail).join("\n");
    if (isObject(value)) return wordsOf(value) ?? JSON.stringify(value);
  }
  return undefined;
}

/** One of a list of `{loc, msg, type}`. */
function wordsOfDetail(detail: unknown): string {
  if (!isObject(detail)) return typeof detail === "string" ? detail : JSON.stringify(detail);
  const { loc, msg } = detail;
  if (typeof msg !== "string") return JSON.stringify(detail);
  const place = Array.isArray(loc) ? loc.filter((step) => step !== "body").join(".") : "";
  return place === "" ? msg : `${place}: ${msg}`;
}

const titleOf = (html: string): string | undefined =>
  /<title>([^<]{1,200})<\/title>/i.exec(html)?.[1]?.trim();

const longest = 2000;
const shorten = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** The service's own codes, where they mean the same in every call. */
const byErrorCode: ReadonlyMap<number, string> = new Map([
  [400002, "noBalance"],
  [400004, "tokenRefused"],
  [403001, "notYours"],
]);

/** The HTTP status that an error code belongs to: official clients take a 200 with a code as an error, too. */
const statusOf = ({ status, errorCode }: Answer): number =>
  errorCode !== undefined && status < 300 ? Math.floor(errorCode / 1000) : status;

/** Statuses after which a POST was certainly not accepted. */
const notAccepted: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 413, 415, 422, 429,
]);

/**
 * Why a POST was refused.
 *
 * @returns Undefined when it is not clear that it was refused.
 */
export function refusalOfPost(answer: Answer): Reason | undefined {
  const status = statusOf(answer);
  if (!notAccepted.has(status)) return undefined;
  return reasonOf(postCode(answer, status), answer.words);
}

function postCode({ errorCode }: Answer, status: number): string {
  if (errorCode === 400001) return "unknownModel";
  const known = errorCode === undefined ? undefined : byErrorCode.get(errorCode);
  if (known !== undefined) return known;
  const codes: Record<number, string> = {
    401: "tokenRefused",
    402: "noBalance",
    403: "forbidden",
    404: "unknownModel",
    429: "tooManyRequests",
  };
  return codes[status] ?? "invalidRequest";
}

/** What a GET by request id met: an end of the matter, or something that passes. */
export type Hindrance = {
  readonly reason: Reason;
  readonly passing: boolean;
  readonly retryAfter?: number;
};

/** Only the service's own words end the watching of a paid job; a gateway's page or garbage never does. */
export function hindranceOfGet(answer: Answer): Hindrance | undefined {
  const status = statusOf(answer);
  if (status >= 200 && status < 300 && answer.body !== undefined) return undefined;
  const { errorCode, words, body, retryAfter } = answer;
  const final = finalCode(errorCode, status, body !== undefined);
  if (final !== undefined) return { reason: reasonOf(final, words), passing: false };
  return {
    reason: reasonOf(passingCode(errorCode, status), words),
    passing: true,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function finalCode(errorCode: number | undefined, status: number, isJson: boolean) {
  if (errorCode === 400001) return "unknownRequest";
  if (errorCode === 403001) return "notYours";
  if (errorCode === 404001 || (errorCode === undefined && status === 404 && isJson)) {
    return "expired";
  }
  return undefined;
}

function passingCode(errorCode: number | undefined, status: number): string {
  const known = errorCode === undefined ? undefined : byErrorCode.get(errorCode);
  if (known !== undefined) return known;
  if (status === 401) return "tokenRefused";
  if (status === 429) return "tooManyRequests";
  return status === 408 || status >= 500 ? "serviceDown" : "garbledAnswer";
}
