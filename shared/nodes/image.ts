import { z } from "zod";
import { defineNode } from "./defineNode.ts";
import { pictureSchema } from "./picture.ts";

export const imageNode = defineNode({
  type: "image",
  color: "image",
  inputs: {},
  outputs: { image: { kind: "image" } },
  params: z.looseObject({ picture: pictureSchema }),
  evaluate: (params, _inputs, context) =>
    params.picture === ""
      ? {}
      : {
          image: {
            kind: "image",
            picture: params.picture,
            source: { nodeId: context.nodeId, field: "picture" },
          },
        },
});
