import { findModel, priceOf } from "../models.ts";
import type { Model, RequestBody } from "../models.ts";
import { json, refusal } from "../replies.ts";
import { checkRequest, isObject } from "../schema.ts";
import type { Violation } from "../schema.ts";
import { balanceOf } from "../world.ts";
import type { World } from "../world.ts";
import { linksOf } from "./requests.ts";
import type { Route } from "./visit.ts";

export const submit: Route = (world, { owner, id, body }) => {
  const { settings } = world;
  const model = findModel(id);
  if (model === undefined) return refusal(settings.errorShape, 400001);
  const violations = settings.schema === "off" ? [] : checkRequest(id, body);
  if (!isObject(body) || (violations.length > 0 && settings.schema === "strict"))
    return json(422, { detail: isObject(body) ? violations : checkRequest(id, body) });
  const price = priceOf(model, body);
  if (balanceOf(world, owner, "reserved") < Math.round(price * 1e6))
    return refusal(settings.errorShape, 400002);
  return accept(world, { owner, model, body, price, violations });
};

const accept = (
  world: World,
  asked: {
    owner: string;
    model: Model;
    body: RequestBody;
    price: number;
    violations: Violation[];
  },
) => {
  const { owner, model, body, price, violations } = asked;
  const job = world.accept({ owner, model: model.model_id, body, price });
  if (violations.length > 0) job.failure = { error: { detail: violations } };
  return json(200, { request_id: job.requestId, ...linksOf(world, job, true) });
};
