import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Backend } from "../../backend/backend.ts";
import { respondWithFile } from "../../backend/media.ts";
import { pageHeaders } from "../contentPolicy.ts";
import { readPageFile } from "../pageFiles.ts";
import { createGuard, type Guard } from "./guard.ts";
import { streamEvents } from "./events.ts";
import type { Sessions } from "./sessions.ts";

/*
 * The contract over loopback http. `KEY` is in the fragment of the printed address.
 *
 *   POST /session         {"key": KEY}   204 and a cookie (HttpOnly, SameSite=Strict), or 401. Everything below but the
 *                                        page itself asks for that cookie, and answers 401 without it. The cookie
 *                                        holds at the next start, too, for a page that is still open then.
 *   POST /call/<name>     the input      200 and an `Answer`, as JSON, whatever became of the call.
 *   GET  /events                         Server-sent events: each `data:` is one `AppEvent` as JSON. A reader that was
 *                                        away for a while has missed events: it lists jobs and takes again.
 *   GET  /media/<take>/<name>            A file of a take, whole or the range that is asked for.
 *   GET  /…                              The built window.
 *
 * Bodies are `application/json` of at most 20 MB. Requests for another host or from a page of another origin: 403.
 */

const bodyLimit = 20_000_000;
const sessionSchema = z.object({ key: z.string().max(200) });

export interface RunningServer {
  /** With the key in its fragment. */
  readonly address: string;
  /** Ends every connection; the backend goes on. */
  readonly close: () => Promise<void>;
}

export interface Doors {
  /** 0 for any free one. */
  readonly port: number;
  readonly sessions: Sessions;
}

interface Context {
  readonly backend: Backend;
  readonly rendererFolder: string;
  readonly guard: Guard;
}

/**
 * Serves the program on 127.0.0.1.
 *
 * @throws What listening throws, e.g. with the code `EADDRINUSE`.
 */
export async function startServer(
  backend: Backend,
  rendererFolder: string,
  { port, sessions }: Doors,
): Promise<RunningServer> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const bound = portOf(server);
  const context = { backend, rendererFolder, guard: createGuard(bound, sessions) };
  server.on("request", (request, response) => void answer(context, request, response));
  return {
    address: `http://127.0.0.1:${bound}/#key=${context.guard.key}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}

async function answer(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await route(context, request, response);
  } catch (error) {
    // A browser that goes away in the middle of a film is no failure.
    if (!request.destroyed) context.backend.log.error(`${request.method} ${request.url}`, error);
    if (response.headersSent) response.destroy();
    else end(response, 500, "Something went wrong: the log of Shotgraph has the details.");
  }
}

async function route(context: Context, request: IncomingMessage, response: ServerResponse) {
  const { guard, backend } = context;
  if (!guard.isOwn(request)) return end(response, 403, "This address is for Shotgraph's own page.");
  const path = pathOf(request);
  const [, first = "", ...rest] = path.split("/");

  if (request.method === "POST" && path === "/session")
    return openSession(guard, request, response);
  if (["call", "events", "media"].includes(first) && !guard.hasSession(request)) {
    return end(response, 401, "Open the address that Shotgraph printed when it started.");
  }
  if (request.method === "POST" && first === "call" && rest.length === 1) {
    return answerCall(backend, rest[0] ?? "", request, response);
  }
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "No.");
  if (path === "/events") return streamEvents(backend, response);
  if (first === "media") return sendTake(backend, rest, request, response);
  return sendPage(context.rendererFolder, path, response);
}

/** Without the query; never resolved, so that no `..` is taken away before it is looked at. */
const pathOf = ({ url = "/" }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? "/";

async function openSession(guard: Guard, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(request);
  const parsed = sessionSchema.safeParse(body.ok ? body.value : undefined);
  const cookie = parsed.success ? guard.openSession(parsed.data.key) : null;
  if (cookie === null) return end(response, 401, "This is not the key of this Shotgraph.");
  response.writeHead(204, { "set-cookie": cookie, "cache-control": "no-store" }).end();
}

async function answerCall(
  backend: Backend,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readJson(request);
  if (!body.ok) return end(response, body.status, body.words);
  const value = await backend.dispatch(name, body.value);
  response
    .writeHead(200, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(value));
}

type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly words: string };

async function readJson(request: IncomingMessage): Promise<Body> {
  // A form of another page can send text, never this type without asking first.
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    return { ok: false, status: 415, words: "A call is JSON." };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) return { ok: false, status: 413, words: "A call has at most 20 MB." };
    chunks.push(bytes);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { ok: false, status: 400, words: "This is not JSON." };
  }
}

async function sendTake(
  backend: Backend,
  [takeId = "", name = "", ...more]: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const file = more.length === 0 ? await backend.takeFile(takeId, name) : null;
  if (file === null) return end(response, 404, "There is no such take.");
  const range = request.headers.range ?? null;
  const reply = await respondWithFile(file, range, request.method === "HEAD" ? "HEAD" : "GET");
  response.writeHead(reply.status, {
    ...reply.headers,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  if (reply.body) await pipeline(reply.body, response);
  else response.end();
}

async function sendPage(folder: string, path: string, response: ServerResponse) {
  const file = await readPageFile(folder, path);
  if (!file) return end(response, 404, "There is no such page.");
  response
    .writeHead(200, {
      ...pageHeaders(),
      "content-type": file.type,
      "content-length": file.content.length,
      "cache-control": file.isLasting ? "public, max-age=31536000, immutable" : "no-store",
    })
    .end(response.req.method === "HEAD" ? undefined : file.content);
}

function end(response: ServerResponse, status: number, words: string): void {
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
    .end(`${words}\n`);
}
