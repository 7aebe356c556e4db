import { life } from "./life.ts";

type Handler = (request: Request) => Promise<Response> | Response;
interface Privileged {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}

const handlers = new Map<string, Handler>();
let privileged: readonly Privileged[] | undefined;

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly Privileged[]): void => {
    if (life.isReady)
      throw new Error("protocol.registerSchemesAsPrivileged must be called before ready");
    if (privileged) throw new Error("protocol.registerSchemesAsPrivileged must be called once");
    privileged = schemes;
  },
  handle: (scheme: string, handler: Handler): void => {
    life.needReady("protocol.handle");
    handlers.set(scheme, handler);
  },
};

/** The app's own answer to an address; undefined when it has none. Video needs a scheme that may stream. */
export async function answerScheme(
  url: string,
  { method, headers }: { readonly method: string; readonly headers: Record<string, string> },
): Promise<Response | undefined> {
  const scheme = new URL(url).protocol.slice(0, -1);
  const rights = privileged?.find((each) => each.scheme === scheme)?.privileges;
  const handler = handlers.get(scheme);
  const asksForRange = Object.keys(headers).some((name) => name.toLowerCase() === "range");
  if (!handler || rights?.["standard"] !== true || rights["secure"] !== true) return undefined;
  if (asksForRange && rights["stream"] !== true) return undefined;
  return handler(new Request(url, { method, headers }));
}
