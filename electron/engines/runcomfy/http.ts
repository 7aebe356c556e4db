import type { Clock } from "../../backend/jobs/clock.ts";
import { wasNeverSent } from "./neverSent.ts";

/** What came of one HTTP call. */
export type Got =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
    }
  /** The connection could not be made: nothing was sent. */
  | { readonly kind: "notSent" }
  /** No whole answer: what was sent may have arrived. */
  | { readonly kind: "noAnswer"; readonly because: "network" | "timeout" | "stopped" };

export interface Asked {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly token: string;
  readonly body?: string;
  /** Milliseconds for the whole call, the answer's body included. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** More than any answer of the service: it can echo an input with pictures in it. */
const longestReply = 96 * 1024 * 1024;

/** One call, without a second try and without following a redirect: both could send a paid request twice. */
export async function callHttp(clock: Clock, asked: Asked): Promise<Got> {
  const timeout = new AbortController();
  const stopTimer = clock.setTimer(asked.timeout, () => timeout.abort());
  const signal = AbortSignal.any([timeout.signal, ...(asked.signal ? [asked.signal] : [])]);
  try {
    const response = await fetch(asked.url, {
      method: asked.method,
      headers: {
        accept: "application/json",
        authorization: `Bearer ${asked.token}`,
        ...(asked.body !== undefined && { "content-type": "application/json" }),
      },
      body: asked.body ?? null,
      redirect: "manual",
      signal,
    });
    const text = await readText(response);
    return { kind: "reply", status: response.status, headers: response.headers, text };
  } catch (error) {
    if (asked.signal?.aborted) return { kind: "noAnswer", because: "stopped" };
    if (timeout.signal.aborted) return { kind: "noAnswer", because: "timeout" };
    return wasNeverSent(error) ? { kind: "notSent" } : { kind: "noAnswer", because: "network" };
  } finally {
    stopTimer();
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestReply) throw new Error("The answer does not end");
  }
  return text + decoder.decode();
}
