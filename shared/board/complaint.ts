import { z } from "zod";
import type { JsonPath } from "./json.ts";

/** What is wrong at one place of a file, as codes and values from which a sentence is made. */
export interface Wrong {
  readonly path: JsonPath;
  /** What is needed there; the locale files have a phrase for each. */
  readonly expected: Expected;
  /** What stands there, as JSON, cut short. */
  readonly received: string;
  readonly [name: string]: string | number | JsonPath;
}

export type Expected =
  | "text"
  | "number"
  | "wholeNumber"
  | "yesOrNo"
  | "object"
  | "list"
  /** One of `choices`. */
  | "choice"
  /** At least or at most `limit`. */
  | "atLeast"
  | "atMost"
  /** At most `limit` characters. */
  | "shorter"
  | "longer"
  /** Letters, digits, `_` and `-`, at most 64 of them. */
  | "id"
  | "pattern"
  | "node"
  | "port"
  | "sameKind"
  | "freeInput"
  | "json"
  | "merged"
  | "oneKey"
  | "otherKey"
  | "flatter"
  | "other";

const typeNames: { readonly [type: string]: Expected } = {
  string: "text",
  number: "number",
  int: "wholeNumber",
  boolean: "yesOrNo",
  object: "object",
  record: "object",
  array: "list",
};

/** A value of a file as a person can recognise it: at most 60 characters of JSON. */
export function receivedAs(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  const short = typeof value === "string" ? value.slice(0, 60) : value;
  const printed = JSON.stringify(short);
  return printed.length > 60 ? `${printed.slice(0, 59)}…` : printed;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** Given to zod, so that what it found in place of a whole number can be told from a number of any kind. */
export const tellingWhole: { error: z.core.$ZodErrorMap } = {
  error: ({ inst }) => (inst instanceof z.ZodNumberFormat ? "wholeNumber" : undefined),
};

/** Turns what zod found into our own codes. `value` is what was parsed. */
export function whatIsWrong(value: unknown, issue: z.core.$ZodIssue): Wrong {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const received = receivedAs(valueAt(value, issue.path));
  const wrong = (expected: Expected, values: { [name: string]: string | number } = {}): Wrong => ({
    path,
    expected,
    received,
    ...values,
  });
  switch (issue.code) {
    case "invalid_type":
      return wrong(
        issue.message === "wholeNumber" ? "wholeNumber" : (typeNames[issue.expected] ?? "other"),
      );
    case "too_small":
      return wrong(issue.origin === "string" ? "longer" : "atLeast", {
        limit: Number(issue.minimum),
      });
    case "too_big":
      return wrong(issue.origin === "string" ? "shorter" : "atMost", {
        limit: Number(issue.maximum),
      });
    case "invalid_value":
      return wrong("choice", {
        choices: issue.values.map((choice) => receivedAs(choice)).join(", "),
      });
    case "invalid_format":
      return wrong("pattern");
    case "invalid_key":
      return { path, expected: "id", received: receivedAs(String(path.at(-1))) };
    default:
      return wrong("other");
  }
}
