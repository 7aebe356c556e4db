import i18next from "i18next";
import { setParam, type Point } from "../../shared/board/edits.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { notify } from "../app/notices.ts";
import { readPicture } from "../panels/fields/pictureFile.ts";
import { edit } from "../stores/boardStore.ts";
import { select } from "../stores/viewStore.ts";
import { addNodeAt, boardNow, nameOf } from "./commands.ts";
import { toFlow } from "./surface.ts";

/** A picture file that is dropped or pasted: the sketch of a shot, the picture of an element, or an image of its own. */

const pictureFields: { readonly [type: string]: string } = {
  shot: "sketch",
  element: "picture",
  image: "picture",
};

export const isPicture = (file: File): boolean => file.type.startsWith("image/");

/**
 * @param at px of the window.
 * @param node The node that it was dropped on, if any.
 */
export async function takePicture(file: File, at: Point, node: NodeId | undefined): Promise<void> {
  const read = await readPicture(file);
  if (!read.ok) {
    notify({ tone: "failed", text: i18next.t(`panels:fields.refused.${read.reason}`) });
    return;
  }
  const board = boardNow();
  const type = board && node && nodeOf(board, node)?.type;
  const field = type === undefined ? undefined : pictureFields[type];
  if (node === undefined || field === undefined) {
    addNodeAt("image", toFlow(at), null, { picture: read.dataUri });
    return;
  }
  edit({ key: "picture", values: { name: nameOf(node) } }, (current) =>
    setParam(current, node, field, read.dataUri),
  );
  select([node]);
}
