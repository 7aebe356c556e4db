import { fieldOf, type Field, type Profile } from "../models/profile.ts";
import type { Json } from "../nodes/ports.ts";
import type { RequestInput } from "./compiled.ts";

/** Whether values fit a model's own schema: what is checked here before it is sent need not be refused there. */

/** The fields of a request that the model would refuse, in the order of the request. */
export const refusedFields = (profile: Profile, input: RequestInput): readonly string[] =>
  Object.keys(input).filter((name) => {
    const field = Object.hasOwn(profile.fields, name) ? profile.fields[name] : undefined;
    const value = input[name];
    return (
      field === undefined ||
      value === undefined ||
      !fits(field, value) ||
      (field.type === "segments" && !addsUp(profile, input, value))
    );
  });

const isList = (value: Json): value is Json[] => Array.isArray(value);
const isRecord = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);

export function fits(field: Field, value: Json): boolean {
  switch (field.type) {
    case "string":
      return typeof value === "string" && (field.choices?.includes(value) ?? true);
    case "number":
      return typeof value === "number" && value >= field.min && value <= field.max;
    case "integer":
      return isWhole(value, field.min, field.max) && (field.allowed?.includes(value) ?? true);
    case "boolean":
      return typeof value === "boolean";
    case "imageUrl":
      return isPicture(value);
    case "videoUrl":
      return isVideo(value);
    case "imageUrls":
      return (
        isList(value) &&
        value.length >= (field.minItems ?? 0) &&
        value.length <= (field.maxItems ?? Infinity) &&
        value.every(isPicture)
      );
    case "elements":
      return isList(value) && value.every(isElement);
    case "segments":
      return (
        isList(value) &&
        value.length >= field.minItems &&
        value.length <= field.maxItems &&
        value.every((segment) => isSegment(segment, field.minSeconds, field.maxSeconds))
      );
  }
}

const isWhole = (value: Json, min: number, max: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;

/** An address that a service elsewhere can fetch; the host is looked at, because the rest can be nearly anything. */
const httpsAddress =
  /^https:\/\/[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}])?\.?(:\d{1,5})?([/?#]\S*)?$/iu;
// Only how it begins: megabytes are not read again at each key stroke, and a board's own pictures were when it was opened.
const pictureData = /^data:image\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]/;
const videoData = /^data:video\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]/;

const isPicture = (value: Json): boolean =>
  typeof value === "string" && (httpsAddress.test(value) || pictureData.test(value));
const isVideo = (value: Json): boolean =>
  typeof value === "string" && (httpsAddress.test(value) || videoData.test(value));

const elementFields: { readonly [name: string]: (value: Json) => boolean } = {
  frontal_image_url: isPicture,
  reference_image_urls: (value) => isList(value) && value.every(isPicture),
  video_url: isVideo,
};

const isElement = (value: Json): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, item]) => Object.hasOwn(elementFields, name) && elementFields[name]?.(item) === true,
  );

const isSegment = (value: Json, min: number, max: number): boolean =>
  isRecord(value) &&
  Object.keys(value).every((name) => name === "prompt" || name === "duration") &&
  typeof value["prompt"] === "string" &&
  value["prompt"].trim() !== "" &&
  (value["duration"] === undefined || isWhole(value["duration"], min, max));

/** The seconds of the segments must be those of the whole; what is not sent counts with its default. */
function addsUp(profile: Profile, input: RequestInput, segments: Json): boolean {
  const field = fieldOf(profile, "multi_prompt", "segments");
  const whole = input["duration"] ?? fieldOf(profile, "duration", "integer")?.default;
  if (!field || !isList(segments) || segments.length === 0) return true;
  const sum = segments.reduce<number>((total, segment) => {
    const seconds = isRecord(segment) ? segment["duration"] : undefined;
    return total + (typeof seconds === "number" ? seconds : field.defaultSeconds);
  }, 0);
  return sum === whole;
}
