import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { boxTo } from "./boxing.ts";
import { showAround } from "./shown.ts";
import { setAdding } from "./surface.ts";

/** Tells where the canvas looks, whether a click there adds to the selection, and what box is drawn. */
export function Surveyor() {
  const store = useStoreApi();
  useEffect(
    () =>
      store.subscribe(({ userSelectionRect: rect, transform: [x, y, zoom] }, before) => {
        if (rect === before.userSelectionRect) return;
        boxTo(
          rect === null
            ? undefined
            : {
                x: (rect.x - x) / zoom,
                y: (rect.y - y) / zoom,
                width: rect.width / zoom,
                height: rect.height / zoom,
              },
        );
      }),
    [store],
  );
  useEffect(() => setAdding(() => store.getState().multiSelectionActive), [store]);
  useEffect(
    () =>
      store.subscribe(({ transform: [x, y, zoom], width, height }, before) => {
        const stands = before.width === width && before.height === height;
        if (
          stands &&
          before.transform[0] === x &&
          before.transform[1] === y &&
          before.transform[2] === zoom
        )
          return;
        showAround({ x, y, zoom, width, height });
      }),
    [store],
  );
  return null;
}
