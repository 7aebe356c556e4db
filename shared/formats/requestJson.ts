import { z } from "zod";
import { flawOf, readJson, type JsonFlaw } from "../board/json.ts";
import { utf8Bytes } from "../board/room.ts";
import { boardFormat } from "../board/schema.ts";
import type { RequestInput } from "../compile/compiled.ts";
import type { ModelRequest } from "../compile/decompile.ts";
import type { Profile } from "../models/profile.ts";
import { profiles } from "../models/profiles.ts";
import { isCurl, modelInUrl, parseCurl } from "./curl.ts";

/** Requests as text: the body of a call, a body with its model, what `compile --json` prints, a cURL command. */

export interface RequestFailure {
  readonly code:
    | "notARequest"
    | "notJson"
    | "isABoard"
    | "severalRequests"
    | "modelNeeded"
    | "wrongModel"
    | "noBody"
    | "bodyInFile"
    | "tooLarge";
  /** `line` of `notJson`; `count` of `severalRequests`; `model`; `file`; `limit` in bytes. */
  readonly values: { readonly [name: string]: string | number };
}

/** What the reader should be told about a request that was read. */
export interface RequestNote {
  /**
   * `modelAssumed`: the text does not name a model, `model` fits it. `secretDropped`: `field` looked like a key and was
   * left out. `durationDiffers`: the segments last `sum` seconds, `duration` says otherwise.
   */
  readonly code: "modelAssumed" | "secretDropped" | "durationDiffers";
  readonly values: { readonly [name: string]: string | number };
}

export type RequestReading =
  | { readonly ok: true; readonly request: ModelRequest; readonly notes: readonly RequestNote[] }
  | { readonly ok: false; readonly failure: RequestFailure };

const fail = (code: RequestFailure["code"], values: RequestFailure["values"] = {}) =>
  ({ ok: false, failure: { code, values } }) as const;

/** Leaves room in a board file for everything around the texts and pictures of a request. */
const largestRequest = 9_000_000;

/** Reads a request in any form that the program knows. `modelId` goes before the model that the text names. */
export function parseRequest(text: string, modelId?: string): RequestReading {
  if (utf8Bytes(text) > largestRequest) return fail("tooLarge", { limit: largestRequest });
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare === "") return fail("notARequest");
  if (/^[{[]/.test(bare)) return fromJson(bare, modelId);
  if (!isCurl(bare)) return fail("notARequest");
  const curl = parseCurl(bare);
  return curl.ok ? fromJson(curl.body, modelId ?? modelInUrl(curl.url)) : curl;
}

const inputSchema = z.record(z.string(), z.json());
const namedSchema = z.object({ model: z.string(), input: inputSchema });
const compiledSchema = z.object({ scenes: z.array(z.object({ parts: z.array(namedSchema) })) });
const answeredSchema = z.object({ input: inputSchema });

function fromJson(text: string, modelId: string | undefined): RequestReading {
  const reading = readJson(text);
  if (!reading.ok) return flawed(reading.flaw);
  const { value } = reading;
  // In a board, the fields of a request stand some levels deeper than here.
  const flaw = flawOf([[[[[[value]]]]]]);
  if (flaw) return flawed(flaw);
  const compiled = compiledSchema.safeParse(value);
  if (compiled.success) {
    const parts = compiled.data.scenes.flatMap((scene) => scene.parts);
    const [only] = parts;
    if (!only || parts.length > 1) return fail("severalRequests", { count: parts.length });
    return complete(only.input, modelId ?? only.model);
  }
  const named = namedSchema.safeParse(value);
  if (named.success) return complete(named.data.input, modelId ?? named.data.model);
  // What the service answers repeats the input without the model.
  const answered = answeredSchema.safeParse(value);
  if (answered.success) return complete(answered.data.input, modelId);
  const input = inputSchema.safeParse(value);
  if (!input.success) return fail("notARequest");
  if (input.data["format"] === boardFormat) return fail("isABoard");
  const { model, ...rest } = input.data;
  return typeof model === "string"
    ? complete(rest, modelId ?? model)
    : complete(input.data, modelId);
}

const flawed = (flaw: JsonFlaw): RequestReading =>
  fail("notJson", "line" in flaw && flaw.line !== undefined ? { line: flaw.line } : {});

const secretField = /^(authorization|token|api[_-]?(key|token)|access[_-]?token|secret|password)$/i;
const modelPattern = /^[\w.-]+(\/[\w.-]+)+$/;

function complete(given: RequestInput, modelId: string | undefined): RequestReading {
  const notes: RequestNote[] = [];
  const secrets = Object.keys(given).filter((field) => secretField.test(field));
  for (const field of secrets) notes.push({ code: "secretDropped", values: { field } });
  const input = Object.fromEntries(
    Object.entries(given).filter(([field]) => !secrets.includes(field)),
  );
  if (!("prompt" in input) && !("multi_prompt" in input)) return fail("notARequest");
  const assumed = modelId === undefined ? likelyModel(input) : undefined;
  const model = modelId ?? assumed?.id;
  if (model === undefined) return fail("modelNeeded");
  if (model.length > 200 || !modelPattern.test(model)) {
    return fail("wrongModel", { model: model.slice(0, 200) });
  }
  if (assumed) notes.push({ code: "modelAssumed", values: { model } });
  const difference = differingDuration(input);
  if (difference) notes.push(difference);
  return { ok: true, request: { model, input }, notes };
}

/** The first model on offer that has every field of the input, and every field that it needs. */
const likelyModel = (input: RequestInput): Profile | undefined =>
  [...profiles.values()].find(
    (profile) =>
      profile.required.every((field) => field in input) &&
      Object.entries(input).every(([name, value]) => {
        const field = Object.hasOwn(profile.fields, name) ? profile.fields[name] : undefined;
        const choices = field?.type === "string" ? field.choices : undefined;
        return field !== undefined && (!choices || choices.some((choice) => choice === value));
      }),
  );

const timedSchema = z.object({
  duration: z.number(),
  multi_prompt: z.array(z.object({ duration: z.number() })).min(1),
});

function differingDuration(input: RequestInput): RequestNote | undefined {
  const timed = timedSchema.safeParse(input);
  if (!timed.success) return undefined;
  const { duration, multi_prompt: segments } = timed.data;
  const sum = segments.reduce((total, segment) => total + segment.duration, 0);
  return sum === duration ? undefined : { code: "durationDiffers", values: { duration, sum } };
}

/** The body of the call, as it is sent but for the white space. The model is part of the URL, not of the body. */
export const printRequestJson = (request: ModelRequest): string =>
  `${JSON.stringify(request.input, null, 2)}\n`;
