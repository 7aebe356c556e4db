/**
 * Whole seconds that a board may hold for a shot or a scene. What a model takes is narrower, and the compiler's business:
 * a board may be in the making.
 */
export const storableSeconds = { min: 1, max: 600 } as const;
