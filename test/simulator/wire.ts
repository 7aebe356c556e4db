import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import type { Delivery } from "./replies.ts";
import type { World } from "./world.ts";

/** The whole body as text. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

/** Parsed JSON, or the text itself where it is none; undefined when empty. */
export const parseBody = (text: string): unknown => {
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
};

/** Sends an answer at the pace and with the flaws of its delivery. */
export const send = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> => {
  if (answer === "broken") return void response.destroy();
  const body = Buffer.from(answer.body);
  const { delivery = {} } = answer;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(delivery.noLength === true ? {} : { "content-length": delivery.claimBytes ?? body.length }),
  });
  if (request.method === "HEAD") return void response.end();
  await deliver(world, response, body, delivery);
};

const deliver = async (
  world: World,
  response: ServerResponse,
  body: Buffer,
  { cutAfter, holdAfter, chunkBytes, everySeconds }: Delivery,
): Promise<void> => {
  const end = Math.min(cutAfter ?? body.length, body.length);
  const step = chunkBytes ?? body.length;
  const pause = Math.min(holdAfter ?? body.length, body.length);
  const gone = once(response, "close");
  for (let at = 0; at < end && !response.destroyed;) {
    // A held delivery stops exactly at its byte.
    const next = Math.min(end, at + step, at < pause ? pause : end);
    // Before the bytes leave: who has read them may release or advance at once.
    const goOn = Promise.all([
      next === holdAfter ? world.held() : undefined,
      next < end ? world.clock.wait((everySeconds ?? 0) * 1000) : undefined,
    ]);
    await Promise.race([write(response, body.subarray(at, next)), gone]);
    await goOn;
    at = next;
  }
  if (cutAfter === undefined) response.end();
  else response.destroy();
};

/** Waits until the bytes have left, so that a cut does not swallow them. */
const write = (response: ServerResponse, bytes: Buffer): Promise<void> =>
  new Promise((sent) => {
    response.write(bytes, () => sent());
  });
