import { json } from "../replies.ts";
import { balanceOf } from "../world.ts";
import type { Route } from "./visit.ts";

export const balance: Route = (world, { owner }) => {
  const microdollars = balanceOf(world, owner, "spent");
  return json(200, {
    balance_microdollars: microdollars,
    balance_usd: microdollars / 1e6,
    currency: "USD",
  });
};
