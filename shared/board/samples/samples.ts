import type { Ids } from "../ids.ts";
import type { Board } from "../schema.ts";
import { hangar } from "./hangar.ts";
import { kettle } from "./kettle.ts";
import { lighthouse } from "./lighthouse.ts";

/** The boards that a new one can start from, the first of them shown to a new user. Named in the locales by their key. */
export const samples: {
  readonly [name in "lighthouse" | "kettle" | "hangar"]: (ids: Ids) => Board;
} = { lighthouse, kettle, hangar };
