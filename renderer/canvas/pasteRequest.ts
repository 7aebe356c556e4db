import type { Board } from "../../shared/board/schema.ts";
import { decompile } from "../../shared/compile/decompile.ts";
import { parseRequest } from "../../shared/formats/requestJson.ts";
import { openAsNew } from "../files/actions.ts";
import { edit } from "../stores/boardStore.ts";
import { boardNow, ids } from "./commands.ts";
import { fitAll } from "./surface.ts";

/** Makes a board of a request as JSON or cURL, in place of an empty one. False when the text holds no request. */
export function pasteRequest(text: string): boolean {
  const reading = parseRequest(text);
  if (reading.ok) show(decompile(reading.request, ids));
  return reading.ok;
}

function show(board: Board): void {
  const present = boardNow();
  const isEmpty = present !== undefined && Object.keys(present.nodes).length === 0;
  if (!isEmpty) {
    openAsNew(board, true);
    return;
  }
  edit({ key: "pasteRequest" }, () => board);
  requestAnimationFrame(fitAll);
}
