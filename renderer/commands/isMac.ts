/** Whether the window is on a Mac, where Command does what Ctrl does elsewhere. */
export const isMac = /mac/i.test(navigator.platform);
