import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { App } from "./app.ts";

/** A wire between a page and the program that can be cut and mended. Ends with the test. */
export async function wireTo({ address }: Pick<App, "address">) {
  const { port: inner, hash } = new URL(address);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((page) => {
    if (isCut) return void page.destroy();
    const program = connect(Number(inner), "127.0.0.1");
    for (const socket of [page, program]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    }
    // The program answers only those who call it by its own name.
    page.on("data", (data) =>
      program.write(
        data.toString("latin1").replaceAll(`127.0.0.1:${outer}`, `127.0.0.1:${inner}`),
        "latin1",
      ),
    );
    program.pipe(page);
    page.on("close", () => program.destroy());
    return undefined;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const outer = typeof bound === "object" && bound !== null ? bound.port : 0;
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    hangUp();
    server.close();
  });
  return {
    address: `http://127.0.0.1:${outer}/${hash}`,
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
  };
}
