import { z } from "zod";

/**
 * What is known of one model of the service, as data: its input fields, limits and prices. A new model is a new file
 * beside this one and a line in `profiles.ts`; no code names a model.
 */

const described = { default: z.json().optional() };
export const fieldSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("string"),
    choices: z.array(z.string()).optional(),
    ...described,
  }),
  z.strictObject({ type: z.literal("number"), min: z.number(), max: z.number(), ...described }),
  /** `allowed` lists the values when they are not simply min..max. */
  z.strictObject({
    type: z.literal("integer"),
    min: z.int(),
    max: z.int(),
    allowed: z.array(z.int()).optional(),
    ...described,
  }),
  z.strictObject({ type: z.literal("boolean"), ...described }),
  /** A public https URL of a picture or a video. */
  z.strictObject({ type: z.literal("imageUrl") }),
  z.strictObject({ type: z.literal("videoUrl") }),
  z.strictObject({ type: z.literal("imageUrls"), max: z.int().optional() }),
  z.strictObject({ type: z.literal("elements") }),
  /** The shots of one request; each is `{ prompt, duration }`. */
  z.strictObject({
    type: z.literal("segments"),
    maxItems: z.int(),
    minSeconds: z.int(),
    maxSeconds: z.int(),
    defaultSeconds: z.int(),
  }),
]);
export type Field = z.infer<typeof fieldSchema>;

export const evidenceSchema = z.enum(["seen", "inferred"]);

export const profileSchema = z.strictObject({
  /** The service's own id; case matters. */
  id: z.string(),
  name: z.string(),
  task: z.enum(["text-to-video", "image-to-video", "reference-to-video", "video-to-video"]),
  required: z.array(z.string()),
  /** The input fields in the order in which a request names them. */
  fields: z.record(z.string(), fieldSchema),
  /** The model's own word for a thing, or null where it has none. */
  audioField: z.string().nullable(),
  startImageField: z.string().nullable(),
  endImageField: z.string().nullable(),
  /** Characters that the model behind the service accepts; more is warned of, not refused. */
  textLimits: z.strictObject({ segment: z.int(), prompt: z.int(), negative: z.int() }),
  /** USD per second of output; null where the length of the output is not ours to say. */
  price: z.strictObject({
    silent: z.number(),
    withAudio: z.number(),
    withReferenceVideo: z.number().optional(),
    evidence: evidenceSchema,
  }),
});
export type Profile = z.infer<typeof profileSchema>;
export type Profiles = ReadonlyMap<string, Profile>;
