import { useStore } from "@xyflow/react";
import { createContext, createElement, useContext, type ReactNode } from "react";

/** From where nodes are looked at: near enough to be read, for large figures only, or for pictures and colours alone. */
export type Distance = "near" | "far" | "farthest";

const distanceAt = (zoom: number): Distance =>
  zoom < 0.15 ? "farthest" : zoom < 0.38 ? "far" : "near";

const Seen = createContext<Distance>("near");

/** Follows the zoom for all nodes: hundreds that each followed it would be asked with every step of every gesture. */
export function FromDistance({ children }: { readonly children: ReactNode }): ReactNode {
  const distance = useStore(({ transform: [, , zoom] }) => distanceAt(zoom));
  return createElement(Seen, { value: distance }, children);
}

export const useDistance = (): Distance => useContext(Seen);
