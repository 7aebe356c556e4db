/** Where the app is in its life: much of Electron may be used only after, or only before, it is ready. */
export const life = {
  isReady: false,
  needReady: (what: string): void => {
    if (!life.isReady) throw new Error(`${what} cannot be used before the app is ready`);
  },
};
