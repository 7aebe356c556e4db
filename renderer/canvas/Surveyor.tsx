import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { showAround } from "./shown.ts";

/** Tells where the canvas looks. */
export function Surveyor() {
  const store = useStoreApi();
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
