import { registerHooks } from "node:module";
import { runInThisContext } from "node:vm";
import { pathToFileURL } from "node:url";

/**
 * Runs the built main process, whose path is the first argument: gives it the stand-in for `electron`, gets the app ready
 * when the main module has run, and carries out what the test wants done inside, as Playwright does in the real Electron.
 */
const standIn = new URL("./electron.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
Object.defineProperty(process, "type", { value: "browser" });

const { app, default: electron } = await import("./electron.ts");

interface Wish {
  readonly id: number;
  /** A function of the module `electron` and an argument, as text. */
  readonly source: string;
  readonly arg: unknown;
}

process.on("message", (wish: Wish) => void fulfil(wish));

async function fulfil({ id, source, arg }: Wish): Promise<void> {
  try {
    const act: unknown = runInThisContext(`(${source})`);
    if (typeof act !== "function") throw new Error("Only a function can be carried out");
    process.send?.({ id, value: await act(electron, arg) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
}

const [node = "", , main = "", ...args] = process.argv;
process.argv = [node, main, ...args];
await import(pathToFileURL(main).href);
app.becomeReady();
