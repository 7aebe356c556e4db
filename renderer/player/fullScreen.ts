/** Asks the browser, which may refuse where there is no screen to fill. */
export async function toggleFullScreen(element: Element | null): Promise<void> {
  try {
    if (document.fullscreenElement === null) await element?.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    // It stays the size it is.
  }
}
