import type { Json } from "../nodes/ports.ts";
import type { Part } from "./compiled.ts";

/** JSON with sorted keys and no spaces: the same bytes for the same value, whatever the order of its keys. */
export function stableJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item) => stableJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join(",")}}`;
}

/** The same for two requests that ask the service for the same. */
export const requestKey = ({ model, input }: Pick<Part, "model" | "input">): string =>
  stableJson({ model, input });
