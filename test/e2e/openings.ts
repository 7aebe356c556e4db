import type { Locator, Page } from "playwright-core";
import type { Simulator } from "../simulator/simulator.ts";
import type { App, AppOptions, Look } from "./app.ts";
import { putBoard, shotsOf, story } from "./boards.ts";
import { kite } from "./requests.ts";
import { towards, type Stage } from "./stage.ts";
import { nodeOf, openBoard, pasteRequest } from "./window.ts";

/** What many tests begin with: a program and a window on it in which something stands. */

/** A board with a chain of shots that last so many seconds, a `settings` and a scene. */
export async function openShots(
  stage: Stage,
  seconds: readonly number[],
  { settings, ...look }: Pick<AppOptions, "settings"> & Look = {},
): Promise<Page> {
  const app = await stage.start({ settings: { welcomed: true, ...settings } });
  await putBoard(app, "Small", story({ shots: shotsOf(...seconds) }));
  const page = await stage.open(app, look);
  await openBoard(page, "Small");
  return page;
}

/** A program whose runs go to a service. */
export const startPaid = (
  stage: Stage,
  simulator: Simulator,
  { env, settings }: Pick<AppOptions, "env" | "settings"> = {},
): Promise<App> =>
  stage.start({
    env: { ...towards(simulator), ...env },
    settings: { engine: "runcomfy", welcomed: true, ...settings },
  });

interface Opened {
  readonly app: App;
  readonly page: Page;
  readonly scene: Locator;
}

/** A scene of one shot that is ready to be sent to a service. */
export async function openPaidScene(
  stage: Stage,
  simulator: Simulator,
  options?: Pick<AppOptions, "env" | "settings">,
): Promise<Opened> {
  const app = await startPaid(stage, simulator, options);
  const page = await stage.open(app);
  await pasteRequest(page, kite);
  return { app, page, scene: nodeOf(page, "Scene") };
}
