import type { CallFault } from "./faults.ts";
import { html, json, refusal } from "./replies.ts";
import type { Reply } from "./replies.ts";
import type { World } from "./world.ts";

/** A reply, or nothing: the connection breaks. */
export type Answer = Reply | "broken";

/** What a call gets: what the service would say, unless the script has a fault for it. */
export const answer = async (
  world: World,
  fault: CallFault | undefined,
  act: () => Reply | Promise<Reply>,
): Promise<Answer> => {
  if (fault === undefined) return act();
  // Before anything is awaited: who has seen the request may release it at once.
  const released = fault.kind === "hanging" ? world.held() : undefined;
  const done = "done" in fault && fault.done ? await act() : undefined;
  switch (fault.kind) {
    case "answerLost":
      return "broken";
    case "hanging":
      await released;
      return done ?? act();
    case "delayed":
      await world.clock.wait(fault.seconds * 1000);
      return act();
    case "tooManyRequests":
      return tooMany(fault.retryAfter);
    case "gatewayPage":
      return html(fault.status ?? 502, "Bad Gateway");
    case "serverError":
      return json(fault.status ?? 500, { detail: "Internal server error" });
    case "refused":
      return refusal({ ...world.settings.errorShape, ...fault.shape }, fault.code, fault.text);
    case "invalid":
      return json(422, { detail: fault.detail });
    case "garbage":
      return { ...json(200, null), body: fault.body ?? '{"request_id": "4f1c' };
    case "answer":
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
  }
};

const tooMany = (retryAfter: number | string | undefined): Reply => {
  const reply = json(429, { detail: "Too many requests" });
  if (retryAfter === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, "retry-after": String(retryAfter) } };
};
