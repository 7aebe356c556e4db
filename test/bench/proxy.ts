import { createServer, request as forward, type ServerResponse } from "node:http";

/**
 * Stands before the served program and passes everything through, but sends events of its own on `/events`: the page
 * gets them as it gets real ones.
 */
export interface Proxy {
  /** With the key in its fragment. */
  readonly address: string;
  readonly send: (event: unknown) => void;
  /** How many pages listen. */
  readonly listeners: () => number;
  readonly stop: () => Promise<void>;
}

export async function startProxy(address: string): Promise<Proxy> {
  const target = new URL(address);
  const listening = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === "/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("retry: 1000\n\n");
      listening.add(response);
      response.on("close", () => listening.delete(response));
      return;
    }
    const { origin, ...headers } = request.headers;
    const passed = forward(
      new URL(request.url ?? "/", target.origin),
      {
        method: request.method,
        headers: { ...headers, host: target.host, ...(origin && { origin: target.origin }) },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The proxy has no port");
  return {
    address: `http://127.0.0.1:${bound.port}/${target.hash}`,
    send: (event) => {
      for (const response of listening) response.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    listeners: () => listening.size,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
