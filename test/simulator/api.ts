import type { IncomingMessage, ServerResponse } from "node:http";
import { answer } from "./answer.ts";
import type { Call, Subject } from "./faults.ts";
import type { Log, Seen } from "./log.ts";
import { json, refusal } from "./replies.ts";
import type { Reply } from "./replies.ts";
import { balance } from "./routes/balance.ts";
import { jobOfPath, sendFile } from "./routes/files.ts";
import { listModels } from "./routes/models.ts";
import { cancel, result, status } from "./routes/requests.ts";
import { submit } from "./routes/submit.ts";
import type { Route } from "./routes/visit.ts";
import { parseBody, readBody, send } from "./wire.ts";
import { subjectOf } from "./world.ts";
import type { World } from "./world.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Entry = {
  readonly call: Call;
  readonly method: string;
  readonly path: RegExp;
  readonly route: Route;
};

/** Every call of the API; ids go into the path as they are, slashes too. */
const entries: readonly Entry[] = [
  { call: "submit", method: "POST", path: /^\/v1\/models\/(.+)$/, route: submit },
  { call: "models", method: "GET", path: /^\/v1\/models(?:\/(.+))?$/, route: listModels },
  { call: "status", method: "GET", path: /^\/v1\/requests\/([^/]+)\/status$/, route: status },
  { call: "result", method: "GET", path: /^\/v1\/requests\/([^/]+)\/result$/, route: result },
  { call: "cancel", method: "POST", path: /^\/v1\/requests\/([^/]+)\/cancel$/, route: cancel },
  { call: "balance", method: "GET", path: /^\/prod\/v2\/balance$/, route: balance },
];

export const handleApi =
  (world: World, log: Log): Handler =>
  async (request, response) => {
    const body = parseBody(await readBody(request));
    const url = new URL(request.url ?? "/", "http://simulator");
    const entry = entries.find(
      (one) => one.method === request.method && one.path.test(url.pathname),
    );
    const id = entry?.path.exec(url.pathname)?.[1] ?? "";
    const subject = subjectFor(world, entry?.call, id);
    const seen = note(world, request, {
      server: "api",
      call: entry?.call ?? "unknown",
      body,
      subject,
    });
    log.add(seen);
    const given = entry
      ? await answer(world, world.script.forCall(entry.call, subject), () =>
          visit(world, entry.route, seen, { id, query: url.searchParams, body }),
        )
      : json(404, { detail: "Not Found" });
    seen.answered = given === "broken" ? given : given.status;
    await send(world, request, response, given);
  };

const subjectFor = (world: World, call: Call | undefined, id: string): Subject =>
  call === "submit" || call === "models" ? { model: id } : subjectOf(world.job(id));

const visit = (
  world: World,
  route: Route,
  { authorization }: Seen,
  asked: { id: string; query: URLSearchParams; body: unknown },
): Reply => {
  const owner = world.accounts.ownerOf(/^Bearer (\S+)$/.exec(authorization ?? "")?.[1]);
  if (owner === undefined) return refusal(world.settings.errorShape, 400004);
  return route(world, { owner, ...asked });
};

/** The file host: public, and on an origin of its own, so that a token sent there is noticed. */
export const handleFiles =
  (world: World, log: Log): Handler =>
  async (request, response) => {
    const path = new URL(request.url ?? "/", "http://files").pathname;
    const subject = subjectOf(jobOfPath(world, path));
    const seen = note(world, request, {
      server: "files",
      call: "download",
      body: undefined,
      subject,
    });
    log.add(seen);
    const { range, "if-range": ifRange } = request.headers;
    const given = await answer(world, world.script.forCall("download", subject), () =>
      sendFile(
        world,
        { path, range, ifRange: typeof ifRange === "string" ? ifRange : undefined },
        world.script.forDownload(subject),
      ),
    );
    seen.answered = given === "broken" ? given : given.status;
    await send(world, request, response, given);
  };

const note = (
  world: World,
  request: IncomingMessage,
  what: Pick<Seen, "server" | "call" | "body"> & { subject: Subject },
): Seen => {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const { subject, ...rest } = what;
  return {
    ...rest,
    ...subject,
    method: request.method ?? "",
    path,
    query,
    headers: request.headers,
    authorization: request.headers.authorization,
    at: world.clock.now(),
  };
};
