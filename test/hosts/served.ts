import { mkdirSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { createBackend, type Backend } from "../../electron/backend/backend.ts";
import { createNodeHost } from "../../electron/hosts/nodeHost.ts";
import { startServer } from "../../electron/hosts/serve/server.ts";
import { openSessions } from "../../electron/hosts/serve/sessions.ts";
import { answerSchema, eventSchema, type AppEvent } from "../../shared/ipc/contract.ts";
import { testFolder } from "../backend/folder.ts";

export const page = "<!doctype html><title>Shotgraph</title>";

export interface Served {
  readonly backend: Backend;
  readonly origin: string;
  readonly key: string;
  readonly folder: string;
}

/** The whole program over http, with a page of two files; ends with the test. */
export async function serve(): Promise<Served> {
  const folder = testFolder();
  const renderer = join(folder, "renderer");
  mkdirSync(join(renderer, "assets"), { recursive: true });
  writeFileSync(join(renderer, "index.html"), page);
  writeFileSync(join(renderer, "assets", "main-abc.js"), "export {};");
  const backend = await createBackend(createNodeHost(join(folder, "data")));
  const sessions = openSessions(join(folder, "sessions.json"));
  const server = await startServer(backend, renderer, { port: 0, sessions });
  onTestFinished(async () => {
    await server.close();
    await backend.close();
  });
  const [origin = "", key = ""] = server.address.split("/#key=");
  return { backend, origin, key, folder };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as it stands: `fetch` would resolve paths and refuse to set `Host`. */
export function ask(origin: string, path: string, { method = "GET", headers, body }: Asked = {}) {
  const { hostname, port } = new URL(origin);
  return new Promise<Reply>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { ...headers } }, (response) => {
      const { statusCode: status = 0, headers: given } = response;
      text(response).then((content) => resolve({ status, headers: given, body: content }), reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const json = { "content-type": "application/json" };

/** A browser that has shown the key. */
export async function openSession({ origin, key }: Served) {
  const body = JSON.stringify({ key });
  const reply = await ask(origin, "/session", { method: "POST", headers: json, body });
  const cookie = (reply.headers["set-cookie"]?.[0] ?? "").split(";", 1)[0] ?? "";
  return {
    cookie,
    call: async (name: string, input: unknown) => {
      const headers = { ...json, cookie };
      const sent = { method: "POST", headers, body: JSON.stringify(input) };
      return answerSchema.parse(JSON.parse((await ask(origin, `/call/${name}`, sent)).body));
    },
    /** Listens until the test ends; `next` gives the first event, past or to come, of a kind. */
    listen: async () => listen(origin, cookie),
  };
}

async function listen(origin: string, cookie: string) {
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const response = await fetch(`${origin}/events`, { headers: { cookie }, signal: closing.signal });
  const heard: AppEvent[] = [];
  const waiting = new Set<() => void>();
  void readEvents(response, (event) => {
    heard.push(event);
    for (const look of waiting) look();
  }).catch(() => undefined);
  return {
    type: response.headers.get("content-type"),
    next: <K extends AppEvent["event"]>(kind: K) =>
      new Promise<Extract<AppEvent, { event: K }>>((resolve) => {
        const look = (): void => {
          const found = heard.find(
            (event): event is Extract<AppEvent, { event: K }> => event.event === kind,
          );
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function readEvents(response: Response, tell: (event: AppEvent) => void): Promise<void> {
  if (!response.body) throw new Error("There is no stream of events");
  let rest = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + chunk).split("\n\n");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      if (message.startsWith("data: ")) tell(eventSchema.parse(JSON.parse(message.slice(6))));
    }
  }
}
