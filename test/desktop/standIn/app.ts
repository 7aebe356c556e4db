import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import packageFile from "../../../package.json" with { type: "json" };
import { life } from "./life.ts";

const pathNames = new Set(["userData", "sessionData"]);

/** The life of the app, with the rules that Electron has about what may happen when. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  /** Set by the window's module, which needs this one. */
  closeWindows: () => boolean = () => true;

  setName(_name: string): void {
    if (life.isReady) throw new Error("The name is used before the app is ready");
  }

  setAppUserModelId(id: string): void {
    if (life.isReady || !/^[\w-]+(\.[\w-]+){1,3}$/.test(id))
      throw new Error(`Not now, or not ${id}`);
  }

  setPath(name: string, path: string): void {
    if (life.isReady || !pathNames.has(name) || !isAbsolute(path) || !existsSync(path)) {
      throw new Error(`The path ${name} cannot be set to ${path} now`);
    }
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  getVersion(): string {
    return packageFile.version;
  }

  getLocale(): string {
    life.needReady("app.getLocale");
    return "en-US";
  }

  getPreferredSystemLanguages(): string[] {
    life.needReady("app.getPreferredSystemLanguages");
    return ["en-US", "pt-BR"];
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** Electron gets ready only when the main module has run to its end. */
  becomeReady(): void {
    life.isReady = true;
    this.emit("ready");
    this.#ready.resolve();
  }

  quit(): void {
    this.emit("before-quit", {});
    if (this.closeWindows()) this.#end();
  }

  allWindowsClosed(): void {
    if (!this.emit("window-all-closed")) this.quit();
  }

  exit(code: number): void {
    process.exit(code);
  }

  #end(): void {
    let isPrevented = false;
    this.emit("will-quit", { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.exit(0);
  }
}

export const app = new App();
