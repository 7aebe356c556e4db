import type { ReactNode } from "react";
import { useShut } from "../app/useShut.ts";

/** Fields and buttons that change the board: shut where it can only be looked at. The inspector says why. */
export function Changing({ children }: { readonly children: ReactNode }) {
  const { disabled } = useShut();
  return (
    <fieldset disabled={disabled} className="contents">
      {children}
    </fieldset>
  );
}
