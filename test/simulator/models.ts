import data from "./models.json" with { type: "json" };

/** One input field, as the service publishes it. */
export type FieldSpec = {
  readonly type: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Readonly<Record<string, FieldSpec>>;
  readonly sumEquals?: string;
};

export type Model = {
  readonly model_id: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, FieldSpec>>;
  readonly price: {
    readonly silent: number;
    readonly withAudio: number;
    readonly withReferenceVideo?: number;
  };
  readonly audioField: string | null;
};

export type RequestBody = Readonly<Record<string, unknown>>;

export const models: readonly Model[] = data.models;

/** Ids are case-sensitive, as they are at the service. */
export const findModel = (id: string): Model | undefined =>
  models.find((model) => model.model_id === id);

/** The value that counts: what was sent, else the default of the schema. */
export const valueOf = (model: Model, body: RequestBody, field: string): unknown =>
  body[field] ?? model.properties[field]?.default;

/** Seconds of each shot, in order; 5 s in one shot where the model has no duration. */
export const shotsOf = (model: Model, body: RequestBody): readonly number[] => {
  const segments = body["multi_prompt"];
  if (Array.isArray(segments) && segments.length > 0) return segments.map(secondsOf);
  const duration = valueOf(model, body, "duration");
  return [typeof duration === "number" ? duration : 5];
};

const secondsOf = (segment: unknown): number =>
  typeof segment === "object" &&
  segment !== null &&
  "duration" in segment &&
  typeof segment.duration === "number"
    ? segment.duration
    : 5;

/** USD for a request: seconds × rate. */
export const priceOf = (model: Model, body: RequestBody): number => {
  const seconds = shotsOf(model, body).reduce((sum, shot) => sum + shot, 0);
  return Math.round(seconds * rateOf(model, body) * 1e6) / 1e6;
};

const rateOf = (model: Model, body: RequestBody): number => {
  if (body["video"] !== undefined && model.price.withReferenceVideo !== undefined)
    return model.price.withReferenceVideo;
  const audio = model.audioField !== null && valueOf(model, body, model.audioField) === true;
  return audio ? model.price.withAudio : model.price.silent;
};
