import { ipcMain } from "electron";
import type { Backend } from "./backend/backend.ts";
import { isTrusted } from "./security.ts";

/**
 * The main process' end of the bridge: two messages, and only from our own page.
 *
 * @param onListening The page listens from now on.
 */
export function answerWindow(backend: Backend, onListening: () => void): void {
  ipcMain.handle("call", (event, name: unknown, input: unknown) => {
    if (!isTrusted(event)) throw new Error("Only the app's own page may call");
    return backend.dispatch(name, input);
  });
  ipcMain.on("listening", (event) => {
    if (isTrusted(event)) onListening();
  });
}
