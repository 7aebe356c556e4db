import { EventEmitter, once } from "node:events";

/** What the stand-in says to Chromium: the DevTools protocol, one session for each page. */
export interface Session {
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  readonly on: (method: string, listener: (params: Record<string, unknown>) => void) => void;
}

export interface Browser extends Session {
  /** A session with one page. */
  readonly attach: (targetId: string) => Promise<Session>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

export async function connect(address: string): Promise<Browser> {
  const socket = new WebSocket(address);
  await once(socket, "open");
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  const events = new EventEmitter().setMaxListeners(0);
  let last = 0;

  socket.addEventListener("message", ({ data }) => {
    const { id, method, params, result, error, sessionId }: Message = JSON.parse(String(data));
    if (method !== undefined) events.emit(`${sessionId ?? ""} ${method}`, params ?? {});
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result ?? {});
  });
  // The test closes the browser when it has finished: what was asked last is not answered any more.
  socket.addEventListener("close", () => waiting.clear());

  const session = (sessionId?: string): Session => ({
    send: (method, params = {}) => {
      last += 1;
      const asked = Promise.withResolvers<Record<string, unknown>>();
      waiting.set(last, asked);
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId && { sessionId }) }));
      return asked.promise;
    },
    on: (method, listener) => void events.on(`${sessionId ?? ""} ${method}`, listener),
  });
  const browser = session();
  return {
    ...browser,
    attach: async (targetId) => {
      const { sessionId } = await browser.send("Target.attachToTarget", {
        targetId,
        flatten: true,
      });
      return session(String(sessionId));
    },
  };
}
