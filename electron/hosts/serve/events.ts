import type { ServerResponse } from "node:http";
import type { Backend } from "../../backend/backend.ts";

/** Something is sent at least this often (ms), so that a dead connection is noticed at both ends. */
const breath = 15_000;
/** A reader that is this many bytes behind is cut off: it comes back and lists everything again. */
const patience = 16_000_000;

/** Sends every event of the backend until the reader goes away. */
export function streamEvents(backend: Backend, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.write("retry: 1000\n\n");
  const stop = backend.subscribe((event) => {
    if (response.writableLength > patience) response.destroy();
    else response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const breathing = setInterval(() => response.write(": still here\n\n"), breath);
  response.on("close", () => {
    clearInterval(breathing);
    stop();
  });
}
