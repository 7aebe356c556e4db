import { Readable } from "node:stream";
import { protocol } from "electron";
import type { Backend } from "./backend/backend.ts";
import { respondWithFile, type MediaReply } from "./backend/media.ts";
import { pageHeaders } from "./hosts/contentPolicy.ts";
import { readPageFile } from "./hosts/pageFiles.ts";

export const appScheme = "app";
const mediaScheme = "media";
/** Both schemes have this one host. */
export const appHost = "shotgraph";
export const pageAddress = `${appScheme}://${appHost}/`;
/** Put before `<take id>/<name>`. */
export const mediaBase = `${mediaScheme}://${appHost}/`;

/** Must be called before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: mediaScheme, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Answers the two schemes: the built window with its content security policy, and the files of takes in ranges. */
export function handleSchemes(backend: Backend, rendererFolder: string): void {
  protocol.handle(appScheme, (request) => answerPage(rendererFolder, new URL(request.url)));
  protocol.handle(mediaScheme, (request) => answerTake(backend, request));
}

const notFound = (): Response => new Response(null, { status: 404 });

async function answerPage(folder: string, url: URL): Promise<Response> {
  const file = url.host === appHost ? await readPageFile(folder, url.pathname) : null;
  if (!file) return notFound();
  return new Response(new Uint8Array(file.content), {
    headers: { ...pageHeaders(`${mediaScheme}:`), "content-type": file.type },
  });
}

async function answerTake(backend: Backend, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [takeId = "", name = "", ...more] = url.pathname.slice(1).split("/");
  const isOne = url.host === appHost && more.length === 0;
  const file = isOne ? await backend.takeFile(takeId, name) : null;
  if (file === null) return notFound();
  const method = request.method === "HEAD" ? "HEAD" : "GET";
  return toResponse(await respondWithFile(file, request.headers.get("range"), method));
}

function toResponse({ status, headers, body }: MediaReply): Response {
  return new Response(body && Readable.toWeb(body), {
    status,
    // The page has another scheme, so to the browser it is another site.
    headers: { ...headers, "cross-origin-resource-policy": "cross-origin" },
  });
}
