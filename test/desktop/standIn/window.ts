import { EventEmitter } from "node:events";
import { app } from "./app.ts";
import { WebContents } from "./contents.ts";
import { life } from "./life.ts";

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly webPreferences: {
    readonly preload: string;
    readonly sandbox: boolean;
    readonly contextIsolation: boolean;
    readonly nodeIntegration: boolean;
  };
}

const windows = new Set<BrowserWindow>();

/** A window of the app. Refuses pages that could reach the system. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #box: { x: number; y: number; width: number; height: number };
  #title: string;
  #isDestroyed = false;

  constructor({ width = 800, height = 600, title = "", webPreferences }: Options) {
    super();
    life.needReady("BrowserWindow");
    const { sandbox, contextIsolation, nodeIntegration, preload } = webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration) {
      throw new Error("The page of this window would not be shut in");
    }
    this.#box = { x: 0, y: 0, width, height };
    this.#title = title;
    this.webContents = new WebContents(preload);
    windows.add(this);
    app.emit("web-contents-created", {}, this.webContents);
    this.webContents.once("dom-ready", () => this.emit("ready-to-show"));
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].at(-1) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  close(): void {
    let isPrevented = false;
    this.emit("close", { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this);
    void this.#end();
  }

  async #end(): Promise<void> {
    await this.webContents.close();
    this.emit("closed");
    if (windows.size === 0) app.allWindowsClosed();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setProgressBar(progress: number): void {
    if (this.#isDestroyed) throw new TypeError("Object has been destroyed");
    if (!Number.isFinite(progress)) throw new TypeError("Error processing argument at index 0");
  }

  getNormalBounds() {
    return { ...this.#box };
  }

  isMaximized(): boolean {
    return false;
  }

  isMinimized(): boolean {
    return false;
  }

  maximize(): void {}
  restore(): void {}
  show(): void {}
  focus(): void {}
}
