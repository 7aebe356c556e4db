import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** A listening address on loopback that can go away and come back at the same port. */
export type Origin = {
  readonly address: string;
  /** From here on connections are refused; open ones are cut. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on 127.0.0.1; port 0 takes a free one. */
export const openOrigin = async (handle: Handler, port = 0): Promise<Origin> => {
  const server = createServer((request, response) => {
    handle(request, response).catch((failure: unknown) => reportBug(response, failure));
  });
  // A client that comes back to a pooled connection must not find it closed by the idle limit.
  server.keepAliveTimeout = 600_000;
  await listen(server, port);
  const bound = portOf(server);
  return {
    address: `http://127.0.0.1:${bound}`,
    goDown: () => stop(server),
    comeBack: () => listen(server, bound),
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
};

/** A client that left is nobody's bug; anything else is one of the simulator. */
const reportBug = (response: ServerResponse, failure: unknown): void => {
  if (response.destroyed || response.headersSent) return void response.destroy();
  response.writeHead(500, { "content-type": "text/plain" });
  response.end(
    `bug in the simulator: ${failure instanceof Error ? failure.stack : String(failure)}`,
  );
};
