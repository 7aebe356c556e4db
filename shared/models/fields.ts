import type { Field, FieldOf, Profile } from "./profile.ts";

/** What most models of the service have alike. Where a model differs, its own file says all of the field. */

export const aspectRatio: Field = {
  type: "string",
  choices: ["16:9", "9:16", "1:1"],
  default: "16:9",
};

/** Any whole second that the service makes. */
export const anySeconds: Field = { type: "integer", min: 3, max: 15, default: 5 };

/** The shots of a request. */
export const segments = (evidence: FieldOf<"segments">["evidence"]): Field => ({
  type: "segments",
  minItems: 0,
  maxItems: 20,
  minSeconds: 3,
  maxSeconds: 15,
  defaultSeconds: 5,
  sumEquals: "duration",
  evidence,
});

export const textLimits: Profile["textLimits"] = { segment: 512, prompt: 2500, negative: 2500 };
