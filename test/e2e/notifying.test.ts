import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { openPaidScene } from "./openings.ts";
import { makeStage } from "./stage.ts";
import { pay } from "./window.ts";

const stage = makeStage();

declare global {
  interface Window {
    /** What the page had its browser say. */
    notices: Notification[];
  }
}

/** The page thinks that another window is in front, and what it has its browser say is kept. */
const lookElsewhere = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.hasFocus = () => false;
    window.notices = [];
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        window.notices.push(this);
      }
    };
  });

const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.notices.map(({ title, body }) => `${title}: ${body}`));

test("a served page has its browser say what ends, once it may and unless it is switched off; a click shows the take", async () => {
  const simulator = await stage.simulate();
  const { page, scene } = await openPaidScene(stage, simulator);

  await page.keyboard.press("Control+,");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByText("does not let Shotgraph notify you").waitFor();
  await page.keyboard.press("Escape");
  await page.context().grantPermissions(["notifications"]);
  await page.keyboard.press("Control+,");
  await settings.getByRole("switch", { name: /^Say when a job ends/ }).waitFor();
  expect(await settings.getByText("does not let Shotgraph notify you").count()).toBe(0);
  await page.keyboard.press("Escape");

  await lookElsewhere(page);
  const turn = async (): Promise<void> => {
    await page.keyboard.press("Control+,");
    await settings.getByRole("switch", { name: /^Say when a job ends/ }).click();
    await page.keyboard.press("Escape");
  };
  await turn();
  await pay(page);
  await simulator.seen("submit");
  simulator.posts()[0]?.succeed();
  await scene.getByText("Take 1 · 3 s").waitFor();
  await turn();
  await pay(page);
  await page.getByRole("button", { name: "Run anyway" }).click();
  await simulator.seen("submit", 2);
  simulator.posts()[1]?.succeed();
  await expect.poll(() => said(page)).toEqual(["“Scene” is done: Untitled"]);
  await page.evaluate(() => window.notices[0]?.dispatchEvent(new Event("click")));
  await page.locator("video").first().waitFor();
});
