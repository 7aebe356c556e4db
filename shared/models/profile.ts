import { z } from "zod";

/**
 * What is known of one model of the service, as data: its input fields, limits and prices. A new model is a new file
 * beside this one and a line in `profiles.ts`; no code names a model.
 */

/** `seen`: published by the service. `inferred`: concluded from sibling models or the upstream price list. */
const evidenceSchema = z.enum(["seen", "inferred"]);

const fieldSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("string"),
    choices: z.array(z.string()).optional(),
    default: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("number"),
    min: z.number(),
    max: z.number(),
    default: z.number(),
  }),
  /** `allowed` lists the values, ascending, where the service does so instead of giving a range. */
  z.strictObject({
    type: z.literal("integer"),
    min: z.int(),
    max: z.int(),
    allowed: z.array(z.int()).min(1).optional(),
    default: z.int(),
  }),
  z.strictObject({ type: z.literal("boolean"), default: z.boolean() }),
  /** A public https URL of a picture or a video. */
  z.strictObject({ type: z.literal("imageUrl") }),
  z.strictObject({ type: z.literal("videoUrl") }),
  z.strictObject({
    type: z.literal("imageUrls"),
    minItems: z.int().optional(),
    maxItems: z.int().optional(),
  }),
  /** Each is `{ frontal_image_url, reference_image_urls, video_url }`. */
  z.strictObject({ type: z.literal("elements"), evidence: evidenceSchema }),
  /** The shots of one request; each is `{ prompt, duration }`, and their seconds add up to the field `sumEquals`. */
  z.strictObject({
    type: z.literal("segments"),
    minItems: z.int(),
    maxItems: z.int(),
    minSeconds: z.int(),
    maxSeconds: z.int(),
    defaultSeconds: z.int(),
    sumEquals: z.literal("duration"),
    evidence: evidenceSchema,
  }),
]);
export type Field = z.infer<typeof fieldSchema>;
export type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;

const taskSchema = z.enum([
  "text-to-video",
  "image-to-video",
  "reference-to-video",
  "video-to-video",
]);
export type Task = z.infer<typeof taskSchema>;

export const profileSchema = z.strictObject({
  /** The service's own id; case matters. */
  id: z.string(),
  name: z.string(),
  task: taskSchema,
  required: z.array(z.string()),
  /** The input fields in the order in which a request names them. */
  fields: z.record(z.string(), fieldSchema),
  /** The model's own word for a thing, or null where it has none. */
  audioField: z.string().nullable(),
  startImageField: z.string().nullable(),
  endImageField: z.string().nullable(),
  /** Characters that the model behind the service accepts; more is warned of, not refused. */
  textLimits: z.strictObject({ segment: z.int(), prompt: z.int(), negative: z.int() }),
  /** USD per second of output. */
  price: z.strictObject({
    silent: z.number(),
    withAudio: z.number(),
    withReferenceVideo: z.number().optional(),
    evidence: evidenceSchema,
  }),
});
export type Profile = z.infer<typeof profileSchema>;
export type Profiles = ReadonlyMap<string, Profile>;

/** A field of the model, when it has one of that name and type. */
export function fieldOf<T extends Field["type"]>(
  profile: Profile,
  name: string | null,
  type: T,
): FieldOf<T> | undefined {
  const field =
    name !== null && Object.hasOwn(profile.fields, name) ? profile.fields[name] : undefined;
  return field !== undefined && isOfType(field, type) ? field : undefined;
}

const isOfType = <T extends Field["type"]>(field: Field, type: T): field is FieldOf<T> =>
  field.type === type;

/** The model with the same family and quality that does another task: ids differ only in their last word. */
export function siblingFor(profiles: Profiles, id: string, task: Task): Profile | undefined {
  const tier = id.slice(0, id.lastIndexOf("/") + 1);
  return profiles.get(tier + task);
}
