import { findModel, valueOf } from "./models.ts";
import type { FieldSpec, Model, RequestBody } from "./models.ts";

/** One violation, in the words and shape of the service's 422. */
export type Violation = { loc: (string | number)[]; msg: string; type: string };
type Loc = Violation["loc"];

/**
 * Every way in which a body breaks its model's published schema; empty when the service would take
 * it. Unknown fields are refused, as is a prompt without words.
 */
export const checkRequest = (modelId: string, body: unknown): Violation[] => {
  const model = findModel(modelId);
  if (model === undefined) return [violation(["path", "model_id"], "Unknown model", "not_found")];
  if (!isObject(body))
    return [violation(["body"], "Input should be a valid dictionary", "dict_type")];
  return [
    ...checkFields(model.properties, model.required, body, ["body"]),
    ...checkSums(model, body),
  ];
};

const checkFields = (
  specs: Readonly<Record<string, FieldSpec>>,
  required: readonly string[],
  body: RequestBody,
  loc: Loc,
): Violation[] => [
  ...required
    .filter((field) => body[field] === undefined)
    .map((field) => violation([...loc, field], "Field required", "missing")),
  ...Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .flatMap(([field, value]) => {
      const spec = Object.hasOwn(specs, field) ? specs[field] : undefined;
      return spec === undefined
        ? [violation([...loc, field], "Extra inputs are not permitted", "extra_forbidden")]
        : checkField(field, spec, value, [...loc, field]);
    }),
];

const checkField = (field: string, spec: FieldSpec, value: unknown, loc: Loc): Violation[] => {
  const wrongType = checkType(spec.type, value, loc);
  if (wrongType.length > 0) return wrongType;
  const refused = checkEnum(spec, value, loc);
  if (typeof value === "number") return [...refused, ...checkRange(spec, value, loc)];
  if (typeof value === "string") return [...refused, ...checkText(field, spec, value, loc)];
  if (Array.isArray(value))
    return [...checkCount(spec, value, loc), ...checkItems(spec, value, loc)];
  return refused;
};

const typeChecks: Readonly<Record<string, { fits: (value: unknown) => boolean; name: string }>> = {
  string: { fits: (value) => typeof value === "string", name: "string" },
  boolean: { fits: (value) => typeof value === "boolean", name: "boolean" },
  number: { fits: Number.isFinite, name: "number" },
  integer: { fits: Number.isInteger, name: "integer" },
  array: { fits: Array.isArray, name: "list" },
};

const checkType = (type: string, value: unknown, loc: Loc): Violation[] => {
  const check = typeChecks[type];
  if (check === undefined) throw new Error(`models.json has a type that is not checked: ${type}`);
  return check.fits(value)
    ? []
    : [violation(loc, `Input should be a valid ${check.name}`, `${check.name}_type`)];
};

const checkEnum = (spec: FieldSpec, value: unknown, loc: Loc): Violation[] =>
  spec.enum === undefined || spec.enum.includes(value)
    ? []
    : [violation(loc, `Input should be one of: ${spec.enum.join(", ")}`, "literal_error")];

const checkRange = (spec: FieldSpec, value: number, loc: Loc): Violation[] => {
  if (spec.minimum !== undefined && value < spec.minimum)
    return [
      violation(
        loc,
        `Input should be greater than or equal to ${spec.minimum}`,
        "greater_than_equal",
      ),
    ];
  if (spec.maximum !== undefined && value > spec.maximum)
    return [
      violation(loc, `Input should be less than or equal to ${spec.maximum}`, "less_than_equal"),
    ];
  return [];
};

const checkText = (field: string, spec: FieldSpec, value: string, loc: Loc): Violation[] => {
  if (spec.format !== undefined) return checkAddress(spec.format, value, loc);
  return field === "prompt" && value.trim() === ""
    ? [violation(loc, "String should have at least 1 character", "string_too_short")]
    : [];
};

const checkAddress = (format: string, value: string, loc: Loc): Violation[] => {
  const kind = format.startsWith("video") ? "video" : "image";
  const https = URL.parse(value)?.protocol === "https:" && /^https:\/\//i.test(value);
  const inline = new RegExp(`^data:${kind}/[a-z0-9.+-]+;base64,[A-Za-z0-9+/]+=*$`).test(value);
  return https || inline
    ? []
    : [violation(loc, `Input should be an https URL or a data URI of a ${kind}`, "url_parsing")];
};

const checkCount = (spec: FieldSpec, value: readonly unknown[], loc: Loc): Violation[] => {
  if (spec.minItems !== undefined && value.length < spec.minItems)
    return [violation(loc, `List should have at least ${spec.minItems} items`, "too_short")];
  if (spec.maxItems !== undefined && value.length > spec.maxItems)
    return [violation(loc, `List should have at most ${spec.maxItems} items`, "too_long")];
  return [];
};

const checkItems = (spec: FieldSpec, values: readonly unknown[], loc: Loc): Violation[] =>
  values.flatMap((value, index) => {
    const at = [...loc, index];
    const { items } = spec;
    // A list without item fields holds addresses: `images`, `reference_image_urls`.
    if (items === undefined)
      return typeof value === "string"
        ? checkAddress(spec.format ?? "image_uris", value, at)
        : [violation(at, "Input should be a valid string", "string_type")];
    if (!isObject(value)) return [violation(at, "Input should be a valid dictionary", "dict_type")];
    return checkFields(items, "prompt" in items ? ["prompt"] : [], value, at);
  });

const checkSums = (model: Model, body: RequestBody): Violation[] =>
  Object.entries(model.properties).flatMap(([field, spec]) => {
    const values = body[field];
    if (spec.sumEquals === undefined || !Array.isArray(values) || values.length === 0) return [];
    const each = spec.items?.[spec.sumEquals]?.default;
    const sum = values.reduce(
      (total: number, item: unknown) =>
        total + Number((isObject(item) ? item[spec.sumEquals ?? ""] : undefined) ?? each),
      0,
    );
    const wanted = valueOf(model, body, spec.sumEquals);
    return sum === wanted
      ? []
      : [
          violation(
            ["body", field],
            `Segments last ${sum} s but ${spec.sumEquals} is ${String(wanted)}`,
            "value_error",
          ),
        ];
  });

const violation = (loc: Loc, msg: string, type: string): Violation => ({ loc, msg, type });

export const isObject = (value: unknown): value is RequestBody =>
  typeof value === "object" && value !== null && !Array.isArray(value);
