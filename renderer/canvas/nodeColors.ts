/** The colours that nodes are marked with; both themes carry them, and words on a header tinted with them can be read. */
export const nodeColors = {
  red: "#e5705f",
  orange: "#e39a3f",
  yellow: "#c9b23a",
  green: "#58b26b",
  blue: "#4aa8c7",
  indigo: "#6f8cf0",
  violet: "#b07fe0",
} as const;

export type ColorName = keyof typeof nodeColors;
export const colorNames = Object.keys(nodeColors) as ColorName[];
