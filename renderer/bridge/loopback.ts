import type { Bridge } from "../../shared/ipc/contract.ts";
import { hearEvents } from "./events.ts";

/**
 * The contract over http, for the program served to a browser. The key comes in the address' fragment, is exchanged
 * once for a cookie of this browser, and is taken out of the address bar at once.
 */
export function loopbackBridge(): Bridge {
  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  const session = openSession();
  return {
    call: async (name, input) => {
      await session;
      const response = await request(`/call/${name}`, input);
      return response ?? { ok: false, error: { code: "connectionLost" } };
    },
    subscribe: (listener, onOpen) => {
      const closed = new AbortController();
      void session.then(() => hearEvents({ listener, onOpen, isEnded, closed: closed.signal }));
      return () => closed.abort();
    },
  };
}

async function openSession(): Promise<void> {
  const key = new URLSearchParams(location.hash.slice(1)).get("key");
  if (key === null) return;
  await request("/session", { key });
  history.replaceState(null, "", location.pathname);
}

/** What a page sends as it goes is cut off unless it asks to outlive the page, which is granted to small bodies. */
let leaving = false;
const lastingCharacters = 20_000;

const ended = { ok: false, error: { code: "sessionEnded" } } as const;
const isEnded = async (): Promise<boolean> => (await request("/call/app.info", {})) === ended;

/** The decoded answer, or undefined when the program behind the page cannot be reached. */
async function request(path: string, body: unknown): Promise<unknown> {
  try {
    const text = JSON.stringify(body);
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: text,
      keepalive: leaving && text.length <= lastingCharacters,
    });
    if (response.status === 401) return ended;
    return response.status === 204 ? {} : await response.json();
  } catch {
    return undefined;
  }
}
