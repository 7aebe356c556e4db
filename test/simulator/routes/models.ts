import { findModel, models } from "../models.ts";
import type { FieldSpec, Model } from "../models.ts";
import { json, refusal } from "../replies.ts";
import type { Route } from "./visit.ts";

export const listModels: Route = (world, { id, query }) => {
  const withSchema = query.get("include_schema") === "true";
  if (id !== "") {
    const model = findModel(id);
    return model === undefined
      ? refusal(world.settings.errorShape, 400001)
      : json(200, { models: [describe(model, withSchema)], total: 1 });
  }
  const found = models.filter(
    (model) => matches(model, query.get("search")) && isIn(model, query.get("category")),
  );
  const offset = Number(query.get("offset") ?? 0);
  const page = found.slice(offset, offset + Number(query.get("limit") ?? 20));
  return json(200, {
    models: page.map((model) => describe(model, withSchema)),
    total: found.length,
  });
};

const matches = (model: Model, search: string | null): boolean =>
  search === null ||
  `${model.model_id} ${displayName(model)}`.toLowerCase().includes(search.toLowerCase());

const isIn = (model: Model, category: string | null): boolean =>
  category === null || categoriesOf(model).includes(category);

const categoriesOf = (model: Model): string[] => model.model_id.split("/").slice(-1);

const displayName = (model: Model): string =>
  model.model_id
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("-", " "))
    .join(" ")
    .replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());

const describe = (model: Model, withSchema: boolean): Record<string, unknown> => ({
  model_id: model.model_id,
  display_name: displayName(model),
  categories: categoriesOf(model),
  base_price_usd: model.price.silent,
  price_unit: "second",
  pricing_note: `$${model.price.silent} a second without audio, $${model.price.withAudio} with audio`,
  ...(withSchema ? { input_schema: schemaOf(model) } : {}),
});

const schemaOf = (model: Model): Record<string, unknown> => ({
  type: "object",
  required: model.required,
  properties: Object.fromEntries(
    Object.entries(model.properties).map(([field, spec]) => [field, propertyOf(spec)]),
  ),
});

const propertyOf = ({ items, sumEquals: _ours, ...spec }: FieldSpec): Record<string, unknown> => ({
  ...spec,
  ...(items === undefined ? {} : { items: { type: "object", properties: items } }),
});
