import { EventEmitter } from "node:events";
import { life } from "./life.ts";

interface Options {
  readonly title: string;
  readonly body: string;
}

const known = new Set(["title", "body"]);

/** What the system says to its user. Refuses what systems show differently, or not at all. */
export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;
  #isShown = false;

  constructor(options: Options) {
    super();
    life.needReady("Notification");
    for (const name of Object.keys(options)) {
      if (!known.has(name)) throw new Error(`Not every system knows the option ${name}`);
    }
    const { title, body } = options;
    if (typeof title !== "string" || title === "") throw new Error("A notification has no title");
    if (typeof body !== "string") throw new TypeError("The body of a notification is text");
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    life.needReady("Notification.isSupported");
    return true;
  }

  show(): void {
    if (this.#isShown) throw new Error("The notification is shown twice");
    this.#isShown = true;
    if (this.listenerCount("click") === 0) throw new Error("Nobody hears the click on it");
    this.emit("show", {});
  }
}
