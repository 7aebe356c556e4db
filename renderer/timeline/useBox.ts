import { useCallback, useState, type RefCallback } from "react";

/** The size of an element in px, followed while it changes. */
export function useBox(): [
  ref: RefCallback<HTMLElement>,
  box: { readonly width: number; readonly height: number },
] {
  const [box, setBox] = useState({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setBox((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}
