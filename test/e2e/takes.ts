import type { Locator, Page } from "playwright-core";
import { nodeOf } from "./window.ts";

export interface Watched {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  /** Where it stood after it was asked to go to 60 % of its length. */
  readonly at: number;
}

/** Opens the newest take of a scene in the player. */
export async function playTake(page: Page, scene: string | RegExp): Promise<Locator> {
  await nodeOf(page, scene)
    .getByRole("button", { name: /^Play take/ })
    .click();
  const player = page.getByRole("region", { name: "Player" });
  await player.waitFor();
  return player;
}

/** Lets the real `<video>` load and go to a place in its middle. */
export function watch(player: Locator): Promise<Watched> {
  return player.locator("video").evaluate(async (element) => {
    if (!(element instanceof HTMLVideoElement)) throw new Error("There is no video");
    const happened = (event: string): Promise<unknown> =>
      new Promise((done, failed) => {
        element.addEventListener(event, done, { once: true });
        element.addEventListener("error", () => failed(new Error(element.error?.message)), {
          once: true,
        });
      });
    if (element.readyState < element.HAVE_METADATA) await happened("loadedmetadata");
    element.pause();
    const seeked = happened("seeked");
    element.currentTime = element.duration * 0.6;
    await seeked;
    const { duration, videoWidth, videoHeight, currentTime } = element;
    return { seconds: duration, width: videoWidth, height: videoHeight, at: currentTime };
  });
}
