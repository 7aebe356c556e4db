import { appendFileSync } from "node:fs";
import { z } from "zod";

/** What the test tells the stand-in, in the variable `STAND_IN` of the environment. */
const surroundingsSchema = z.object({
  /** Address of Chromium's DevTools. */
  devTools: z.string(),
  /** Every message between the app and its pages is written there, a JSON value on each line. */
  record: z.string(),
  /** The system's key store, as Linux calls it. */
  storage: z.enum(["gnome_libsecret", "basic_text"]),
  /** The key that the key store holds, in hex. */
  key: z.string().length(64),
});
export type Surroundings = z.infer<typeof surroundingsSchema>;

export const surroundings: Surroundings = surroundingsSchema.parse(
  JSON.parse(process.env["STAND_IN"] ?? "null"),
);

/** Notes a message between the app and a page, or an address that a page has asked for. */
export function note(what: "toPage" | "toApp" | "address", value: unknown): void {
  appendFileSync(surroundings.record, `${JSON.stringify({ what, value })}\n`);
}
