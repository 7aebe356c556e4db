import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { policyToPage, toApp, toPage } from "./addresses.ts";
import { connect, type Browser, type Session } from "./devTools.ts";
import { ipcMain } from "./ipc.ts";
import { answerScheme } from "./protocol.ts";
import { note, surroundings } from "./surroundings.ts";
import { pageWorld, preloadWorld } from "./worlds.ts";

const world = "preload";
const toMain = "toMain";

let browser: Promise<Browser> | undefined;

interface Sent {
  readonly kind: "invoke" | "send";
  readonly id: number;
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** A page of the app: a page of Chromium, driven over DevTools. */
export class WebContents extends EventEmitter {
  readonly #preload: string;
  #session: Session | undefined;
  #target = "";
  #url = "";
  #expected = "";
  /** The preload's world in the page that is there now. */
  #world: number | undefined;
  #openHandler: ((details: { url: string }) => { action: string }) | undefined;

  constructor(preload: string) {
    super();
    this.#preload = readFileSync(preload, "utf8");
  }

  getURL(): string {
    return this.#url;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler;
  }

  /** What the app says to a page that wants another window. */
  askForWindow(url: string): string {
    return this.#openHandler?.({ url }).action ?? "allow";
  }

  send(channel: string, ...args: unknown[]): void {
    this.#toPage({ channel, args: structuredClone(args) });
  }

  async loadURL(url: string): Promise<void> {
    browser ??= connect(surroundings.devTools);
    const { send, attach } = await browser;
    const { targetId } = await send("Target.createTarget", { url: "about:blank" });
    this.#target = String(targetId);
    const session = await attach(this.#target);
    this.#session = session;
    this.#listen(session);
    await session.send("Page.enable");
    await session.send("Runtime.enable");
    await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    await session.send("Runtime.addBinding", { name: toMain, executionContextName: world });
    await session.send("Page.addScriptToEvaluateOnNewDocument", { source: pageWorld });
    const source = preloadWorld(this.#preload, toMain);
    await session.send("Page.addScriptToEvaluateOnNewDocument", { source, worldName: world });
    this.#expected = url;
    await session.send("Page.navigate", { url: toPage(url) });
  }

  async close(): Promise<void> {
    if (this.#target === "") return;
    await (await browser)?.send("Target.closeTarget", { targetId: this.#target });
  }

  #listen({ on }: Session): void {
    on("Runtime.executionContextCreated", ({ context }) => {
      const { id, name } = context as { id: number; name: string };
      if (name === world) this.#world = id;
    });
    on("Runtime.bindingCalled", ({ payload }) => {
      const text = toApp(String(payload));
      note("toApp", JSON.parse(text));
      void this.#answer(JSON.parse(text));
    });
    on("Page.domContentEventFired", () => this.emit("dom-ready"));
    on("Page.loadEventFired", () => this.emit("did-finish-load"));
    on("Fetch.requestPaused", (paused) => {
      this.#answerRequest(paused as unknown as Paused).catch(() => undefined);
    });
  }

  async #answer({ kind, id, channel, args }: Sent): Promise<void> {
    const event = {
      sender: this,
      senderFrame: { url: this.#url, parent: null, origin: "null" },
    };
    if (kind === "send") {
      ipcMain.emit(channel, event, ...args);
      return;
    }
    try {
      const value = await ipcMain.answer(channel, event, args);
      this.#toPage({ id, value: structuredClone(value) });
    } catch (error) {
      this.#toPage({ id, error: String(error) });
    }
  }

  #toPage(message: object): void {
    note("toPage", message);
    if (this.#world === undefined) return;
    // A page that went away in the meantime hears nothing, as in Electron.
    this.#session
      ?.send("Runtime.evaluate", {
        expression: `fromMain(${toPage(JSON.stringify(message))})`,
        contextId: this.#world,
      })
      .catch(() => undefined);
  }

  async #answerRequest({ requestId, request, resourceType }: Paused): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const url = toApp(request.url);
    note("address", url);
    if (resourceType === "Document" && !this.#mayGo(url)) {
      await session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
      return;
    }
    const { method, headers } = request;
    const response = await answerScheme(url, { method, headers });
    if (!response) {
      await session.send("Fetch.failRequest", { requestId, errorReason: "NameNotResolved" });
      return;
    }
    if (resourceType === "Document") this.#url = url;
    await session.send("Fetch.fulfillRequest", {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({
        name,
        value: name === "content-security-policy" ? policyToPage(value) : value,
      })),
      body: Buffer.from(await response.arrayBuffer()).toString("base64"),
    });
  }

  /** The app's own load, and a reload, need no permission; every other navigation is announced. */
  #mayGo(url: string): boolean {
    if (url === this.#expected || url === this.#url) return true;
    let isPrevented = false;
    const details = { url, preventDefault: () => (isPrevented = true) };
    this.emit("will-navigate", details, url);
    return !isPrevented;
  }
}

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
  };
}
