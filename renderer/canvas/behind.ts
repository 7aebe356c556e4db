/** Frames stand behind wires and nodes, and the larger one behind the smaller. */
export const behind = (
  width: number,
  height: number,
): { readonly zIndex: number; readonly className: string } => ({
  zIndex: -1 - Math.round(Math.sqrt(width * height) / 4),
  className: "frame-node",
});
