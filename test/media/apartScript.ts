import { work } from "../../electron/media/inside.ts";

/** What `apart.test.ts` has done in a process of its own. */
export type Order = { readonly act: "count" | "crash" | "throw" | "wait" | "environment" };
export type Message = number | string | readonly string[];

work<Message>(async ({ act }: Order, { say, onWord }) => {
  if (act === "count") for (let i = 0; i < 1000; i++) say(i);
  if (act === "crash") {
    say("before");
    process.kill(process.pid, "SIGSEGV");
    await new Promise(() => {});
  }
  if (act === "throw") throw new Error("no such codec");
  if (act === "wait") await new Promise<void>((resolve) => onWord(() => resolve()));
  if (act === "environment") say(Object.keys(process.env));
});
